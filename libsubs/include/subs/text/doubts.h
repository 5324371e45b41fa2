// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace subs {

/// What is probably a slip in Khmer, though it may be meant: a person has to decide. What is wrong
/// beyond doubt stands in text/conformance.h.
enum class DoubtKind : std::uint8_t {
    Colon,            ///< ":" behind Khmer where ៖ is due (`PunctuationKind`, as the next four).
    WrongFinal,       ///< ៈ or ះ where the other one, or ៖, is due.
    LineStart,        ///< A mark that no line begins with.
    FinalStop,        ///< "." that ends a Khmer sentence.
    RepeatedMark,     ///< One mark twice or more.
    MixedDigits,      ///< Khmer and Latin digits in one number (text/digits.h).
    MixedQuotes,      ///< Quotations of one text in two styles (text/quotes.h).
    UnbalancedQuote,  ///< A quote or bracket without its partner (text/quotes.h).
    Spelling,         ///< A subscript DA where TA is known, or TA (text/settled_spelling.h).
    LookAlike,        ///< A character of another script that looks like a Khmer one.
};

/// "colon", "mixed-digits", ...: stable, for programs.
std::string_view nameOf(DoubtKind kind);
/// What is due, for a person: "behind Khmer it is probably ៖", without full stop.
std::string_view sentenceOf(DoubtKind kind);

/// The bytes [begin, end) of a text.
struct Doubt {
    DoubtKind kind = DoubtKind::Colon;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    friend bool operator==(const Doubt&, const Doubt&) = default;
};

/// All of a text whose lines are texts of their own, by their beginnings: the partner of a quote
/// may be on any line, else each is looked at alone. Lines without Khmer are passed over. O(n).
std::vector<Doubt> doubtsIn(std::string_view text);

}  // namespace subs
