// SPDX-License-Identifier: MIT
#include "qc/drawn_lines.h"

#include <subs/text/count.h>
#include <subs/text/script.h>

#include <algorithm>
#include <charconv>
#include <vector>

namespace subs {
namespace {

/// A stretch of a line in one font.
struct Stretch {
    std::string_view text;
    std::string family;
    double size = 0;
    FaceChoice face;
};

Style shownStyle(const Document& document, const Cue& cue) {
    if (const Style* style = styleOf(document, cue)) return *style;
    return defaultStyleFor(document.language.empty() ? languageByScript(cue.text.plain)
                                                     : document.language);
}

/// "@" before a family asks for vertical text (VSFilter); the font is the same.
std::string familyOf(std::string_view name) {
    return std::string(name.starts_with('@') ? name.substr(1) : name);
}

bool switchesOn(const Span& span) {
    constexpr int kBold = 600;
    if (span.value.empty() || span.value == "1") return true;
    int weight = 0;
    std::from_chars(span.value.data(), span.value.data() + span.value.size(), weight);
    return weight >= kBold;
}

double sizeOf(const Span& span, double otherwise) {
    double size = 0;
    const auto parsed =
        std::from_chars(span.value.data(), span.value.data() + span.value.size(), size);
    return parsed.ec == std::errc() && size > 0 ? size : otherwise;
}

void applySpan(const Span& span, const Style& style, Stretch& stretch) {
    switch (span.kind) {
        case SpanKind::Font:
            stretch.family = familyOf(span.value);
            break;
        case SpanKind::FontSize:
            stretch.size = sizeOf(span, style.fontSize);
            break;
        case SpanKind::Bold:
            stretch.face.bold = switchesOn(span);
            break;
        case SpanKind::Italic:
            stretch.face.italic = switchesOn(span);
            break;
        default:
            break;
    }
}

/// Where the look of `text` may change between `begin` and `end`, both included.
std::vector<std::size_t> cutsOf(const CueText& text, std::size_t begin, std::size_t end) {
    std::vector<std::size_t> cuts{begin, end};
    for (const Span& span : text.spans) {
        for (const std::size_t at : {span.begin, span.end}) {
            if (at > begin && at < end) cuts.push_back(at);
        }
    }
    std::ranges::sort(cuts);
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    return cuts;
}

std::vector<Stretch> stretchesOf(const Style& style, const Cue& cue, std::string_view line) {
    const auto begin = static_cast<std::size_t>(line.data() - cue.text.plain.data());
    const std::vector<std::size_t> cuts = cutsOf(cue.text, begin, begin + line.size());
    std::vector<Stretch> stretches;
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
        Stretch stretch{std::string_view(cue.text.plain).substr(cuts[i], cuts[i + 1] - cuts[i]),
                        familyOf(style.fontName),
                        style.fontSize,
                        {.bold = style.bold, .italic = style.italic}};
        for (const Span& span : cue.text.spans) {
            if (span.begin <= cuts[i] && span.end >= cuts[i + 1]) applySpan(span, style, stretch);
        }
        stretches.push_back(std::move(stretch));
    }
    return stretches;
}

bool sameFamily(std::string_view a, std::string_view b) {
    const auto lower = [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    };
    return std::ranges::equal(a, b, {}, lower, lower);
}

}  // namespace

const Measurer* DrawnLines::measurerFor(const FaceKey& key) {
    const auto [known, isNew] = measurers_.try_emplace(key);
    if (isNew) {
        auto opened = Measurer::open(key.first, key.second);
        if (opened) known->second = std::move(*opened);
    }
    return known->second ? &*known->second : nullptr;
}

bool DrawnLines::hasFonts(const Document& document, const Cue& cue, std::string_view line) {
    const auto stretches = stretchesOf(shownStyle(document, cue), cue, line);
    return std::ranges::all_of(stretches, [this](const Stretch& stretch) {
        const Measurer* measurer = measurerFor({stretch.family, stretch.face});
        return measurer && sameFamily(measurer->family(), stretch.family);
    });
}

std::optional<DrawnWidth> DrawnLines::widthOf(const Document& document,
                                              const Cue& cue,
                                              std::string_view line) {
    const Style style = shownStyle(document, cue);
    const Measurer* own =
        measurerFor({familyOf(style.fontName), {.bold = style.bold, .italic = style.italic}});
    if (!own) return std::nullopt;
    double units = static_cast<double>(counted(line, CountUnit::Graphemes)) * style.spacing;
    for (const Stretch& stretch : stretchesOf(style, cue, line)) {
        const Measurer* measurer = measurerFor({stretch.family, stretch.face});
        if (!measurer) return std::nullopt;
        units += measurer->measured(stretch.text).advance.value *
                 measurer->metrics().emSizeFor(stretch.size);
    }
    units *= style.scaleX / 100;
    const double canvas = std::max(1, document.canvas.value_or(Canvas{}).width);
    return DrawnWidth{
        {units / own->metrics().emSizeFor(style.fontSize)}, units / canvas, own->family()};
}

}  // namespace subs
