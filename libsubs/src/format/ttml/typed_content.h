// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>

#include <optional>
#include <string>
#include <string_view>

namespace subs::ttml {

/// What `piece`, the element of `cue` in its file, has between its tags, as typed; nothing where
/// the cue has other words by now.
std::optional<std::string> typedContent(std::string_view piece, const Cue& cue);

}  // namespace subs::ttml
