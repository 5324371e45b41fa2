// SPDX-License-Identifier: MIT
#include "format/document_losses.h"

#include <subs/format/features.h>
#include <subs/text/language_tag.h>

#include <fmt/format.h>

#include <string>

namespace subs {
namespace {

std::string_view firstLine(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (begin == text.npos) return {};
    text.remove_prefix(begin);
    text = text.substr(0, text.find_first_of("\r\n"));
    return text.substr(0, text.find_last_not_of(" \t") + 1);
}

}  // namespace

LossSeverity rawSeverity(const Document& document) {
    return document.format == "srt" ? LossSeverity::Dropped : LossSeverity::Info;
}

void reportRaw(const Document& document, LossReport& losses) {
    if (!document.origin) return;
    const LossSeverity severity = rawSeverity(document);
    for (std::size_t i = 0; i < document.origin->pieces.size(); ++i) {
        const PieceKind kind = document.origin->pieces[i].kind;
        if (kind != PieceKind::Raw && kind != PieceKind::Section) continue;
        const std::string_view line = firstLine(document.origin->stretch(i));
        if (!line.empty()) losses.add(feature::kRaw, severity, {}, line, {});
    }
}

void reportStyles(const Document& document, std::string_view after, LossReport& losses) {
    for (const Style& style : document.styles) {
        losses.add(feature::kStyles,
                   LossSeverity::Approximated,
                   {},
                   fmt::format("{} ({}, {})", style.name, style.fontName, style.fontSize),
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
