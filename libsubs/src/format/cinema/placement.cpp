// SPDX-License-Identifier: MIT
#include "format/cinema/placement.h"

#include "format/cinema/dialect.h"
#include "format/cinema/put_value.h"
#include "format/xml/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace subs::cinema {
namespace {

constexpr double kHundred = 100;
constexpr double kHalf = 50;

std::optional<double> percentIn(std::string_view text) {
    double value = 0;
    if (text.starts_with('+')) text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isNumber = error == std::errc() && end == text.data() + text.size();
    const bool fits = isNumber && std::abs(value) <= kHundred;
    return fits ? std::optional(value) : std::nullopt;
}

std::optional<Row> rowIn(std::string_view value) {
    for (const Row row : {Row::Top, Row::Centre, Row::Bottom})
        if (isSameName(value, nameOf(row))) return row;
    return std::nullopt;
}

std::optional<Column> columnIn(std::string_view value) {
    for (const Column column : {Column::Left, Column::Centre, Column::Right})
        if (isSameName(value, nameOf(column))) return column;
    return std::nullopt;
}

bool isVerticalDirection(std::string_view value) {
    return isSameName(value, "vertical") || isSameName(value, "ttb") || isSameName(value, "btt");
}

/// False for a value that means nothing.
bool read(Placement& placement, std::string_view name, std::string_view value) {
    if (isSameName(name, "Valign")) return putValue(placement.row, rowIn(value));
    if (isSameName(name, "Halign")) return putValue(placement.column, columnIn(value));
    if (isSameName(name, "Vposition")) return putValue(placement.vertical, percentIn(value));
    if (isSameName(name, "Hposition")) return putValue(placement.horizontal, percentIn(value));
    if (isSameName(name, "Direction")) placement.isVerticalWriting = isVerticalDirection(value);
    return true;
}

}  // namespace

Placement placementOf(const XmlTag& tag, std::vector<std::string_view>& unknown) {
    Placement placement;
    for (const XmlAttribute& attribute : tag.attributes)
        if (!read(placement, attribute.name, trimmed(attribute.value)))
            unknown.push_back(attribute.value);
    return placement;
}

Alignment alignmentOf(const Placement& placement) {
    constexpr int kColumns = 3;
    const int fromBottom = 2 - static_cast<int>(placement.row);
    return static_cast<Alignment>(1 + fromBottom * kColumns + static_cast<int>(placement.column));
}

Row rowOf(Alignment alignment) {
    constexpr int kColumns = 3;
    return static_cast<Row>(2 - (static_cast<int>(alignment) - 1) / kColumns);
}

Column columnOf(Alignment alignment) {
    constexpr int kColumns = 3;
    return static_cast<Column>((static_cast<int>(alignment) - 1) % kColumns);
}

std::string_view nameOf(Row row) {
    switch (row) {
        case Row::Top:
            return "top";
        case Row::Centre:
            return "center";
        case Row::Bottom:
            break;
    }
    return "bottom";
}

std::string_view nameOf(Column column) {
    switch (column) {
        case Column::Left:
            return "left";
        case Column::Centre:
            return "center";
        case Column::Right:
            break;
    }
    return "right";
}

double depthOf(const Placement& placement) {
    switch (placement.row) {
        case Row::Top:
            return placement.vertical;
        case Row::Centre:
            return kHalf + placement.vertical;
        case Row::Bottom:
            break;
    }
    return kHundred - placement.vertical;
}

double lineVertical(Row row, double vertical, double step, std::size_t index, std::size_t count) {
    const auto from = static_cast<double>(index);
    const auto last = static_cast<double>(count) - 1;
    switch (row) {
        case Row::Top:
            return vertical + from * step;
        case Row::Centre:
            return vertical + (from - last / 2) * step;
        case Row::Bottom:
            break;
    }
    return vertical + (last - from) * step;
}

std::string percentText(double percent) {
    constexpr double kThousand = 1000;
    const double rounded =
        std::round(std::clamp(percent, -kHundred, kHundred) * kThousand) / kThousand;
    return fmt::format("{}", rounded == 0 ? 0.0 : rounded);
}

std::int32_t marginOf(double percent, std::int32_t length) {
    const auto margin = static_cast<std::int32_t>(std::lround(percent * length / kHundred));
    return margin == 0 ? 1 : margin;
}

double anchorShift(Anchor anchor, Row row, std::int64_t points) {
    constexpr double kAbove = 1.069;
    constexpr double kBelow = 0.293;
    if (anchor == Anchor::Edge) return 0;
    const double em = static_cast<double>(points) * kHundred / kPointsOfHeight;
    switch (row) {
        case Row::Top:
            return em * kAbove;
        case Row::Centre:
            return em * (kAbove - kBelow) / 2;
        case Row::Bottom:
            break;
    }
    return em * kBelow;
}

double percentOf(std::int32_t margin, std::int32_t length, double shift) {
    const std::int32_t whole = std::max(length, 1);
    const double percent = margin * kHundred / whole + shift;
    for (const double parts : {1.0, 10.0, kHundred}) {
        const double rounded = std::round(percent * parts) / parts;
        if (marginOf(rounded - shift, whole) == margin) return rounded;
    }
    return percent;
}

}  // namespace subs::cinema
