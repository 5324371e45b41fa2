// SPDX-License-Identifier: MIT
#include <subs/edit/change.h>

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

namespace subs {
namespace {

auto at(std::vector<Cue>& cues, std::size_t index) {
    return cues.begin() + static_cast<std::ptrdiff_t>(index);
}

void applyStep(const CueChange& step, Document& document) {
    assert(step.before || step.after);
    assert(!step.before ? step.index <= document.cues.size() : step.index < document.cues.size());
    assert(!step.before || document.cues[step.index] == *step.before);
    if (step.after) document.lastId = std::max(document.lastId, step.after->id.value);
    if (!step.before) {
        document.cues.insert(at(document.cues, step.index), *step.after);
    } else if (!step.after) {
        document.cues.erase(at(document.cues, step.index));
    } else {
        document.cues[step.index] = *step.after;
    }
}

void applyStyle(const StyleChange& change, Document& document) {
    assert(change.index < document.styles.size());
    assert(document.styles[change.index] == change.before);
    document.styles[change.index] = change.after;
}

Change replacing(const Document& document, std::size_t index, Cue after) {
    assert(index < document.cues.size());
    const Cue& before = document.cues[index];
    if (after == before) return {};
    return Change{{CueChange{index, before, std::move(after)}}};
}

}  // namespace

void apply(const Change& change, Document& document) {
    for (const CueChange& step : change.steps)
        applyStep(step, document);
    for (const StyleChange& style : change.styles)
        applyStyle(style, document);
}

Change inverse(const Change& change) {
    Change back;
    back.steps.reserve(change.steps.size());
    std::transform(change.steps.rbegin(),
                   change.steps.rend(),
                   std::back_inserter(back.steps),
                   [](const CueChange& step) {
                       return CueChange{step.index, step.after, step.before};
                   });
    for (const StyleChange& style : change.styles)
        back.styles.push_back({style.index, style.after, style.before});
    std::ranges::reverse(back.styles);
    return back;
}

Change withTimes(const Document& document, std::size_t index, Time start, std::optional<Time> end) {
    assert(index < document.cues.size());
    Cue after = document.cues[index];
    after.start = start;
    after.end = end;
    return replacing(document, index, std::move(after));
}

Change withPlainText(const Document& document, std::size_t index, std::string_view plain) {
    assert(index < document.cues.size());
    Cue after = document.cues[index];
    after.text = withPlain(after.text, plain);
    return replacing(document, index, std::move(after));
}

Change withInserted([[maybe_unused]] const Document& document, std::size_t index, Cue cue) {
    assert(index <= document.cues.size());
    assert(cue.id.value != 0 && !indexOf(document, cue.id));
    return Change{{CueChange{index, std::nullopt, std::move(cue)}}};
}

Change withRemoved(const Document& document, std::size_t index) {
    assert(index < document.cues.size());
    return Change{{CueChange{index, document.cues[index], std::nullopt}}};
}

}  // namespace subs
