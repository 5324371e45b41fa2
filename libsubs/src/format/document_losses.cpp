// SPDX-License-Identifier: MIT
#include "format/document_losses.h"

#include <subs/format/features.h>
#include <subs/format/registry.h>
#include <subs/text/language_tag.h>

#include "format/asides.h"
#include "format/fades.h"
#include "format/place_teller.h"
#include "format/settings_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace subs {
namespace {

const Format* formatOf(const Document& document) {
    return document.format.empty() ? nullptr : formatNamed(document.format);
}

std::vector<Aside> asidesOf(const Document& document) {
    const auto* const reader = dynamic_cast<const AsideReader*>(formatOf(document));
    return reader != nullptr ? reader->asidesIn(*document.origin) : usualAsides(*document.origin);
}

std::string_view featureOf(AsideKind kind) {
    switch (kind) {
        case AsideKind::Note:
            return feature::kNote;
        case AsideKind::StyleSheet:
            return feature::kStyleSheet;
        case AsideKind::Attachment:
            return feature::kAttachment;
        case AsideKind::Metadata:
            return feature::kMetadata;
        case AsideKind::Column:
            return feature::kColumn;
        case AsideKind::Frame:
        case AsideKind::Stray:
            break;
    }
    return feature::kRaw;
}

/// Each column is told by its name.
void reportColumn(const Aside& column, LossReport& losses) {
    LossItem& item = losses.items.emplace_back();
    item.feature = feature::kColumn;
    item.severity = LossSeverity::Dropped;
    item.count = column.count;
    item.before = column.text;
}

std::string marginsText(const Margins& margins) {
    return fmt::format("{}, {}, {}", margins.left, margins.right, margins.vertical);
}

/// Whether such margins put a text further from the place that its alignment names than a sixth of
/// the picture, which is the middle of a ninth.
bool areFarOff(const Margins& margins, Alignment alignment, const Canvas& canvas) {
    constexpr int kSixth = 6;
    const int row = (static_cast<int>(alignment) - 1) / 3;
    const int column = (static_cast<int>(alignment) - 1) % 3;
    const double height = canvas.height;
    const double width = canvas.width;
    // In the middle the vertical one does nothing (libass, VSFilter), and a text is centred between
    // the other two.
    if (row != 1 && margins.vertical > height / kSixth) return true;
    const double left = margins.left;
    const double right = margins.right;
    if (column == 0) return left > width / kSixth;
    if (column == 2) return right > width / kSixth;
    return std::abs(left - right) / 2 > width / kSixth;
}

bool hasPosition(const Cue& cue) {
    return std::ranges::any_of(cue.text.spans, [](const Span& span) {
        return span.value.starts_with("\\pos") || span.value.starts_with("\\move");
    });
}

}  // namespace

void reportRaw(const Document& document, LossReport& losses) {
    if (!document.origin) return;
    for (const Aside& aside : asidesOf(document)) {
        if (aside.kind == AsideKind::Column) {
            reportColumn(aside, losses);
            continue;
        }
        const bool isFrame = aside.kind == AsideKind::Frame;
        losses.add(featureOf(aside.kind),
                   isFrame ? LossSeverity::Info : LossSeverity::Dropped,
                   {},
                   aside.text,
                   {});
    }
}

void reportDroppedRaw(const Document& document, LossReport& losses) {
    LossReport all;
    reportRaw(document, all);
    std::ranges::copy_if(all.items, std::back_inserter(losses.items), [](const LossItem& loss) {
        return loss.severity > LossSeverity::Info;
    });
}

bool isOfRaw(const LossItem& loss) {
    constexpr std::array kFeatures = {feature::kRaw,
                                      feature::kNote,
                                      feature::kStyleSheet,
                                      feature::kAttachment,
                                      feature::kMetadata,
                                      feature::kColumn};
    return loss.cues.empty() &&
           std::ranges::find(kFeatures, std::string_view(loss.feature)) != kFeatures.end();
}

void reportStyles(const Document& document, std::string_view after, LossReport& losses) {
    for (const Style& style : document.styles) {
        losses.add(feature::kStyles,
                   LossSeverity::Approximated,
                   {},
                   fmt::format("{} ({}, {:.6g})", style.name, style.fontName, style.fontSize),
                   after);
    }
}

void reportLanguage(const Document& document, LossReport& losses) {
    const std::string tag = nearestLanguageTag(document.language);
    if (tag == document.language) return;
    const bool isNone = tag.empty();
    losses.add(feature::kLanguage,
               isNone ? LossSeverity::Dropped : LossSeverity::Info,
               {},
               document.language,
               tag);
}

std::string_view featureOfSettings(std::string_view settings) {
    return fadesIn(settings) ? feature::kFades : feature::kCoordinates;
}

bool saysMoreThanPlace(const Document& document, const Cue& cue) {
    if (cue.settings.empty()) return false;
    const auto* const reader = dynamic_cast<const SettingsReader*>(formatOf(document));
    return reader == nullptr || !reader->isPlaceAlone(cue.settings.view());
}

void reportCanvas(const Document& document, LossReport& losses) {
    if (!document.canvas) return;
    losses.add(feature::kCanvas,
               LossSeverity::Info,
               {},
               fmt::format("{} × {}", document.canvas->width, document.canvas->height),
               {});
}

void reportLayout(const Document& document,
                  const Cue& cue,
                  const Style* style,
                  LossReport& losses) {
    reportLayout(cue, losses);
    // Margins of its own are told with it, and a position counts in place of all of them.
    if (style == nullptr || cue.margins != Margins() || hasPosition(cue)) return;
    const Alignment alignment = cue.alignment.value_or(style->alignment);
    if (!areFarOff(style->margins, alignment, document.canvas.value_or(Canvas()))) return;
    if (dynamic_cast<const PlaceTeller*>(formatOf(document)) != nullptr) return;
    losses.add(feature::kMargins,
               LossSeverity::Dropped,
               cue.id,
               fmt::format("style {}: {}", style->name, marginsText(style->margins)),
               {});
}

void reportLayout(const Cue& cue, LossReport& losses) {
    const auto drop = [&](std::string_view feature, std::string_view before) {
        losses.add(feature, LossSeverity::Dropped, cue.id, before, {});
    };
    if (cue.layer != 0) drop(feature::kLayer, std::to_string(cue.layer));
    if (cue.margins != Margins()) drop(feature::kMargins, marginsText(cue.margins));
    if (!cue.effect.empty()) drop(feature::kEffect, cue.effect);
}

}  // namespace subs
