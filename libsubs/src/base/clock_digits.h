// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

// The digits of clocks, which are half of what readers and writers of times do: read eight bytes at
// once, and spelt two at once.
namespace subs {

/// The first eight bytes of `text`, which has as many, as one number, the first byte lowest.
constexpr std::uint64_t eightBytes(std::string_view text) {
    std::array<char, 8> bytes{};
    std::copy_n(text.begin(), bytes.size(), bytes.begin());
    if constexpr (std::endian::native == std::endian::big) std::reverse(bytes.begin(), bytes.end());
    return std::bit_cast<std::uint64_t>(bytes);
}

/// The digits of a text, each in the byte where it stands.
class EightDigits {
public:
    /// Of the first eight bytes of `text`, which are spelt as those of `pattern` but for other
    /// digits where that has `0`; nothing where they are spelt otherwise.
    static constexpr std::optional<EightDigits> like(std::string_view pattern,
                                                     std::string_view text) {
        constexpr std::uint64_t kOnes = 0x0101'0101'0101'0101;
        const std::uint64_t expected = eightBytes(pattern);
        const std::uint64_t values = eightBytes(text) ^ expected;
        // What a byte may be at most: 9 where the pattern has a digit, else 0. A '0' has bit 3
        // clear, the signs ':', ',' and '.' have it set.
        const std::uint64_t digits = (~expected >> 3 & kOnes) * 9;
        const std::uint64_t beyond = (values + (kOnes * 15 - digits)) | values;
        if ((beyond & kOnes * 0xF0) != 0) return std::nullopt;
        return EightDigits(values);
    }

    constexpr std::uint32_t one(unsigned at) const {
        return static_cast<std::uint32_t>(values_ >> 8 * at & 0xF);
    }
    constexpr std::uint32_t two(unsigned at) const { return one(at) * 10 + one(at + 1); }

private:
    explicit constexpr EightDigits(std::uint64_t values) : values_(values) {}

    std::uint64_t values_;
};

namespace clock_digits {

/// "00", "01" and on to "99", one behind the other.
inline constexpr std::array<char, 200> kPairs = [] {
    std::array<char, 200> pairs{};
    for (std::size_t i = 0; i < 100; ++i) {
        pairs[2 * i] = static_cast<char>('0' + i / 10);
        pairs[2 * i + 1] = static_cast<char>('0' + i % 10);
    }
    return pairs;
}();

/// Puts a number below 100 at `at`; behind it.
inline char* putTwo(char* at, std::uint32_t value) {
    std::memcpy(at, &kPairs[std::size_t{2} * value], 2);
    return at + 2;
}

/// Puts any number with `least` digits at least; behind it.
inline char* putNumber(char* at, std::uint64_t value, int least) {
    if (value < 10 && least <= 1) {
        *at = static_cast<char>('0' + value);
        return at + 1;
    }
    if (value < 100 && least <= 2) return putTwo(at, static_cast<std::uint32_t>(value));
    std::array<char, 20> digits;
    const char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    for (auto count = end - digits.data(); count < least; ++count)
        *at++ = '0';
    return std::copy(static_cast<const char*>(digits.data()), end, at);
}

}  // namespace clock_digits

/// How a clock is spelt.
struct ClockDigits {
    int first = 2;         ///< So many digits at least in its first field.
    char point = '.';      ///< Before the fraction of a second.
    bool hasHours = true;  ///< Else minutes count on beyond an hour.
};

/// Appends `units`, of which a second has `PerSecond`, as a clock: "01:02:03.450".
template <std::uint32_t PerSecond>
void appendClockDigits(std::string& out, std::uint64_t units, const ClockDigits& spelling) {
    static_assert(PerSecond == 1 || PerSecond == 10 || PerSecond == 100 || PerSecond == 1000);
    using namespace clock_digits;
    constexpr std::uint32_t kMinute = 60 * PerSecond;
    constexpr std::uint32_t kHour = 60 * kMinute;
    std::array<char, 48> text;
    const std::uint64_t whole = spelling.hasHours ? units / kHour : units / kMinute;
    auto left = static_cast<std::uint32_t>(units - whole * (spelling.hasHours ? kHour : kMinute));
    char* at = putNumber(text.data(), whole, spelling.first);
    *at++ = ':';
    if (spelling.hasHours) {
        at = putTwo(at, left / kMinute);
        *at++ = ':';
        left %= kMinute;
    }
    at = putTwo(at, left / PerSecond);
    left %= PerSecond;
    if constexpr (PerSecond > 1) *at++ = spelling.point;
    if constexpr (PerSecond == 1000) *at++ = static_cast<char>('0' + left / 100);
    if constexpr (PerSecond == 10) *at++ = static_cast<char>('0' + left);
    if constexpr (PerSecond >= 100) at = putTwo(at, left % 100);
    out.append(text.data(), static_cast<std::size_t>(at - text.data()));
}

}  // namespace subs
