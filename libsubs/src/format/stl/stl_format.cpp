// SPDX-License-Identifier: MIT
#include "format/stl/stl_format.h"

#include <subs/format/features.h>

#include "format/asides.h"
#include "format/lack.h"
#include "format/own_rate.h"
#include "format/stl/gsi.h"
#include "format/stl/reader.h"
#include "format/stl/writer.h"

#include <fmt/format.h>

#include <optional>
#include <utility>
#include <vector>

namespace subs {
namespace {

std::vector<Capability> capabilities() {
    return {
        {feature::kBold, Grade::None},          {feature::kItalic, Grade::Full},
        {feature::kUnderline, Grade::Full},     {feature::kStrike, Grade::None},
        {feature::kColor, Grade::Approximate},  {feature::kFont, Grade::None},
        {feature::kFontSize, Grade::None},      {feature::kKaraoke, Grade::None},
        {feature::kVoice, Grade::None},         {feature::kClass, Grade::None},
        {feature::kLanguage, Grade::None},      {feature::kRuby, Grade::Approximate},
        {feature::kInnerTime, Grade::None},     {feature::kTextComment, Grade::None},
        {feature::kDrawing, Grade::None},       {feature::kOverrides, Grade::None},
        {feature::kAlignment, Grade::Full},     {feature::kCoordinates, Grade::None},
        {feature::kStyles, Grade::Approximate}, {feature::kLayer, Grade::None},
        {feature::kMargins, Grade::None},       {feature::kSpeaker, Grade::None},
        {feature::kEffect, Grade::None},        {feature::kComment, Grade::Full},
        {feature::kLabel, Grade::None},         {feature::kTimePrecision, Grade::Approximate},
        {feature::kNegativeTime, Grade::None},  {feature::kTimeRange, Grade::None},
        {feature::kMissingEnd, Grade::None},    {feature::kTitle, Grade::Full},
        {feature::kCanvas, Grade::None},        {feature::kRaw, Grade::None},
        {feature::kText, Grade::Full},          {feature::kFades, Grade::None},
    };
}

FormatInfo makeInfo() {
    FormatInfo info;
    info.id = stl::kId;
    info.name = "EBU STL";
    info.extensions = {"stl"};
    info.unit = Time::fromMilliseconds(1);
    info.bytes = FileBytes::Binary;
    info.capabilities = capabilities();
    return info;
}

class StlFormat final : public Format, public AsideReader, public OwnRateReader, public LackTeller {
public:
    const FormatInfo& info() const override {
        static const FormatInfo kInfo = makeInfo();
        return kInfo;
    }
    Probe probe(std::string_view) const override { return {}; }
    Probe probeBytes(std::string_view bytes) const override { return stl::probeOf(bytes); }
    /// Its bytes are nothing to be shown.
    std::vector<Aside> asidesIn(const Origin& origin) const override {
        std::vector<Aside> asides;
        for (const Piece& piece : origin.pieces) {
            if (piece.kind == PieceKind::Section)
                asides.push_back({AsideKind::Frame, "the header (GSI)"});
            if (piece.kind == PieceKind::Raw)
                asides.push_back({AsideKind::Stray, "a block of user data, or not understood"});
        }
        return asides;
    }
    std::optional<OwnRate> ownRateIn(std::string_view text,
                                     const FrameTimeline& asked) const override {
        if (text.size() < stl::kGsiSize) return std::nullopt;
        return OwnRate{stl::gsiOf(text, &asked).codes.rate(), false, false};
    }
    bool beginsLikeOne(std::string_view bytes) const override { return stl::hasDiskFormat(bytes); }
    std::string lackOf(std::string_view bytes) const override {
        if (bytes.size() >= stl::kGsiSize)
            return "the header has no disk format code such as STL25.01";
        return fmt::format(
            "the header alone has {} bytes and the file {}, so that it may have been "
            "cut off",
            stl::kGsiSize,
            bytes.size());
    }
    Parsed read(Origin origin, const ReadOptions& options) const override {
        return stl::parsed(std::move(origin), options);
    }
    std::string markupOf(const Document& document, const Cue& cue) const override {
        return stl::markupOf(document, cue);
    }
    std::vector<std::string> settingsJson(const Document& document) const override {
        return stl::settingsJson(document);
    }

private:
    LossReport planLowered(const Document& document, const WriteOptions& options) const override {
        return stl::planned(document, options);
    }
    Result<std::string> writeLowered(const Document& document,
                                     const WriteOptions& options) const override {
        return stl::written(document, options);
    }
};

}  // namespace

const Format& stlFormat() {
    static const StlFormat kFormat;
    return kFormat;
}

}  // namespace subs
