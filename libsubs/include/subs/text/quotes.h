// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/normalise.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace subs {

/// How quotations are marked, and those inside of them.
enum class QuoteStyle : std::uint8_t {
    Curly,       ///< “ ‘ ’ ”: CLDR, locale km.
    Guillemets,  ///< « “ ” »: the tradition of print.
    Straight,    ///< " ' ' "
};

enum class BalanceKind : std::uint8_t {
    Unclosed,  ///< It opens, and nothing closes it.
    Unopened,  ///< It closes what nothing opened.
};

/// A quote or bracket, the bytes [begin, end) of a text, without its partner.
struct BalanceIssue {
    BalanceKind kind = BalanceKind::Unclosed;
    std::size_t text = 0;  ///< Which one of several texts.
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    friend bool operator==(const BalanceIssue&, const BalanceIssue&) = default;
};

/// The quotes and brackets of `text` without a partner, first to last. Straight quotes open behind
/// a space and close before one; between letters they do what is due. Apostrophes, marks of feet
/// and inches (5"), the brackets of a list ("1)") and of :-) are none. O(n).
std::vector<BalanceIssue> unbalancedIn(std::string_view text);

/// The same for texts that follow each other, such as cues: what opens in one may close in a later
/// one, and a text may begin with the opening quote of a quotation that goes on. O(n).
std::vector<BalanceIssue> unbalancedIn(std::span<const std::string_view> texts);

/// How many double quotes a text has of each style.
struct QuoteCounts {
    std::size_t curly = 0;
    std::size_t guillemets = 0;
    std::size_t straight = 0;

    QuoteCounts& operator+=(const QuoteCounts& other);
    friend bool operator==(const QuoteCounts&, const QuoteCounts&) = default;
};

/// Of quotations that are in no other one.
QuoteCounts quoteCounts(std::string_view text);

/// A quotation that is marked in another style than the first one of its text: its first mark.
struct MixedQuote {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    friend bool operator==(const MixedQuote&, const MixedQuote&) = default;
};

/// All of `text`, ascending. O(n).
std::vector<MixedQuote> mixedQuotesIn(std::string_view text);

/// `text` with its quotations marked in one style. Quotations inside of others alternate, and one
/// that is marked by single quotes stays so, but for guillemets. A double quote without a partner,
/// which may be in another cue, is written too; a single one and apostrophes stay. O(n).
Normalised withQuotes(std::string_view text, QuoteStyle style);

}  // namespace subs
