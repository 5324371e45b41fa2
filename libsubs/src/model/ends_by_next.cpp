// SPDX-License-Identifier: MIT
#include "model/ends_by_next.h"

#include <cstddef>

namespace subs {

std::vector<std::optional<Time>> endsByNext(const Document& document) {
    std::vector<std::optional<Time>> ends(document.cues.size());
    if (document.hasOpenEnds) return ends;
    std::optional<Time> next;
    for (std::size_t i = document.cues.size(); i-- > 0;) {
        const Cue& cue = document.cues[i];
        if (!cue.end && next && *next > cue.start) ends[i] = next;
        if (cue.kind != CueKind::Comment) next = cue.start;
    }
    return ends;
}

void keepEnds(Document& document, const std::vector<std::optional<Time>>& ends) {
    const std::vector<std::optional<Time>> now = endsByNext(document);
    for (std::size_t i = 0; i < document.cues.size(); ++i) {
        Cue& cue = document.cues[i];
        const bool isLonger = !now[i] || (ends[i] && *now[i] > *ends[i]);
        if (ends[i] && !cue.end && isLonger) cue.end = ends[i];
    }
}

}  // namespace subs
