// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace subs {

/// How the format that is written was chosen. Several have one ending (".xml", ".sub"): by that
/// alone, a file in one of them stays in it, and a sidecar may choose another.
enum class FormatChoice : std::uint8_t { Named, ByEnding };

}  // namespace subs
