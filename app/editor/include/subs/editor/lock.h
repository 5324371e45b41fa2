// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace subs::editor {

/// Whether something that is shown can be changed.
enum class Lock : std::uint8_t { Off, On };

}  // namespace subs::editor
