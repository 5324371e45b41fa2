// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace subs::media {

enum class Packing : std::uint8_t {
    Repeats,  ///< For bytes that recur in the same order.
    Noise,    ///< For bytes of which only some are frequent: quicker, and smaller for these.
};

/// `bytes` packed by zlib.
std::string deflated(std::string_view bytes, Packing packing);
/// What was packed, which is `size` bytes; nothing where it is not, or is damaged.
std::optional<std::string> inflated(std::string_view packed, std::size_t size);
/// The CRC-32 of `bytes`.
std::uint32_t checksumOf(std::string_view bytes);

}  // namespace subs::media
