// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>
#include <subs/model/document.h>

#include "format/cinema/placement.h"
#include "format/cinema/text_writer.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace subs::cinema {

/// A margin that would have the text outside of the picture.
struct BeyondMargin {
    std::int32_t margin = 0;
    double percent = 0;  ///< Where the text is instead.
};

/// Where the text of a cue stands.
struct CuePlace {
    Row row = Row::Bottom;
    Column column = Column::Centre;
    double vertical = 0;  ///< Of the line nearest to the edge; see `lineVertical`.
    double horizontal = 0;
    double step = 0;                     ///< From line to line.
    std::optional<BeyondMargin> beyond;  ///< The first of them.
};

/// How far below each other lines of a text are, in per cent of the picture: the signs of Khmer
/// need more than Latin letters.
double lineStep(std::string_view text, std::int64_t points);

/// The letters of a text, and what its places say of them.
struct Letters {
    std::int64_t points = 0;
    Anchor anchor = Anchor::Baseline;
};

/// Where `cue` of `document` goes, which is shown in `style` where that is not null.
CuePlace placeIn(const Document& document,
                 const Cue& cue,
                 const Style* style,
                 const Letters& letters);

/// Tells of a margin of `cue` that would have it outside of the picture.
void planMargins(const Cue& cue, const CuePlace& place, LossReport& losses);

/// " Halign=… Valign=…" of line `index` of `count`.
std::string placeAttributes(const CuePlace& place,
                            std::size_t index,
                            std::size_t count,
                            Dialect dialect);

/// The lines of a text, [begin, end) each; one for an empty text.
struct LineBytes {
    std::size_t begin = 0;
    std::size_t end = 0;
};
std::vector<LineBytes> linesOf(std::string_view plain);

}  // namespace subs::cinema
