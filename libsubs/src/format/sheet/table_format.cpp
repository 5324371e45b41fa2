// SPDX-License-Identifier: MIT
#include "format/sheet/table_format.h"

#include <subs/format/features.h>

#include "format/sheet/asides.h"
#include "format/sheet/cells.h"
#include "format/sheet/frame_use.h"
#include "format/sheet/languages.h"
#include "format/sheet/reader.h"
#include "format/sheet/writer.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace subs::sheet {
namespace {

std::string_view primaryOf(std::string_view language) {
    return language.substr(0, language.find('-'));
}

/// What moves with a cue.
bool isTime(Role role) {
    return role == Role::Start || role == Role::End || role == Role::Duration ||
           role == Role::StartFrame || role == Role::EndFrame;
}

/// The cues of a new table with their languages marked, so that each has a column, where a second
/// language was asked for.
std::optional<Document> parted(const Document& document,
                               const WriteOptions& options,
                               const FormatInfo& info) {
    const std::string& second = options.targetLanguage;
    if (second.empty() || document.format == info.id) return std::nullopt;
    const bool isFirst = primaryOf(document.language) == primaryOf(second);
    const std::string first = isFirst ? std::string() : document.language;
    Document result = document;
    for (Cue& cue : result.cues)
        cue.text = markedByScript(std::move(cue.text), first, second);
    return result;
}

}  // namespace

std::vector<Capability> tableCapabilities() {
    return {
        {feature::kBold, Grade::None},
        {feature::kItalic, Grade::None},
        {feature::kUnderline, Grade::None},
        {feature::kStrike, Grade::None},
        {feature::kColor, Grade::None},
        {feature::kFont, Grade::None},
        {feature::kFontSize, Grade::None},
        {feature::kKaraoke, Grade::None},
        {feature::kVoice, Grade::None},
        {feature::kClass, Grade::None},
        {feature::kLanguage, Grade::Approximate},
        {feature::kRuby, Grade::Approximate},
        {feature::kInnerTime, Grade::None},
        {feature::kTextComment, Grade::None},
        {feature::kDrawing, Grade::None},
        {feature::kOverrides, Grade::None},
        {feature::kAlignment, Grade::Full},
        {feature::kCoordinates, Grade::None},
        {feature::kFades, Grade::None},
        {feature::kStyles, Grade::Approximate},
        {feature::kLayer, Grade::Full},
        {feature::kMargins, Grade::Full},
        {feature::kSpeaker, Grade::Full},
        {feature::kEffect, Grade::Full},
        {feature::kComment, Grade::Full},
        {feature::kLabel, Grade::Full},
        {feature::kTimePrecision, Grade::Approximate},
        {feature::kNegativeTime, Grade::Approximate},
        {feature::kTimeRange, Grade::Approximate},
        {feature::kMissingEnd, Grade::Full},
        {feature::kTitle, Grade::None},
        {feature::kCanvas, Grade::None},
        {feature::kRaw, Grade::None},
        {feature::kText, Grade::Full},
    };
}

TableFormat::TableFormat(Dialect dialect,
                         std::string_view name,
                         std::vector<std::string_view> extensions,
                         FileBytes bytes)
    : dialect_(dialect) {
    info_.id = dialect.id;
    info_.name = name;
    info_.extensions = std::move(extensions);
    info_.unit = Time::fromMilliseconds(1);
    info_.bytes = bytes;
    info_.capabilities = tableCapabilities();
}

Probe TableFormat::probe(std::string_view text) const {
    return probed(text, dialect_);
}

Parsed TableFormat::read(Origin origin, const ReadOptions& options) const {
    return parsed(std::move(origin), dialect_, options);
}

std::vector<Aside> TableFormat::asidesIn(const Origin& origin) const {
    return sheet::asidesIn(origin, dialect_);
}

std::optional<OwnRate> TableFormat::ownRateIn(std::string_view text,
                                              const FrameTimeline& asked) const {
    const auto layout = layoutOf(text, dialect_);
    if (!layout || !layout->rate) return std::nullopt;
    const FrameUse use = frameUseIn(text, *layout);
    if (use == FrameUse::None) return std::nullopt;
    const FrameRate rate = rateBeside(text, *layout, asked.averageRate()).value_or(*layout->rate);
    return OwnRate{rate, use == FrameUse::Counted, false};
}

StillTimes TableFormat::stillTimesIn(const Document& document) const {
    StillTimes still;
    const std::string_view text = document.origin->text;
    const auto layout = layoutOf(text, dialect_);
    if (!layout || !layout->isNamed) return still;
    RowReader names(text, layout->separator, layout->namesAt);
    if (!names.next()) return still;
    for (std::size_t i = 0; i < layout->columns.size() && i < names.cells().size(); ++i)
        if (isTime(layout->columns.all()[i].doubled)) still.columns.push_back(names.value(i));
    return still;
}

std::string TableFormat::markupOf(const Document&, const Cue& cue) const {
    return cue.text.plain;
}

LossReport TableFormat::planLowered(const Document& document, const WriteOptions& options) const {
    const auto two = parted(document, options, info_);
    return planned(two ? *two : document, options, dialect_);
}

Result<std::string> TableFormat::writeLowered(const Document& document,
                                              const WriteOptions& options) const {
    const auto two = parted(document, options, info_);
    return written(two ? *two : document, options, dialect_);
}

}  // namespace subs::sheet
