// SPDX-License-Identifier: MIT
#include "base/sha1.h"

#include <bit>
#include <cstddef>
#include <string>

namespace subs {
namespace {

constexpr std::size_t kBlock = 64;
constexpr std::size_t kRounds = 80;

using Words = std::array<std::uint32_t, 5>;

std::uint32_t wordAt(std::string_view bytes, std::size_t at) {
    std::uint32_t word = 0;
    for (std::size_t i = 0; i < 4; ++i)
        word = word << 8U | static_cast<unsigned char>(bytes[at + i]);
    return word;
}

/// What a round mixes of three words, with its constant (§4.1.1, §4.2.1).
std::uint32_t mixed(std::size_t round, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
    if (round < 20) return ((b & c) | (~b & d)) + 0x5a827999U;
    if (round < 40) return (b ^ c ^ d) + 0x6ed9eba1U;
    if (round < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdcU;
    return (b ^ c ^ d) + 0xca62c1d6U;
}

void takeBlock(Words& words, std::string_view block) {
    std::array<std::uint32_t, kRounds> schedule{};
    for (std::size_t i = 0; i < 16; ++i)
        schedule[i] = wordAt(block, i * 4);
    for (std::size_t i = 16; i < kRounds; ++i)
        schedule[i] =
            std::rotl(schedule[i - 3] ^ schedule[i - 8] ^ schedule[i - 14] ^ schedule[i - 16], 1);
    auto [a, b, c, d, e] = words;
    for (std::size_t i = 0; i < kRounds; ++i) {
        const std::uint32_t next = std::rotl(a, 5) + mixed(i, b, c, d) + e + schedule[i];
        e = d;
        d = c;
        c = std::rotl(b, 30);
        b = a;
        a = next;
    }
    words[0] += a;
    words[1] += b;
    words[2] += c;
    words[3] += d;
    words[4] += e;
}

/// What follows the last whole block: the rest, a one, zeros, and the length in bits.
std::string padded(std::string_view rest, std::size_t length) {
    std::string tail(rest);
    tail += '\x80';
    while (tail.size() % kBlock != kBlock - 8)
        tail += '\0';
    const std::uint64_t bits = std::uint64_t{length} * 8;
    for (unsigned shift = 64; shift > 0; shift -= 8)
        tail += static_cast<char>(bits >> (shift - 8) & 0xFFU);
    return tail;
}

}  // namespace

std::array<std::uint8_t, 20> sha1Of(std::string_view bytes) {
    Words words{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
    const std::size_t whole = bytes.size() - bytes.size() % kBlock;
    for (std::size_t at = 0; at < whole; at += kBlock)
        takeBlock(words, bytes.substr(at, kBlock));
    const std::string tail = padded(bytes.substr(whole), bytes.size());
    for (std::size_t at = 0; at < tail.size(); at += kBlock)
        takeBlock(words, std::string_view(tail).substr(at, kBlock));
    std::array<std::uint8_t, 20> digest{};
    for (std::size_t i = 0; i < digest.size(); ++i)
        digest[i] = static_cast<std::uint8_t>(words[i / 4] >> (24 - i % 4 * 8));
    return digest;
}

}  // namespace subs
