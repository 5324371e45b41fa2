// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace subs {

/// SHA-1 (FIPS 180-4, §6.1), which names of version 5 are made by (RFC 9562, §5.5). Not for what
/// has to stand against an attacker.
std::array<std::uint8_t, 20> sha1Of(std::string_view bytes);

}  // namespace subs
