// SPDX-License-Identifier: MIT
#include "format/cinema/content_id.h"

#include <fmt/format.h>

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

}  // namespace subs::cinema
