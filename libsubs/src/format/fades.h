// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>
#include <subs/time/time.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// How long a subtitle takes to come and to go.
struct Fades {
    Time up;
    Time down;
    friend bool operator==(const Fades&, const Fades&) = default;
};

/// What `Cue::settings` says of them: "fade-up:250/3 fade-down:40", milliseconds, exactly; empty
/// where there are none.
std::string settingsOf(const Fades& fades);
/// `settings` as messages show them: of fades the lengths, "fade-up:about 83.333" (see
/// time/shown_milliseconds.h); of another kind what they are.
std::string shownSettings(std::string_view settings);
/// The fades of such settings; nothing for those of another kind.
std::optional<Fades> fadesIn(std::string_view settings);

/// The fades of an ASS tag "\fad(200,300)", milliseconds; nothing for any other.
std::optional<Fades> fadesOfTag(std::string_view tag);
/// Such a tag, in whole milliseconds, and whether it says them exactly.
struct FadeTag {
    std::string text;
    bool isExact = true;
};
FadeTag tagOf(const Fades& fades);
/// The first of `spans` that is such a tag, which is the one that players follow.
std::vector<Span>::const_iterator findFadeTag(const std::vector<Span>& spans);

/// Those that a cue says in one way or the other, if it says any.
std::optional<Fades> fadesOf(const Cue& cue);

}  // namespace subs
