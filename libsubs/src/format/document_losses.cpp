// SPDX-License-Identifier: MIT
#include "format/document_losses.h"

#include <subs/format/features.h>
#include <subs/format/registry.h>
#include <subs/text/language_tag.h>

#include "format/asides.h"
#include "format/fades.h"
#include "format/settings_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace subs {
namespace {

std::vector<Aside> asidesOf(const Document& document) {
    const Format* format = document.format.empty() ? nullptr : formatNamed(document.format);
    const auto* const reader = dynamic_cast<const AsideReader*>(format);
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
    const Format* format = document.format.empty() ? nullptr : formatNamed(document.format);
    const auto* const reader = dynamic_cast<const SettingsReader*>(format);
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

void reportLayout(const Cue& cue, LossReport& losses) {
    const auto drop = [&](std::string_view feature, std::string_view before) {
        losses.add(feature, LossSeverity::Dropped, cue.id, before, {});
    };
    if (cue.layer != 0) drop(feature::kLayer, std::to_string(cue.layer));
    if (cue.margins != Margins()) {
        drop(feature::kMargins,
             fmt::format("{}, {}, {}", cue.margins.left, cue.margins.right, cue.margins.vertical));
    }
    if (!cue.effect.empty()) drop(feature::kEffect, cue.effect);
}

}  // namespace subs
