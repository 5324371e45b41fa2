// SPDX-License-Identifier: MIT
#pragma once

#include <subs/time/time.h>

#include <optional>
#include <string>
#include <string_view>

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
/// The fades of such settings; nothing for those of another kind.
std::optional<Fades> fadesIn(std::string_view settings);

}  // namespace subs
