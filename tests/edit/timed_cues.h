// SPDX-License-Identifier: MIT
#pragma once

#include <subs/edit/stack.h>

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

// Tracks by hand, and what became of them in a line a cue.
namespace testing {

/// Milliseconds and a text.
struct Timed {
    std::int64_t start = 0;
    std::int64_t end = 0;
    std::string text;
};

using Told = std::vector<std::string>;

inline subs::Document documentOf(const std::vector<Timed>& cues, std::string language = "km") {
    subs::Document document;
    document.language = std::move(language);
    for (const Timed& timed : cues) {
        subs::Cue cue;
        cue.id = document.newId();
        cue.start = subs::Time::fromMilliseconds(timed.start);
        cue.end = subs::Time::fromMilliseconds(timed.end);
        cue.text.plain = timed.text;
        document.cues.push_back(std::move(cue));
    }
    return document;
}

/// "1000-2000 ក/a" for each cue.
inline Told told(const subs::Document& document) {
    Told lines;
    for (const subs::Cue& cue : document.cues) {
        std::string text = cue.text.plain;
        for (char& c : text)
            if (c == '\n') c = '/';
        lines.push_back(fmt::format("{}-{} {}",
                                    cue.start.nearestMilliseconds(),
                                    cue.end.value_or(subs::Time()).nearestMilliseconds(),
                                    text));
    }
    return lines;
}

inline subs::MovedCue moved(std::size_t place, std::int64_t start, std::int64_t end) {
    return {place, subs::Time::fromMilliseconds(start), subs::Time::fromMilliseconds(end)};
}

}  // namespace testing
