// SPDX-License-Identifier: MIT
#include "format/json/json_format.h"

#include <subs/format/features.h>

#include "format/json/reader.h"
#include "format/json/writer.h"

#include <utility>

namespace subs {
namespace {

std::vector<Capability> capabilities() {
    std::vector<Capability> all;
    for (const std::string_view feature :
         {feature::kBold,      feature::kItalic,        feature::kUnderline,
          feature::kStrike,    feature::kColor,         feature::kFont,
          feature::kFontSize,  feature::kKaraoke,       feature::kVoice,
          feature::kClass,     feature::kLanguage,      feature::kRuby,
          feature::kInnerTime, feature::kTextComment,   feature::kDrawing,
          feature::kOverrides, feature::kAlignment,     feature::kCoordinates,
          feature::kStyles,    feature::kLayer,         feature::kMargins,
          feature::kSpeaker,   feature::kEffect,        feature::kComment,
          feature::kLabel,     feature::kTimePrecision, feature::kNegativeTime,
          feature::kTimeRange, feature::kMissingEnd,    feature::kTitle,
          feature::kCanvas,    feature::kFades,         feature::kText})
        all.push_back({feature, Grade::Full});
    all.push_back({feature::kRaw, Grade::None});
    return all;
}

FormatInfo makeInfo() {
    FormatInfo info;
    info.id = "json";
    info.name = "JSON of cues";
    info.extensions = {"json"};
    info.unit = Time::fromMilliseconds(1);
    info.capabilities = capabilities();
    return info;
}

class JsonFormat final : public Format {
public:
    const FormatInfo& info() const override {
        static const FormatInfo kInfo = makeInfo();
        return kInfo;
    }
    Probe probe(std::string_view text) const override { return json::probed(text); }
    Parsed read(Origin origin, const ReadOptions& options) const override {
        return json::parsed(std::move(origin), options);
    }
    std::string markupOf(const Document&, const Cue& cue) const override { return cue.text.plain; }

private:
    LossReport planLowered(const Document& document, const WriteOptions& options) const override {
        return json::planned(document, options);
    }
    Result<std::string> writeLowered(const Document& document,
                                     const WriteOptions& options) const override {
        return json::written(document, options);
    }
};

}  // namespace

const Format& jsonFormat() {
    static const JsonFormat kFormat;
    return kFormat;
}

}  // namespace subs
