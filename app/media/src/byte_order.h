// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>

namespace subs::media {

inline constexpr unsigned kCompactBits = 7;
inline constexpr std::uint64_t kMoreFollows = 1U << kCompactBits;

/// Appends whole numbers to bytes, the lowest byte first.
class ByteWriter {
public:
    template <std::integral Number>
    void number(Number value) {
        auto rest = static_cast<std::make_unsigned_t<Number>>(value);
        for (std::size_t i = 0; i < sizeof(Number); ++i) {
            bytes_.push_back(
                static_cast<char>(static_cast<std::uint64_t>(rest) >> (8 * i) & 0xFFU));
        }
    }
    /// Seven bits a byte, the lowest first: short for small numbers.
    void compact(std::uint64_t value) {
        for (; value >= kMoreFollows; value >>= kCompactBits)
            bytes_.push_back(static_cast<char>(value | kMoreFollows));
        bytes_.push_back(static_cast<char>(value));
    }
    /// The same of a number of either sign.
    void compactStep(std::int64_t step) {
        const auto twice = static_cast<std::uint64_t>(step) << 1U;
        compact(step < 0 ? ~twice : twice);
    }
    void raw(std::string_view bytes) { bytes_ += bytes; }
    /// Its length, then the bytes.
    void counted(std::string_view bytes) {
        number(static_cast<std::uint32_t>(bytes.size()));
        raw(bytes);
    }
    const std::string& bytes() const { return bytes_; }

private:
    std::string bytes_;
};

/// Takes them again. Behind the end all is 0 and empty, and `isWhole` false.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

    template <std::integral Number>
    Number number() {
        std::uint64_t value = 0;
        const std::string_view bytes = raw(sizeof(Number));
        for (std::size_t i = 0; i < bytes.size(); ++i)
            value |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
        return static_cast<Number>(value);
    }
    std::uint64_t compact() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < std::numeric_limits<std::uint64_t>::digits;
             shift += kCompactBits) {
            const auto byte = number<std::uint8_t>();
            value |= (byte & (kMoreFollows - 1)) << shift;
            if (byte < kMoreFollows) return value;
        }
        isWhole_ = false;
        rest_ = {};
        return 0;
    }
    std::int64_t compactStep() {
        const std::uint64_t twice = compact();
        return static_cast<std::int64_t>((twice & 1U) != 0 ? ~(twice >> 1U) : twice >> 1U);
    }
    std::string_view raw(std::size_t length) {
        if (length > rest_.size()) {
            isWhole_ = false;
            rest_ = {};
            return {};
        }
        const std::string_view taken = rest_.substr(0, length);
        rest_.remove_prefix(length);
        return taken;
    }
    std::string_view counted() { return raw(number<std::uint32_t>()); }
    /// How many bytes are left.
    std::size_t left() const { return rest_.size(); }
    bool isWhole() const { return isWhole_; }
    bool isAtEnd() const { return isWhole_ && rest_.empty(); }

private:
    std::string_view rest_;
    bool isWhole_ = true;
};

}  // namespace subs::media
