// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace subs::session {

/// Whether edges that linked cues share are moved together.
enum class LinkedTimes : std::uint8_t { Off, On };

}  // namespace subs::session
