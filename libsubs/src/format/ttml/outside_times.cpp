// SPDX-License-Identifier: MIT
#include "format/ttml/outside_times.h"

#include "format/ttml/content_reader.h"

namespace subs::ttml {
namespace {

class OutsideCounter final : public ContentVisitor {
public:
    void outside(const OutsideElement& element) override {
        if (!element.hasTimes) return;
        const bool isPicture = element.kind == OutsideElement::Kind::Picture;
        ++(isPicture ? found_.pictures : found_.animations);
        if (found_.line == 0) found_.line = element.line;
    }
    const StillTimes& found() const { return found_; }

private:
    StillTimes found_;
};

}  // namespace

StillTimes outsideTimesIn(std::string_view text) {
    OutsideCounter counter;
    Head head;
    readContent(text, counter, head);
    return counter.found();
}

}  // namespace subs::ttml
