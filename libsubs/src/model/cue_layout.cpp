// SPDX-License-Identifier: MIT
#include "model/cue_layout.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace subs {
namespace {

std::optional<double> leadingNumber(std::string_view& text) {
    text.remove_prefix(std::min(text.find_first_not_of(" ,(+"), text.size()));
    double number = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    if (parsed.ec != std::errc() || !std::isfinite(number)) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(parsed.ptr - text.data()));
    return number;
}

/// Of "\pos(960,540)".
std::optional<CanvasPoint> positionIn(std::string_view tag) {
    constexpr std::string_view kPosition = "\\pos";
    if (!tag.starts_with(kPosition)) return std::nullopt;
    tag.remove_prefix(kPosition.size());
    const auto x = leadingNumber(tag);
    const auto y = x ? leadingNumber(tag) : std::nullopt;
    return y ? std::optional(CanvasPoint{*x, *y}) : std::nullopt;
}

/// A tag that is the same as none where its number is 0: a turn, a slant.
bool turns(std::string_view tag) {
    constexpr std::array<std::string_view, 6> kTurns{
        "\\frx", "\\fry", "\\frz", "\\fr", "\\fax", "\\fay"};
    for (const std::string_view name : kTurns) {
        if (!tag.starts_with(name)) continue;
        tag.remove_prefix(name.size());
        return leadingNumber(tag).value_or(1) != 0;
    }
    return false;
}

/// \r alone takes back what the model follows; with a name it brings another style.
bool changesStyle(std::string_view tag) {
    return tag.starts_with("\\r") && tag.find_first_not_of(' ', 2) != tag.npos;
}

bool isLost(std::string_view tag) {
    return tag.starts_with("\\move") || tag.starts_with("\\t(") || turns(tag) || changesStyle(tag);
}

/// Behind `tag`, where it was so `before` it: \q with no style that there is brings back the
/// file's.
bool breaksAtSpaces(std::string_view tag, const Canvas& canvas, bool before) {
    if (!tag.starts_with("\\q")) return before;
    tag.remove_prefix(2);
    const double style = leadingNumber(tag).value_or(-1);
    if (style < 0 || style >= 4) return canvas.wrap != WrapStyle::None;
    return static_cast<int>(style) != 2;
}

bool moves(std::string_view effect) {
    return effect.starts_with("Banner;") || effect.starts_with("Scroll ");
}

std::int32_t ownOr(std::int32_t own, std::int32_t styles) {
    return own != 0 ? own : styles;
}

/// 0 for left, bottom; 1 for centre, middle; 2 for right, top.
int columnOf(Alignment alignment) {
    return (static_cast<int>(alignment) - 1) % 3;
}
int rowOf(Alignment alignment) {
    return (static_cast<int>(alignment) - 1) / 3;
}

double roomIn(const Placement& placement) {
    return placement.width - placement.margins.left - placement.margins.right;
}

double leftOf(const Placement& placement, double advance) {
    const double share = columnOf(placement.alignment) / 2.0;
    const double room = placement.position ? 0 : roomIn(placement);
    const double from = placement.position ? placement.position->x : placement.margins.left;
    return from + (room - advance) * share;
}

double topOf(const Placement& placement, double height) {
    const int row = rowOf(placement.alignment);
    if (placement.position) return placement.position->y - height * (2 - row) / 2.0;
    if (row == 0) return placement.height - placement.margins.vertical - height;
    if (row == 1) return (placement.height - height) / 2;
    return placement.margins.vertical;
}

/// The last of several lines takes no room where it is empty.
double heightOf(std::span<const DrawnLine> lines, std::size_t index) {
    const DrawnLine& line = lines[index];
    const bool isNothing = line.isEmpty && index > 0 && index + 1 == lines.size();
    return isNothing ? 0 : line.ascent + line.descent;
}

bool isBroken(const Placement& placement, std::string_view text, const DrawnLine& line) {
    if (!placement.breaksAtSpaces || line.advance <= roomIn(placement)) return false;
    const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
    const std::size_t end = text.find_last_not_of(' ') + 1;
    return begin < end && text.substr(begin, end - begin).find(' ') != text.npos;
}

}  // namespace

Placement placementOf(const Document& document,
                      const Style& style,
                      const Cue& cue,
                      std::optional<double> aspect) {
    const Canvas canvas = document.canvas.value_or(Canvas{});
    Placement placement;
    const double canvasWidth = std::max(1, canvas.width);
    placement.height = std::max(1, canvas.height);
    placement.width = aspect ? placement.height * *aspect : canvasWidth;
    const double stretch = placement.width / canvasWidth;
    placement.alignment = cue.alignment.value_or(style.alignment);
    placement.margins.left = ownOr(cue.margins.left, style.margins.left) * stretch;
    placement.margins.right = ownOr(cue.margins.right, style.margins.right) * stretch;
    placement.margins.vertical = ownOr(cue.margins.vertical, style.margins.vertical);
    placement.breaksAtSpaces = canvas.wrap != WrapStyle::None;
    placement.isFollowed = style.angle == 0 && !moves(cue.effect);
    for (const Span& span : cue.text.spans) {
        if (span.kind == SpanKind::Drawing) placement.isFollowed = false;
        if (span.kind != SpanKind::Opaque) continue;
        if (isLost(span.value)) placement.isFollowed = false;
        placement.breaksAtSpaces = breaksAtSpaces(span.value, canvas, placement.breaksAtSpaces);
        // The first one counts.
        if (!placement.position) placement.position = positionIn(span.value);
    }
    if (placement.position) placement.position->x *= stretch;
    return placement;
}

std::optional<std::vector<CanvasPoint>> placesOf(const Placement& placement,
                                                 std::span<const std::string_view> texts,
                                                 std::span<const DrawnLine> lines) {
    if (!placement.isFollowed) return std::nullopt;
    double height = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (isBroken(placement, texts[i], lines[i])) return std::nullopt;
        height += heightOf(lines, i);
    }
    std::vector<CanvasPoint> places;
    double top = topOf(placement, height);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        places.push_back({leftOf(placement, lines[i].advance), top + lines[i].ascent});
        top += heightOf(lines, i);
    }
    return places;
}

}  // namespace subs
