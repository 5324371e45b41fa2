// SPDX-License-Identifier: MIT
#include "job/sidecar/whole_look.h"

#include "job/sidecar/style_names.h"

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace subs {
namespace {

/// As `SpanKind::Color` has it.
std::string colorText(Color color) {
    std::string text = fmt::format("#{:02X}{:02X}{:02X}", color.red, color.green, color.blue);
    if (color.alpha != 255) text += fmt::format("{:02X}", color.alpha);
    return text;
}

}  // namespace

void markWhole(Cue& cue, const Style& from, const Style& to, const Style* home) {
    if (from.alignment != to.alignment && !cue.alignment) cue.alignment = to.alignment;
    const auto end = static_cast<std::uint32_t>(cue.text.plain.size());
    if (end == 0) return;
    std::vector<Span> marks;
    const auto add = [&](SpanKind kind, std::string value) {
        marks.push_back({kind, 0, end, std::move(value)});
    };
    const auto addSwitch = [&](SpanKind kind, bool before, bool after) {
        if (before != after) add(kind, after ? "" : "0");
    };
    addSwitch(SpanKind::Bold, from.bold, to.bold);
    addSwitch(SpanKind::Italic, from.italic, to.italic);
    addSwitch(SpanKind::Underline, from.underline, to.underline);
    addSwitch(SpanKind::Strike, from.strike, to.strike);
    if (from.primary != to.primary) add(SpanKind::Color, colorText(to.primary));
    if (from.fontName != to.fontName) add(SpanKind::Font, to.fontName);
    const double size = home == nullptr ? from.fontSize : home->fontSize;
    if (from.fontSize != to.fontSize && from.fontSize > 0)
        add(SpanKind::FontSize, fmt::format("{:.6g}", size * to.fontSize / from.fontSize));
    // What parts of it look like counts more.
    cue.text.spans.insert(cue.text.spans.begin(), marks.begin(), marks.end());
}

void sayLook(const CueInFormat& written, CueInFormat& edited, const Style* home) {
    if (!written.look || !edited.look) return;
    edited.cue.style = written.cue.style;
    markWhole(edited.cue, *written.look, *edited.look, home);
}

std::vector<std::optional<Style>> plainLooks(const Format& format,
                                             const Document& document,
                                             std::span<const std::size_t> places,
                                             const WriteOptions& options) {
    std::vector<std::optional<Style>> looks(places.size());
    if (namesStyles(format) || places.empty()) return looks;
    Document plain;
    plain.format = document.format;
    plain.language = document.language;
    plain.canvas = document.canvas;
    plain.styles = document.styles;
    std::vector<std::size_t> all;
    for (const std::size_t place : places) {
        all.push_back(plain.cues.size());
        Cue& cue = plain.cues.emplace_back(document.cues[place]);
        cue.text.spans.clear();
        cue.alignment.reset();
        cue.settings.clear();
    }
    auto cues = cuesInTermsOf(format, plain, all, options);
    for (std::size_t i = 0; i < cues.size(); ++i)
        if (cues[i]) looks[i] = std::move(cues[i]->look);
    return looks;
}

}  // namespace subs
