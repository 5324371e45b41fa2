// SPDX-License-Identifier: MIT
#include "edit/merged_cues.h"

#include <algorithm>
#include <string>
#include <utility>

namespace subs {
namespace {

/// As a cue that no file has.
void makeNew(Cue& cue, Document& document) {
    cue.piece = {};
    cue.label.clear();
    cue.id = document.newId();
}

}  // namespace

void MergedCues::add(Cue cue) {
    added_.push_back(std::move(cue));
}

void MergedCues::into(Document& document) && {
    const bool wasNumbered = isNumbered(document);
    const bool wasSorted = std::ranges::is_sorted(document.cues, {}, &Cue::start);
    std::ranges::stable_sort(added_, {}, &Cue::start);
    document.cues.clear();
    auto next = added_.begin();
    const auto take = [&](Cue& cue) {
        makeNew(cue, document);
        document.cues.push_back(std::move(cue));
    };
    for (std::vector<Cue>& cues : own_)
        for (std::size_t i = 0; i < cues.size(); ++i) {
            for (; next != added_.end() && next->start < cues[i].start; ++next)
                take(*next);
            if (i == 0)
                document.cues.push_back(std::move(cues[i]));
            else
                take(cues[i]);
        }
    for (; next != added_.end(); ++next)
        take(*next);
    if (wasSorted) std::ranges::stable_sort(document.cues, {}, &Cue::start);
    if (wasNumbered) number(document);
}

bool isNumbered(const Document& document) {
    std::size_t count = 0;
    for (const Cue& cue : document.cues)
        if (cue.kind == CueKind::Dialogue && cue.label != std::to_string(++count)) return false;
    return count > 0;
}

void number(Document& document) {
    std::size_t count = 0;
    for (Cue& cue : document.cues)
        if (cue.kind == CueKind::Dialogue) cue.label = std::to_string(++count);
}

}  // namespace subs
