// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace subs {

/// As far as a probe looks into a text for a first line with times.
inline constexpr std::size_t kProbedForLines = std::size_t{1} << 20U;

/// The clock that a line begins with ("00:00:01,500"), by what tells formats apart.
struct ClockSign {
    std::uint8_t colons = 0;  ///< Among the digits and colons that it begins with; 3: or more.
    char next = '\n';         ///< What stands behind these; '\n' at the end of the text.
    std::uint8_t digits = 0;  ///< Behind that; 3: or more.

    friend bool operator==(const ClockSign&, const ClockSign&) = default;
};

/// How the lines of a text begin, blanks aside: found once, so that a format can tell that no line
/// is its own without a walk over all of them (`mayBe`).
class TextSigns {
public:
    /// Of the first `kProbedForLines` bytes of `text`, which must outlive this. O(n).
    explicit TextSigns(std::string_view text);

    std::string_view text() const { return text_; }
    /// True where a line begins with '[' and one of `letters`.
    bool hasBracketed(std::string_view letters) const { return hasAny(bracketed_, letters); }
    /// True where a line begins with '{' and one of `letters`.
    bool hasBraced(std::string_view letters) const { return hasAny(braced_, letters); }
    /// True where a line begins with a clock that `isIt` holds of, or with too many kinds of clocks
    /// to know them all.
    template <class Predicate>
    bool hasClock(Predicate isIt) const {
        return hasTooManyClocks_ || std::any_of(clocks_.begin(), clocks_.end(), isIt);
    }

private:
    using Bytes = std::bitset<256>;

    static bool hasAny(const Bytes& bytes, std::string_view letters);
    void takeLine(std::size_t at);
    void takeClock(std::size_t at);
    void addNext(Bytes& bytes, std::size_t at);

    std::string_view text_;
    Bytes bracketed_;
    Bytes braced_;
    std::vector<ClockSign> clocks_;  ///< Each once.
    bool hasTooManyClocks_ = false;
};

/// A format that can tell by its signs that a text is none of its own.
class SignReader {
public:
    SignReader() = default;
    SignReader(const SignReader&) = delete;
    SignReader& operator=(const SignReader&) = delete;
    virtual ~SignReader() = default;

    /// False where the signs alone tell that `Format::probe` of the text answers the score 0.
    virtual bool mayBe(const TextSigns& signs) const = 0;
};

/// False where `format` tells by the signs that the text is none of its own, so that it need not
/// be probed.
bool mayBe(const Format& format, const TextSigns& signs);

inline constexpr std::string_view kDigitLetters = "0123456789";

}  // namespace subs
