// SPDX-License-Identifier: MIT
#include "job/pictures/shown_times.h"

#include "format/cinema/cue_units.h"
#include "format/edges.h"

#include <algorithm>
#include <cstddef>

namespace subs {

Result<Document> withShownTimes(const Document& document,
                                const WriteOptions& options,
                                cinema::Dialect dialect) {
    if (auto fits = cinema::checkRate(dialect, options.timeline); !fits)
        return tl::unexpected(fits.error());
    const cinema::Units unit = cinema::newUnits(dialect, options.timeline);
    const cinema::CueUnits units(document, options, unit);
    const EdgeRounder edges(document, options, NegativeTimes::Clamped);
    Document shown = document;
    for (std::size_t i = 0; i < document.cues.size(); ++i) {
        const Cue& cue = document.cues[i];
        if (cue.kind != CueKind::Dialogue) continue;
        const auto in = units.unit(cue, cue.start, Edge::Start);
        if (!in) return tl::unexpected(in.error());
        const auto end = units.unit(cue, edges.endOf(i), Edge::End);
        if (!end) return tl::unexpected(end.error());
        shown.cues[i].start = cinema::timeOfUnit(*in, unit);
        shown.cues[i].end = cinema::timeOfUnit(std::max(*end, *in + 1), unit);
    }
    return shown;
}

}  // namespace subs
