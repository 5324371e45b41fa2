// SPDX-License-Identifier: MIT
#include "format/ttml/frame_times.h"

#include "format/ttml/parameters.h"
#include "format/ttml/time_expression.h"
#include "format/ttml/vocabulary.h"
#include "format/xml/words.h"

namespace subs::ttml {
namespace {

/// Ends at the first time that counts frames.
class FrameTimesFinder final : public XmlVisitor {
public:
    void open(const XmlTag& tag) override {
        if (isRoot_) parameters_ = parametersOf(tag);
        isRoot_ = false;
        for (const std::string_view name : {"begin", "end", "dur"}) {
            const auto value = tag.value(Vocabulary::None, name);
            const auto form = value ? formOf(trimmed(*value)) : std::nullopt;
            if (form == TimeForm::ClockFrames || form == TimeForm::Frames) isFound_ = true;
        }
    }
    void close(ByteRange) override {}
    void text(std::string_view, ByteRange) override {}
    bool hasEnough() const override { return isFound_; }

    std::optional<FrameRate> rate() const {
        if (!isFound_) return std::nullopt;
        const auto rate = FrameRate::fromFraction(parameters_.framesPerSecond);
        return rate ? std::optional(*rate) : std::nullopt;
    }

private:
    bool isRoot_ = true;
    bool isFound_ = false;
    Parameters parameters_;
};

}  // namespace

std::optional<FrameRate> rateOfFrameTimes(std::string_view text) {
    FrameTimesFinder finder;
    visitXml(text, finder, kVocabularies);
    return finder.rate();
}

}  // namespace subs::ttml
