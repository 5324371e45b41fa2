// SPDX-License-Identifier: MIT
#include "format/innermost_spans.h"

#include <algorithm>

namespace subs {

InnermostSpans::InnermostSpans(const CueText& text,
                               const std::function<bool(const Span&)>& counts) {
    for (const Span& span : text.spans)
        if (!span.isPoint() && counts(span)) spans_.push_back(&span);
}

void InnermostSpans::moveTo(std::size_t place) {
    for (; next_ < spans_.size() && spans_[next_]->begin <= place; ++next_)
        open_.at(static_cast<std::size_t>(spans_[next_]->kind)).push_back(spans_[next_]);
    for (std::vector<const Span*>& open : open_)
        while (!open.empty() && open.back()->end <= place)
            open.pop_back();
}

std::vector<const Span*> InnermostSpans::all() const {
    std::vector<const Span*> found;
    for (const std::vector<const Span*>& open : open_)
        if (!open.empty()) found.push_back(open.back());
    // They lie in one list.
    std::ranges::sort(found);
    return found;
}

}  // namespace subs
