// SPDX-License-Identifier: MIT
#include "job/sidecar/document_merge.h"

#include <subs/base/counted.h>
#include <subs/format/features.h>
#include <subs/job/cue_lines.h>
#include <subs/text/newline.h>

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace subs {
namespace {

Diagnostic notMerged(std::uint32_t line, std::string message) {
    return {Severity::Warning, line, 0, "sidecar.not-merged", std::move(message)};
}

bool holdsStyles(const Format& format) {
    return std::ranges::any_of(format.info().capabilities, [](const Capability& capability) {
        return capability.feature == feature::kStyles && capability.grade == Grade::Full;
    });
}

const Style* named(const std::vector<Style>& styles, std::string_view name) {
    const auto found = std::find_if(
        styles.rbegin(), styles.rend(), [&](const Style& style) { return style.name == name; });
    return found == styles.rend() ? nullptr : &*found;
}

bool isSame(const Style& a, const Style& b) {
    Style other = b;
    other.piece = a.piece;
    return a == other;
}

/// Puts `edited` in place of the last style of its name, or behind all. False where the original
/// has another one of that name than was written.
bool putStyle(const Style& edited, const Style* written, std::vector<Style>& styles) {
    const auto found = std::find_if(styles.rbegin(), styles.rend(), [&](const Style& style) {
        return style.name == edited.name;
    });
    Style fresh = edited;
    if (found == styles.rend()) {
        fresh.piece = {};
        styles.push_back(std::move(fresh));
        return true;
    }
    if (written == nullptr || !isSame(*found, *written)) return false;
    fresh.piece = found->piece;
    *found = std::move(fresh);
    return true;
}

void mergeStyles(Document& original,
                 const Format& home,
                 const Document& written,
                 const Document& edited,
                 Diagnostics& diagnostics) {
    for (const Style& style : edited.styles) {
        const Style* before = named(written.styles, style.name);
        if (before != nullptr && isSame(*before, style)) continue;
        if (holdsStyles(home) && putStyle(style, before, original.styles)) continue;
        diagnostics.push_back(
            notMerged(0,
                      fmt::format("the style \"{}\" was {}; the original stays without that",
                                  style.name,
                                  before == nullptr ? "added" : "edited")));
    }
}

/// What stands in a file besides cues and styles, how often.
std::map<std::string_view, std::size_t> stretchesOf(const Document& document) {
    std::map<std::string_view, std::size_t> stretches;
    const Origin& origin = *document.origin;
    for (std::size_t i = 0; i < origin.pieces.size(); ++i) {
        const PieceKind kind = origin.pieces[i].kind;
        if (kind != PieceKind::Raw && kind != PieceKind::Section) continue;
        for (LineReader lines(origin.stretch(i)); lines.next();)
            if (!isBlank(lines.line())) ++stretches[lines.line()];
    }
    return stretches;
}

void remarkStretches(const Document& written, const Document& edited, Diagnostics& diagnostics) {
    auto before = stretchesOf(written);
    std::size_t count = 0;
    std::string_view first;
    for (const auto& [line, times] : stretchesOf(edited)) {
        const auto known = before.find(line);
        const std::size_t old = known == before.end() ? 0 : known->second;
        if (times <= old) continue;
        if (count == 0) first = line;
        count += times - old;
    }
    if (count == 0) return;
    diagnostics.push_back(notMerged(
        lineOfRaw(edited, first),
        fmt::format("{} outside of cues {} edited or added; the original stays without that",
                    counted(count, "line"),
                    count == 1 ? "was" : "were")));
}

}  // namespace

Diagnostics mergeDocuments(Document& original,
                           const Format& home,
                           const Document& written,
                           const Document& edited) {
    Diagnostics diagnostics;
    mergeStyles(original, home, written, edited, diagnostics);
    if (written.title != edited.title && original.title == written.title)
        original.title = edited.title;
    remarkStretches(written, edited, diagnostics);
    return diagnostics;
}

}  // namespace subs
