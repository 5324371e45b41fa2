// SPDX-License-Identifier: MIT
#include "job/sidecar/document_merge.h"

#include <subs/base/counted.h>
#include <subs/format/registry.h>
#include <subs/job/cue_lines.h>
#include <subs/text/newline.h>

#include "job/sidecar/style_names.h"

#include <fmt/format.h>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace subs {
namespace {

Diagnostic notMerged(std::uint32_t line, std::string message) {
    return {Severity::Warning, line, 0, "sidecar.not-merged", std::move(message)};
}

bool isSame(const Style& a, const Style& b) {
    Style other = b;
    other.piece = a.piece;
    return a == other;
}

/// Styles by name; a document may have several of one, of which the last counts.
class StylePlaces {
public:
    explicit StylePlaces(const std::vector<Style>& styles) {
        for (std::size_t i = 0; i < styles.size(); ++i)
            places_[styles[i].name].push_back(i);
    }

    /// That which is the `which`th of its name, from 0.
    std::optional<std::size_t> of(const std::string& name, std::size_t which) const {
        const auto found = places_.find(name);
        if (found == places_.end() || which >= found->second.size()) return std::nullopt;
        return found->second[which];
    }

private:
    std::unordered_map<std::string, std::vector<std::size_t>> places_;
};

void mergeStyles(Document& original,
                 const Format& home,
                 const Document& written,
                 const Document& edited,
                 Diagnostics& diagnostics) {
    const StylePlaces inOriginal(original.styles);
    const StylePlaces inWritten(written.styles);
    std::unordered_map<std::string, std::size_t> seen;
    const Format* const format = formatNamed(edited.format);
    const bool areNamed = format == nullptr || namesStyles(*format);
    for (const Style& style : edited.styles) {
        const std::size_t which = seen[style.name]++;
        const auto before = inWritten.of(style.name, which);
        if (before && isSame(written.styles[*before], style)) continue;
        // One whose name is made up is what its cues look like, and comes home with them.
        if (!before && !areNamed) continue;
        const auto own = inOriginal.of(style.name, which);
        const bool isFree =
            !own || (before && isSame(original.styles[*own], written.styles[*before]));
        if (!namesStyles(home) || !isFree) {
            // Where the original has another look than was written, it stays.
            diagnostics.push_back(
                notMerged(0,
                          fmt::format("the style \"{}\" was {}; the original stays without that",
                                      style.name,
                                      before ? "edited" : "added")));
            continue;
        }
        Style fresh = style;
        fresh.piece = own ? original.styles[*own].piece : PieceRef();
        if (own)
            original.styles[*own] = std::move(fresh);
        else
            original.styles.push_back(std::move(fresh));
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
