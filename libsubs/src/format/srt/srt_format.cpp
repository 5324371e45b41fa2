// SPDX-License-Identifier: MIT
#include "format/srt/srt_format.h"

#include <subs/format/features.h>
#include <subs/text/newline.h>

#include "format/srt/reader.h"
#include "format/srt/time_line.h"
#include "format/srt/writer.h"
#include "format/text_signs.h"

#include <memory>
#include <utility>
#include <vector>

namespace subs {
namespace {

/// What a text of another format finds: sizes and negative times stay in SubRip's own files only.
std::vector<Capability> capabilities() {
    return {
        {feature::kBold, Grade::Full},          {feature::kItalic, Grade::Full},
        {feature::kUnderline, Grade::Full},     {feature::kStrike, Grade::Full},
        {feature::kColor, Grade::Full},         {feature::kFont, Grade::Full},
        {feature::kFontSize, Grade::None},      {feature::kKaraoke, Grade::None},
        {feature::kVoice, Grade::None},         {feature::kClass, Grade::None},
        {feature::kLanguage, Grade::None},      {feature::kRuby, Grade::Approximate},
        {feature::kInnerTime, Grade::None},     {feature::kTextComment, Grade::None},
        {feature::kDrawing, Grade::None},       {feature::kOverrides, Grade::None},
        {feature::kAlignment, Grade::Full},     {feature::kCoordinates, Grade::Full},
        {feature::kStyles, Grade::Approximate}, {feature::kLayer, Grade::None},
        {feature::kMargins, Grade::None},       {feature::kSpeaker, Grade::None},
        {feature::kEffect, Grade::None},        {feature::kComment, Grade::None},
        {feature::kLabel, Grade::Approximate},  {feature::kTimePrecision, Grade::Approximate},
        {feature::kNegativeTime, Grade::None},  {feature::kTimeRange, Grade::Approximate},
        {feature::kMissingEnd, Grade::None},    {feature::kTitle, Grade::None},
        {feature::kCanvas, Grade::None},        {feature::kRaw, Grade::None},
        {feature::kText, Grade::Approximate},   {feature::kFades, Grade::None},
    };
}

FormatInfo makeInfo() {
    FormatInfo info;
    info.id = "srt";
    info.name = "SubRip";
    info.extensions = {"srt"};
    info.unit = Time::fromMilliseconds(1);
    info.capabilities = capabilities();
    return info;
}

class SrtFormat final : public Format {
public:
    const FormatInfo& info() const override {
        static const FormatInfo kInfo = makeInfo();
        return kInfo;
    }

    Probe probe(std::string_view text) const override {
        if (text.starts_with("WEBVTT")) return {};
        Probe probe;
        for (LineReader lines(text.substr(0, kProbedForLines)); lines.next();) {
            if (probe.cues > 0 && lines.begin() >= kProbedCues) break;
            const auto times = srt::parsedTimeLine(lines.line());
            if (!times) continue;
            if (probe.cues++ > 0) continue;
            probe.begin = lines.begin();
            probe.score = times->oddities == 0 ? 95 : 70;
            probe.reason = times->oddities == 0 ? "lines of times joined by -->"
                                                : "lines like times joined by -->";
        }
        return probe;
    }

    Parsed read(Origin origin, const ReadOptions& options) const override {
        return srt::parsed(std::move(origin), options);
    }
    LossReport planLowered(const Document& document, const WriteOptions& options) const override {
        return srt::planned(document, options);
    }
    Result<std::string> writeLowered(const Document& document,
                                     const WriteOptions& options) const override {
        return srt::written(document, options);
    }
    std::string markupOf(const Document& document, const Cue& cue) const override {
        return srt::markupOf(document, cue);
    }
    std::unique_ptr<PartReader> partReader(std::string_view, const ReadOptions&) const override {
        return srt::partReader();
    }
    std::unique_ptr<PartWriter> partWriter(const WriteOptions& options) const override {
        return srt::partWriter(options);
    }
};

}  // namespace

const Format& srtFormat() {
    static const SrtFormat kFormat;
    return kFormat;
}

}  // namespace subs
