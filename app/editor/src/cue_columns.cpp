// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/cue_columns.h>
#include <subs/editor/fonts.h>

#include <algorithm>

namespace subs::editor {

using namespace session;

namespace {

// At 96 dots an inch; texts and Out, which the Translate window leaves to the strip over the edit
// boxes, have none.
constexpr std::array<int, CueColumnCount> kWidths{44, 30, 96, 0, 48, 0, 46, 0, 46};
constexpr double kTextShare = 0.6;

}  // namespace

int CueColumns::columnAt(int x) const {
    int found = NumberColumn;
    for (int column = 0; column < CueColumnCount; ++column)
        if (shows(column) && (*this)[column].left <= x) found = column;
    return found;
}

CueColumns CueColumns::forWidth(int width, TrackColumns tracks, const Widths& widest) {
    Widths widths{};
    for (std::size_t i = 0; i < widths.size(); ++i)
        widths[i] = kWidths[i] == 0 ? 0 : std::max(scaled(kWidths[i]), widest[i]);
    const bool two = tracks == TrackColumns::Two;
    if (!two) widths[SecondSpeedColumn] = 0;
    const auto room = [&] {
        int rest = width;
        for (const int w : widths)
            rest -= w;
        return std::max(rest, 0);
    };
    if (room() < width * kTextShare) widths[DurationColumn] = 0;
    const int texts = room();
    widths[SecondTextColumn] = two ? texts / 2 : 0;
    widths[FirstTextColumn] = texts - widths[SecondTextColumn];
    CueColumns columns;
    int left = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        columns.spans[i] = {left, widths[i]};
        left += widths[i];
    }
    return columns;
}

}  // namespace subs::editor
