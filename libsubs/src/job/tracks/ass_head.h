// SPDX-License-Identifier: MIT
#pragma once

#include "format/ass/layout.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace subs::tracks {

/// The CodecPrivate of an ASS track as lines of a file, and where the events belong.
struct AssHead {
    std::vector<std::string> before;    ///< Up to the events, with "[Events]" and their "Format:".
    std::vector<std::string> comments;  ///< "Comment:" and all other lines of events.
    std::vector<std::string> behind;    ///< Sections behind the events.
    ass::EventLayout layout;
    ass::Dialect dialect = ass::Dialect::Ass;
};

/// Reads `text`, which may lack any of it: what an events section needs is added.
AssHead assHeadOf(std::string_view text);

}  // namespace subs::tracks
