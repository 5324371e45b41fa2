// SPDX-License-Identifier: MIT
#include "format/microdvd/microdvd_format.h"

#include <subs/format/features.h>

#include "format/lines/line_format.h"
#include "format/lines/reader.h"
#include "format/microdvd/syntax.h"
#include "format/own_rate.h"
#include "format/text_signs.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace subs {
namespace {

using namespace lines;

FormatInfo makeInfo() {
    FormatInfo info;
    info.id = "microdvd";
    info.name = "MicroDVD";
    info.extensions = {"sub"};
    info.timeBase = TimeBase::Frames;
    info.capabilities = capabilitiesWith({{feature::kBold, Grade::Approximate},
                                          {feature::kItalic, Grade::Approximate},
                                          {feature::kUnderline, Grade::Approximate},
                                          {feature::kStrike, Grade::Approximate},
                                          {feature::kColor, Grade::Approximate},
                                          {feature::kFont, Grade::Approximate},
                                          {feature::kMissingEnd, Grade::Full}});
    return info;
}

Diagnostic noRate() {
    return {Severity::Error,
            1,
            0,
            "microdvd.no-rate",
            "the file counts frames and does not say how many there are a second, so that its cues "
            "have no times; all of it is kept, and there are no cues: --fps says the rate"};
}

Diagnostic otherRate(FrameRate ofHeader) {
    return {Severity::Info,
            1,
            0,
            "microdvd.other-rate",
            fmt::format("the header says {} frames a second; the frames asked for count instead",
                        formatted(ofHeader.framesPerSecond()))};
}

class MicroDvdFormat final : public LineFormat, public SignReader, public OwnRateReader {
public:
    MicroDvdFormat() : LineFormat(makeInfo(), 95, "lines that begin with two numbers in braces") {}

    bool mayBe(const TextSigns& signs) const override { return signs.hasBraced(kDigitLetters); }

    std::optional<OwnRate> ownRateIn(std::string_view text, const FrameTimeline&) const override {
        const auto header = microdvd::headerOf(text);
        return header ? std::optional(OwnRate{header->rate, true, false}) : std::nullopt;
    }

    Parsed read(Origin origin, const ReadOptions& options) const override {
        const bool hasRate = microdvd::headerOf(origin.text).has_value();
        const bool hasCues = probe(origin.text).cues > 0;
        if (!hasRate && options.timeline == nullptr) {
            Parsed result = parsed(std::move(origin), info(), nullptr, options);
            if (hasCues) result.diagnostics.push_back(noRate());
            return result;
        }
        return LineFormat::read(std::move(origin), options);
    }

    std::unique_ptr<PartReader> partReader(std::string_view head,
                                           const ReadOptions& options) const override {
        if (options.timeline == nullptr && !microdvd::headerOf(wholeLinesOf(head))) return nullptr;
        return LineFormat::partReader(head, options);
    }

private:
    /// Frames that were asked for stand over those of the header.
    std::unique_ptr<CueSyntax> syntaxOf(std::string_view file,
                                        const FrameTimeline* timeline) const override {
        std::optional<FrameTimeline> frames;
        const auto header = microdvd::headerOf(file);
        if (timeline != nullptr)
            frames = *timeline;
        else if (header)
            frames = FrameTimeline::constant(header->rate);
        return std::make_unique<microdvd::Syntax>(
            info(), std::move(frames), header ? header->line : std::string_view());
    }

    Diagnostics remarksOn(std::string_view file, const ReadOptions& options) const override {
        const auto header = microdvd::headerOf(file);
        if (!header || options.timeline == nullptr ||
            options.timeline->averageRate() == header->rate)
            return {};
        return {otherRate(header->rate)};
    }
};

}  // namespace

const Format& microdvdFormat() {
    static const MicroDvdFormat kFormat;
    return kFormat;
}

}  // namespace subs
