// SPDX-License-Identifier: MIT
#include "format/srt/srt_format.h"

#include <subs/format/features.h>
#include <subs/text/newline.h>

#include "format/srt/reader.h"
#include "format/srt/time_line.h"
#include "format/srt/writer.h"

#include <memory>
#include <utility>

namespace subs {
namespace {

FormatInfo makeInfo() {
    FormatInfo info;
    info.id = "srt";
    info.name = "SubRip";
    info.extensions = {"srt"};
    info.unit = Time::fromMilliseconds(1);
    info.capabilities = {{feature::kBold, Grade::Full},
                         {feature::kItalic, Grade::Full},
                         {feature::kUnderline, Grade::Full},
                         {feature::kStrike, Grade::Full},
                         {feature::kColor, Grade::Full},
                         {feature::kFont, Grade::Full},
                         {feature::kFontSize, Grade::Approximate},
                         {feature::kAlignment, Grade::Full},
                         {feature::kCoordinates, Grade::Full},
                         {feature::kLabel, Grade::Full},
                         {feature::kStyles, Grade::Approximate},
                         {feature::kNegativeTime, Grade::Full}};
    return info;
}

/// As far as a file is looked into before it is said to have no line of times.
constexpr std::size_t kProbed = 1 << 20;

class SrtFormat final : public Format {
public:
    const FormatInfo& info() const override {
        static const FormatInfo kInfo = makeInfo();
        return kInfo;
    }

    Probe probe(std::string_view text) const override {
        if (text.starts_with("WEBVTT")) return {};
        for (LineReader lines(text.substr(0, kProbed)); lines.next();) {
            const auto times = srt::parsedTimeLine(lines.line());
            if (!times) continue;
            if (times->oddities == 0) return {95, "lines of times joined by -->"};
            return {70, "lines like times joined by -->"};
        }
        return {};
    }

    Parsed read(Origin origin, const ReadOptions& options) const override {
        return srt::parsed(std::move(origin), options);
    }
    LossReport plan(const Document& document, const WriteOptions& options) const override {
        return srt::planned(document, options);
    }
    Result<std::string> write(const Document& document,
                              const WriteOptions& options) const override {
        return srt::written(document, options);
    }
    std::string markupOf(const Document& document, const Cue& cue) const override {
        return srt::markupOf(document, cue);
    }
    std::unique_ptr<PartReader> partReader(const ReadOptions&) const override {
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
