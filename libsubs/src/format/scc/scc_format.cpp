// SPDX-License-Identifier: MIT
#include "format/scc/scc_format.h"

#include <subs/format/features.h>
#include <subs/text/newline.h>

#include "format/asides.h"
#include "format/own_rate.h"
#include "format/scc/line.h"
#include "format/scc/reader.h"
#include "format/scc/writer.h"
#include "format/text_signs.h"

#include <optional>
#include <utility>
#include <vector>

namespace subs {
namespace {

std::vector<Capability> capabilities() {
    return {
        {feature::kBold, Grade::None},
        {feature::kItalic, Grade::Approximate},
        {feature::kUnderline, Grade::Approximate},
        {feature::kStrike, Grade::None},
        {feature::kColor, Grade::Approximate},
        {feature::kFont, Grade::None},
        {feature::kFontSize, Grade::None},
        {feature::kKaraoke, Grade::None},
        {feature::kVoice, Grade::None},
        {feature::kClass, Grade::None},
        {feature::kLanguage, Grade::None},
        {feature::kRuby, Grade::Approximate},
        {feature::kInnerTime, Grade::None},
        {feature::kTextComment, Grade::None},
        {feature::kDrawing, Grade::None},
        {feature::kOverrides, Grade::None},
        {feature::kAlignment, Grade::Full},
        {feature::kCoordinates, Grade::None},
        {feature::kFades, Grade::None},
        {feature::kStyles, Grade::Approximate},
        {feature::kLayer, Grade::None},
        {feature::kMargins, Grade::None},
        {feature::kSpeaker, Grade::None},
        {feature::kEffect, Grade::None},
        {feature::kComment, Grade::None},
        {feature::kLabel, Grade::None},
        {feature::kTimePrecision, Grade::Approximate},
        {feature::kNegativeTime, Grade::None},
        {feature::kTimeRange, Grade::None},
        {feature::kMissingEnd, Grade::None},
        {feature::kTitle, Grade::None},
        {feature::kCanvas, Grade::None},
        {feature::kRaw, Grade::None},
        {feature::kText, Grade::Full},
    };
}

FormatInfo makeInfo() {
    FormatInfo info;
    info.id = scc::kId;
    info.name = "Scenarist SCC (CEA-608)";
    info.extensions = {"scc"};
    info.unit = Time::fromMilliseconds(1);
    info.capabilities = capabilities();
    return info;
}

class SccFormat final : public Format, public SignReader, public AsideReader, public OwnRateReader {
public:
    const FormatInfo& info() const override {
        static const FormatInfo kInfo = makeInfo();
        return kInfo;
    }

    Probe probe(std::string_view text) const override {
        Probe probe;
        for (LineReader lines(text.substr(0, kProbedCues)); lines.next();) {
            const bool isFirst = lines.number() == 1;
            if (isFirst && lines.line().starts_with(scc::kSignature))
                probe = {100, "it begins with \"Scenarist_SCC\""};
            if (!scc::isDataLine(lines.line())) continue;
            if (probe.score == 0)
                probe = {95, "lines of a time code and pairs of bytes", lines.begin()};
            ++probe.cues;
        }
        return probe;
    }

    bool mayBe(const TextSigns& signs) const override {
        constexpr std::string_view kBeforeFrames = ";.,";
        return signs.text().starts_with(scc::kSignature) ||
               signs.hasClock([&](const ClockSign& clock) {
                   const bool hasFrames =
                       clock.digits == 2 && kBeforeFrames.find(clock.next) != kBeforeFrames.npos;
                   return clock.colons > 2 || (clock.colons == 2 && hasFrames);
               });
    }

    /// Lines of codes that show nothing are frames, as the signature is.
    std::vector<Aside> asidesIn(const Origin& origin) const override {
        return asidesByLine(origin, [](std::string_view line) {
            const bool isFrame = line.starts_with(scc::kSignature) || scc::isDataLine(line);
            return isFrame ? AsideKind::Frame : AsideKind::Stray;
        });
    }

    std::optional<OwnRate> ownRateIn(std::string_view, const FrameTimeline&) const override {
        return OwnRate{scc::codesFor(DropFrame::Yes).rate(), false, true};
    }
    Parsed read(Origin origin, const ReadOptions& options) const override {
        return scc::parsed(std::move(origin), options);
    }
    std::string markupOf(const Document&, const Cue& cue) const override {
        return scc::markupOf(cue);
    }

private:
    LossReport planLowered(const Document& document, const WriteOptions& options) const override {
        return scc::planned(document, options);
    }
    Result<std::string> writeLowered(const Document& document,
                                     const WriteOptions& options) const override {
        return scc::written(document, options);
    }
};

}  // namespace

const Format& sccFormat() {
    static const SccFormat kFormat;
    return kFormat;
}

}  // namespace subs
