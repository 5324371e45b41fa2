// SPDX-License-Identifier: MIT
#include "job/lost_marks.h"

#include <subs/format/features.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace subs {
namespace {

struct Mark {
    std::string_view bytes;
    std::string_view name;
};
constexpr std::array<Mark, 2> kMarks{{{"\u200B", "U+200B"}, {"\u2060", "U+2060"}}};

/// What stands between two marks and is not seen either.
constexpr std::array<std::string_view, 2> kNothing = {"\uFEFF", "\u00AD"};

/// How many places of `text` have `mark`.
std::size_t placesOf(std::string_view text, std::string_view mark) {
    std::size_t count = 0;
    std::size_t at = 0;
    const auto isHere = [&](std::string_view letter) {
        return text.substr(at).starts_with(letter);
    };
    while ((at = text.find(mark, at)) != text.npos) {
        ++count;
        for (bool goesOn = true; goesOn;) {
            const auto* const nothing = std::ranges::find_if(kNothing, isHere);
            const std::string_view letter = nothing == kNothing.end() ? mark : *nothing;
            goesOn = isHere(letter);
            if (goesOn) at += letter.size();
        }
    }
    return count;
}

}  // namespace

void addLostMarks(const Change& change, LossReport& losses) {
    for (const CueChange& step : change.steps) {
        if (!step.before || !step.after) continue;
        const std::string_view before = step.before->text.plain;
        const std::string_view after = step.after->text.plain;
        for (const Mark& mark : kMarks) {
            const std::size_t were = placesOf(before, mark.bytes);
            for (std::size_t left = placesOf(after, mark.bytes); left < were; ++left)
                losses.add(feature::kZeroWidthSpace,
                           LossSeverity::Dropped,
                           step.before->id,
                           mark.name,
                           {});
        }
    }
}

}  // namespace subs
