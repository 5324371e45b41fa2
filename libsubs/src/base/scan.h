// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Searching a text for any of a few bytes, many bytes at a time: what readers and writers do most.
namespace subs {
namespace scan {

#if defined(__SSE2__)

inline constexpr std::size_t kBlock = 16;

/// A bit for each byte of the block that is one of `Wanted`, the first byte lowest.
template <char... Wanted>
unsigned matches(const char* block) {
    __m128i bytes;
    std::memcpy(&bytes, block, kBlock);
    __m128i found = _mm_setzero_si128();
    ((found = _mm_or_si128(found, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(Wanted)))), ...);
    return static_cast<unsigned>(_mm_movemask_epi8(found));
}

/// A bit for each byte of the block that is not ASCII.
inline unsigned highBits(const char* block) {
    __m128i bytes;
    std::memcpy(&bytes, block, kBlock);
    return static_cast<unsigned>(_mm_movemask_epi8(bytes));
}

/// A bit for each byte of the block from `First` to `Last`, which have both their high bit set.
template <unsigned char First, unsigned char Last>
unsigned between(const char* block) {
    static_assert(0x80 <= First && First <= Last);
    __m128i bytes;
    std::memcpy(&bytes, block, kBlock);
    const __m128i tooLow = _mm_cmplt_epi8(bytes, _mm_set1_epi8(static_cast<char>(First)));
    const __m128i tooHigh = _mm_cmpgt_epi8(bytes, _mm_set1_epi8(static_cast<char>(Last)));
    return ~static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(tooLow, tooHigh)));
}

#else

inline constexpr std::size_t kBlock = 8;

/// The same, a byte at a time in a loop without branches.
template <char... Wanted>
unsigned matches(const char* block) {
    unsigned found = 0;
    for (std::size_t i = 0; i < kBlock; ++i)
        found |= static_cast<unsigned>(((block[i] == Wanted) || ...)) << i;
    return found;
}

inline unsigned highBits(const char* block) {
    unsigned found = 0;
    for (std::size_t i = 0; i < kBlock; ++i)
        found |= static_cast<unsigned>(static_cast<signed char>(block[i]) < 0) << i;
    return found;
}

template <unsigned char First, unsigned char Last>
unsigned between(const char* block) {
    unsigned found = 0;
    for (std::size_t i = 0; i < kBlock; ++i) {
        const auto byte = static_cast<unsigned char>(block[i]);
        found |= static_cast<unsigned>(First <= byte && byte <= Last) << i;
    }
    return found;
}

#endif

}  // namespace scan

/// The first byte of `text` from `at` on that is one of `Wanted`, or `end` (at most the size).
template <char... Wanted>
std::size_t findAny(std::string_view text, std::size_t at, std::size_t end) {
    for (; at + scan::kBlock <= end; at += scan::kBlock) {
        const unsigned found = scan::matches<Wanted...>(text.data() + at);
        if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found));
    }
    if (at < end && end >= scan::kBlock) {
        // The last block, with the bytes before `at` left out.
        const std::size_t from = end - scan::kBlock;
        const unsigned found = scan::matches<Wanted...>(text.data() + from) >> (at - from);
        return found == 0 ? end : at + static_cast<std::size_t>(std::countr_zero(found));
    }
    while (at < end && ((text[at] != Wanted) && ...))
        ++at;
    return at < end ? at : end;
}

template <char... Wanted>
std::size_t findAny(std::string_view text, std::size_t at = 0) {
    return findAny<Wanted...>(text, at, text.size());
}

}  // namespace subs
