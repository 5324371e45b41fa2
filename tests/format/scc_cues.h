// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>
#include <subs/time/time.h>

#include <cstdint>
#include <string>
#include <utility>

namespace testing {

/// When frame `number` of 525-line television begins.
inline subs::Time frame(std::int64_t number) {
    return subs::Time::fromFlicks(number * (subs::Time::kPerSecond / 30000) * 1001);
}

/// A cue for `document` that is shown from one frame to another.
inline subs::Cue cueOf(subs::Document& document,
                       std::int64_t begin,
                       std::int64_t end,
                       std::string text) {
    subs::Cue cue;
    cue.id = document.newId();
    cue.start = frame(begin);
    cue.end = frame(end);
    cue.text.plain = std::move(text);
    return cue;
}

}  // namespace testing
