// SPDX-License-Identifier: MIT
#include "format/ttml/outside_times.h"

#include "format/ttml/cue_reader.h"
#include "format/ttml/shared_times.h"
#include "format/xml/cue_owners.h"

#include <algorithm>
#include <cstdint>

namespace subs::ttml {
namespace {

class OutsideCounter final : public CueReader {
public:
    explicit OutsideCounter(const Document& document)
        : CueReader(document.origin->text), owners_(document), shared_(document.origin->text) {}

    void outside(const OutsideElement& element) override {
        if (!element.hasTimes) return;
        const bool isPicture = element.kind == OutsideElement::Kind::Picture;
        ++(isPicture ? found_.pictures : found_.animations);
        noteLine(element.line);
    }

    StillTimes found(const Parameters& parameters) {
        const StillTimes still = shared_.run(parameters).still;
        found_.animations += still.animations;
        if (still.line != 0) noteLine(still.line);
        return found_;
    }

private:
    void take(ReadCue read, const Head&) override {
        shared_.add(read, owners_.ownerOf(read.cue.piece.index));
    }

    void noteLine(std::uint32_t line) {
        found_.line = found_.line == 0 ? line : std::min(found_.line, line);
    }

    CueOwners owners_;
    SharedTimes shared_;
    StillTimes found_;
};

}  // namespace

StillTimes outsideTimesIn(const Document& document) {
    OutsideCounter counter(document);
    Head head;
    readContent(document.origin->text, counter, head);
    return counter.found(head.parameters);
}

}  // namespace subs::ttml
