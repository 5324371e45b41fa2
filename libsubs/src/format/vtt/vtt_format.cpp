// SPDX-License-Identifier: MIT
#include "format/vtt/vtt_format.h"

#include <subs/format/features.h>

#include "format/settings_reader.h"
#include "format/vtt/alignment.h"
#include "format/vtt/asides.h"
#include "format/vtt/blocks.h"
#include "format/vtt/reader.h"
#include "format/vtt/settings.h"
#include "format/vtt/writer.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <utility>
#include <vector>

namespace subs {
namespace {

using Json = nlohmann::ordered_json;

std::vector<Capability> capabilities() {
    return {
        {feature::kBold, Grade::Full},          {feature::kItalic, Grade::Full},
        {feature::kUnderline, Grade::Full},     {feature::kStrike, Grade::Full},
        {feature::kColor, Grade::Full},         {feature::kFont, Grade::Full},
        {feature::kFontSize, Grade::None},      {feature::kKaraoke, Grade::Approximate},
        {feature::kVoice, Grade::Full},         {feature::kClass, Grade::Full},
        {feature::kLanguage, Grade::Full},      {feature::kRuby, Grade::Full},
        {feature::kInnerTime, Grade::Full},     {feature::kTextComment, Grade::None},
        {feature::kDrawing, Grade::None},       {feature::kOverrides, Grade::None},
        {feature::kAlignment, Grade::Full},     {feature::kCoordinates, Grade::None},
        {feature::kStyles, Grade::Approximate}, {feature::kLayer, Grade::None},
        {feature::kMargins, Grade::None},       {feature::kSpeaker, Grade::Full},
        {feature::kEffect, Grade::None},        {feature::kComment, Grade::Approximate},
        {feature::kLabel, Grade::Full},         {feature::kTimePrecision, Grade::Approximate},
        {feature::kNegativeTime, Grade::None},  {feature::kTimeRange, Grade::Approximate},
        {feature::kMissingEnd, Grade::None},    {feature::kTitle, Grade::Full},
        {feature::kCanvas, Grade::None},        {feature::kRaw, Grade::None},
        {feature::kText, Grade::Full},          {feature::kFades, Grade::None},
    };
}

FormatInfo makeInfo() {
    FormatInfo info;
    info.id = "vtt";
    info.name = "WebVTT";
    info.extensions = {"vtt", "webvtt"};
    info.unit = Time::fromMilliseconds(1);
    info.capabilities = capabilities();
    return info;
}

Json numberOrAuto(const std::optional<double>& number) {
    return number ? Json(*number) : Json("auto");
}

Json regionJson(const vtt::Region* region) {
    if (region == nullptr) return nullptr;
    return {{"id", region->id},
            {"width", region->width},
            {"lines", region->lines},
            {"regionAnchorX", region->anchorX},
            {"regionAnchorY", region->anchorY},
            {"viewportAnchorX", region->viewportX},
            {"viewportAnchorY", region->viewportY},
            {"scroll", region->scrollsUp ? "up" : ""}};
}

Json settingsOf(const vtt::CueSettings& settings) {
    return {{"vertical", nameOf(settings.direction)},
            {"line", numberOrAuto(settings.line)},
            {"lineAlign", nameOf(settings.lineAlign)},
            {"snapToLines", settings.snapsToLines},
            {"position", numberOrAuto(settings.position)},
            {"positionAlign", nameOf(settings.positionAlign)},
            {"size", settings.size},
            {"align", nameOf(settings.align)},
            {"region", regionJson(settings.region)}};
}

class VttFormat final : public Format, public AsideReader, public SettingsReader {
public:
    const FormatInfo& info() const override {
        static const FormatInfo kInfo = makeInfo();
        return kInfo;
    }

    Probe probe(std::string_view text) const override {
        if (!vtt::hasSignature(text)) return {};
        Probe probe{100, "it begins with WEBVTT"};
        for (vtt::BlockReader blocks(text.substr(0, kProbedCues)); blocks.next();)
            if (blocks.block().kind == vtt::BlockKind::Cue) ++probe.cues;
        return probe;
    }

    std::vector<Aside> asidesIn(const Origin& origin) const override {
        return vtt::asidesIn(origin);
    }

    bool isPlaceAlone(std::string_view settings) const override {
        return vtt::isPlaceAlone(settings);
    }

    Parsed read(Origin origin, const ReadOptions& options) const override {
        return vtt::parsed(std::move(origin), options);
    }
    std::string markupOf(const Document& document, const Cue& cue) const override {
        return vtt::markupOf(document, cue);
    }
    std::unique_ptr<PartReader> partReader(std::string_view,
                                           const ReadOptions& options) const override {
        return vtt::partReader(options);
    }
    std::unique_ptr<PartWriter> partWriter(const WriteOptions& options) const override {
        return vtt::partWriter(options);
    }

    std::vector<std::string> settingsJson(const Document& document) const override {
        const bool hasFile = document.origin && document.format == "vtt";
        const vtt::FileHead head = hasFile ? vtt::headOf(document.origin->text) : vtt::FileHead();
        std::vector<std::string> all;
        for (const Cue& cue : document.cues)
            all.push_back(settingsOf(vtt::parsedSettings(cue.settings, head.regions))
                              .dump(-1, ' ', false, Json::error_handler_t::replace));
        return all;
    }

private:
    LossReport planLowered(const Document& document, const WriteOptions& options) const override {
        return vtt::planned(document, options);
    }
    Result<std::string> writeLowered(const Document& document,
                                     const WriteOptions& options) const override {
        return vtt::written(document, options);
    }
};

}  // namespace

const Format& vttFormat() {
    static const VttFormat kFormat;
    return kFormat;
}

}  // namespace subs
