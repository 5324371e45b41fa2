// SPDX-License-Identifier: MIT
#include "format/cinema/content_id.h"

#include "base/sha1.h"

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>

namespace subs::cinema {
namespace {

/// FNV-1a of 64 bits, from another beginning for each half.
std::uint64_t hashOf(std::string_view content, std::uint64_t hash) {
    constexpr std::uint64_t kPrime = 0x100000001b3;
    for (const char c : content) {
        hash ^= static_cast<unsigned char>(c);
        hash *= kPrime;
    }
    return hash;
}

}  // namespace

std::string contentId(std::string_view content) {
    constexpr std::uint64_t kFirst = 0xcbf29ce484222325;
    constexpr std::uint64_t kSecond = 0x9ae16a3b2f90404f;
    const std::uint64_t high = hashOf(content, kFirst);
    const std::uint64_t low = hashOf(content, kSecond);
    return fmt::format("{:08x}-{:04x}-8{:03x}-{:04x}-{:012x}",
                       high >> 32U,
                       high >> 16U & 0xFFFFU,
                       high & 0xFFFU,
                       (low >> 48U & 0x3FFFU) | 0x8000U,
                       low & 0xFFFFFFFFFFFFU);
}

std::string namedId(std::string_view space, std::string_view name) {
    constexpr std::size_t kBytes = 16;
    auto digest = sha1Of(std::string(space).append(name));
    digest[6] = static_cast<std::uint8_t>((digest[6] & 0x0FU) | 0x50U);  // version 5
    digest[8] = static_cast<std::uint8_t>((digest[8] & 0x3FU) | 0x80U);  // of RFC 9562
    std::string text;
    for (std::size_t i = 0; i < kBytes; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
        text += fmt::format("{:02x}", digest[i]);
    }
    return text;
}

std::string pictureId(std::string_view png) {
    // 731d1023-d09c-4fd9-a5be-4313bd9ec258, a random one.
    constexpr std::string_view kSpace(
        "\x73\x1d\x10\x23\xd0\x9c\x4f\xd9\xa5\xbe\x43\x13\xbd\x9e\xc2\x58", 16);
    return namedId(kSpace, png);
}

}  // namespace subs::cinema
