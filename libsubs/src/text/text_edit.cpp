// SPDX-License-Identifier: MIT
#include <subs/text/text_edit.h>

#include <algorithm>
#include <cassert>

namespace subs {

std::string withEdits(std::string_view text, std::span<const TextEdit> edits) {
    std::string result;
    result.reserve(text.size());
    std::size_t done = 0;
    for (const TextEdit& edit : edits) {
        assert(done <= edit.begin && edit.begin <= edit.end && edit.end <= text.size());
        result.append(text.substr(done, edit.begin - done)).append(edit.replacement);
        done = edit.end;
    }
    return result.append(text.substr(done));
}

OffsetMap::OffsetMap(std::span<const TextEdit> edits) {
    steps_.reserve(edits.size());
    std::size_t oldEnd = 0;
    std::size_t newEnd = 0;
    for (const TextEdit& edit : edits) {
        const std::size_t newBegin = newEnd + (edit.begin - oldEnd);
        oldEnd = edit.end;
        newEnd = newBegin + edit.replacement.size();
        steps_.push_back({edit.begin, oldEnd, newBegin, newEnd});
    }
}

std::size_t OffsetMap::after(std::size_t old, EditSide inside) const {
    const auto next = std::ranges::upper_bound(steps_, old, {}, &Step::oldBegin);
    if (next == steps_.begin()) return old;
    const Step& step = *std::prev(next);
    if (old >= step.oldEnd) return step.newEnd + (old - step.oldEnd);
    return old == step.oldBegin || inside == EditSide::Begin ? step.newBegin : step.newEnd;
}

std::size_t OffsetMap::endAfter(std::size_t old) const {
    const auto next = std::ranges::lower_bound(steps_, old, {}, &Step::oldBegin);
    if (next == steps_.begin()) return old;
    const Step& step = *std::prev(next);
    return old >= step.oldEnd ? step.newEnd + (old - step.oldEnd) : step.newBegin;
}

std::size_t OffsetMap::before(std::size_t now, EditSide of) const {
    const auto next = of == EditSide::Begin
                          ? std::ranges::upper_bound(steps_, now, {}, &Step::newBegin)
                          : std::ranges::lower_bound(steps_, now, {}, &Step::newBegin);
    if (next == steps_.begin()) return now;
    const Step& step = *std::prev(next);
    if (now >= step.newEnd) return step.oldEnd + (now - step.newEnd);
    return now == step.newBegin || of == EditSide::Begin ? step.oldBegin : step.oldEnd;
}

}  // namespace subs
