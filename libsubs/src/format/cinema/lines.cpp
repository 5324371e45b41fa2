// SPDX-License-Identifier: MIT
#include "format/cinema/lines.h"

#include <subs/format/features.h>
#include <subs/text/script.h>

#include "format/xml/xml_characters.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace subs::cinema {
namespace {

/// Where lines stand of which nothing says it.
constexpr double kUsualVertical = 8;
constexpr double kUsualHorizontal = 5;

}  // namespace

double lineStep(std::string_view text, std::int64_t points) {
    constexpr double kPerPoint = 100.0 / kPointsOfHeight;
    constexpr double kLatin = 1.2;
    constexpr double kKhmer = 1.6;
    return static_cast<double>(points) * kPerPoint * (hasKhmer(text) ? kKhmer : kLatin);
}

CuePlace placeIn(const Document& document,
                 const Cue& cue,
                 const Style* style,
                 const Letters& letters) {
    const Canvas canvas = document.canvas.value_or(Canvas());
    const Alignment usual = style ? style->alignment : Alignment::BottomCentre;
    const Alignment alignment = cue.alignment.value_or(usual);
    const Row row = rowOf(alignment);
    const double shift = anchorShift(letters.anchor, row, letters.points);
    const double step = lineStep(cue.text.plain, letters.points);
    CuePlace place{row, columnOf(alignment), shift, 0, step, {}};
    const auto percent = [&](std::int32_t own, std::int32_t Margins::*side, double otherwise) {
        const std::int32_t margin = own != 0 ? own : style ? style->margins.*side : 0;
        if (margin == 0) return otherwise;
        const double percents = side == &Margins::vertical ? percentOf(margin, canvas.height, shift)
                                                           : percentOf(margin, canvas.width);
        const double inside = std::clamp(percents, 0.0, 100.0);
        const double pixels = std::abs(percents - inside) / 100 *
                              (side == &Margins::vertical ? canvas.height : canvas.width);
        if (pixels > 0.5 && !place.beyond) place.beyond = BeyondMargin{margin, inside};
        return inside;
    };
    // Usually the lowest baseline is there, and the upper edge of what is at the top.
    const double nearEdge = row == Row::Top ? kUsualVertical + shift : kUsualVertical;
    if (row != Row::Centre)
        place.vertical = percent(cue.margins.vertical, &Margins::vertical, nearEdge);
    if (place.column == Column::Left)
        place.horizontal = percent(cue.margins.left, &Margins::left, kUsualHorizontal);
    if (place.column == Column::Right)
        place.horizontal = percent(cue.margins.right, &Margins::right, kUsualHorizontal);
    return place;
}

void planMargins(const Cue& cue, const CuePlace& place, LossReport& losses) {
    if (!place.beyond) return;
    losses.add(feature::kMargins,
               LossSeverity::Approximated,
               cue.id,
               std::to_string(place.beyond->margin),
               percentText(place.beyond->percent) + " %");
}

std::string placeAttributes(const CuePlace& place,
                            std::size_t index,
                            std::size_t count,
                            Dialect dialect) {
    const DialectWords& words = wordsOf(dialect);
    const double vertical = lineVertical(place.row, place.vertical, place.step, index, count);
    return spelledAttribute(words.halign, nameOf(place.column)) +
           spelledAttribute(words.hposition, percentText(place.horizontal)) +
           spelledAttribute(words.valign, nameOf(place.row)) +
           spelledAttribute(words.vposition, percentText(vertical));
}

std::vector<LineBytes> linesOf(std::string_view plain) {
    std::vector<LineBytes> lines;
    std::size_t begin = 0;
    for (std::size_t end = plain.find('\n'); end != plain.npos; end = plain.find('\n', begin)) {
        lines.push_back({begin, end});
        begin = end + 1;
    }
    lines.push_back({begin, plain.size()});
    return lines;
}

}  // namespace subs::cinema
