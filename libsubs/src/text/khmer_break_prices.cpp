// SPDX-License-Identifier: MIT
#include "text/khmer_break_prices.h"

#include <subs/base/utf8.h>
#include <subs/text/script.h>

#include "text/letter_kinds.h"

#include <algorithm>
#include <iterator>

namespace subs {
namespace {

using namespace khmer_word;

/// A word of the lists may be cut into so many pieces.
constexpr std::size_t kMostPieces = 3;

constexpr char32_t kZeroWidthSpace = 0x200B;

bool isDigit(char32_t c) {
    return isLatinDigit(c) || isKhmerDigit(c);
}

bool isKhmerLetter(char32_t c) {
    return isKhmer(c) && !isKhmerDigit(c) && (c < 0x17D4 || c > 0x17DB || c == 0x17D7);
}

bool isOpening(char32_t c) {
    return c == U'«' || c == U'“' || c == U'‘' || c == U'(' || c == U'"';
}

/// A number never leaves its classifier or unit, nor what it counts among (ម៉ោង ១០), nor its parts.
bool partsNumber(const BreakPlace& place, Kinds before, Kinds after) {
    const bool isNumberBefore = isDigit(place.last) || (before & kNumber) != 0;
    const bool isNumberAfter = isDigit(place.first) || (after & kNumber) != 0;
    if (isNumberBefore && (after & kMeasure) != 0) return true;
    if ((before & kNumberHead) != 0 && isNumberAfter) return true;
    return !place.isSpaced() && (before & kNumber) != 0 && (after & kNumber) != 0;
}

/// A title and what follows it, unless that begins a clause.
bool partsTitle(Kinds before, Kinds after) {
    return (before & kTitle) != 0 && (after & kConjunction) == 0;
}

}  // namespace

void KhmerBreakPrices::assign(std::string_view text, const Offsets& breaks, const Offsets& words) {
    text_ = text;
    words_ = words;
    cuts_.assign(1, 0);
    std::ranges::set_union(breaks, words, std::back_inserter(cuts_));
    cuts_.push_back(static_cast<std::uint32_t>(text.size()));
}

/// The longest word of the lists that ends at the place.
KhmerBreakPrices::Neighbour KhmerBreakPrices::wordBefore(const BreakPlace& place) const {
    Neighbour longest;
    auto cut = std::ranges::lower_bound(cuts_, place.end);
    for (std::size_t i = 0; i < kMostPieces && cut != cuts_.begin(); ++i) {
        --cut;
        const std::size_t size = place.end - *cut;
        if (const Kinds kinds = khmerWordKinds(text_.substr(*cut, size))) longest = {kinds, size};
    }
    return longest;
}

/// The longest one that begins there.
KhmerBreakPrices::Neighbour KhmerBreakPrices::wordAfter(const BreakPlace& place) const {
    Neighbour longest;
    auto cut = std::ranges::upper_bound(cuts_, place.next);
    for (std::size_t i = 0; i < kMostPieces && cut != cuts_.end(); ++i, ++cut) {
        const std::size_t size = *cut - place.next;
        if (const Kinds kinds = khmerWordKinds(text_.substr(place.next, size)))
            longest = {kinds, size};
    }
    return longest;
}

bool KhmerBreakPrices::isCompoundJoin(const BreakPlace& place) const {
    return !std::ranges::binary_search(words_, static_cast<std::uint32_t>(place.next));
}

/// Between the parts of a name of the glossary.
bool KhmerBreakPrices::isInName(const BreakPlace& place) const {
    const auto cut = std::ranges::upper_bound(cuts_, place.next);
    return cut != cuts_.end() &&
           glossary_.goesOn(place.before(), text_.substr(place.next, *cut - place.next));
}

BreakGrade KhmerBreakPrices::gradeBetween(const BreakPlace& place,
                                          Kinds before,
                                          Kinds after) const {
    if ((after & (kDemonstrative | kParticle)) != 0) return BreakGrade::Bad;
    if ((before & kAuxiliary) != 0 || partsTitle(before, after)) return BreakGrade::Bad;
    if (isCompoundJoin(place)) return BreakGrade::Mild;
    if ((before & (kConjunction | kPreposition | kOpener | kKin)) != 0) return BreakGrade::Mild;
    if ((after & (kConjunction | kPreposition)) != 0 || isOpening(place.first))
        return BreakGrade::Good;
    const bool isAmongLetters = isKhmerLetter(place.last) && isKhmerLetter(place.first);
    return isAmongLetters && (after & kNumber) == 0 ? BreakGrade::Plain : BreakGrade::Mild;
}

std::optional<BreakGrade> KhmerBreakPrices::gradeOf(const BreakPlace& place) const {
    if (place.last == kZeroWidthSpace) return BreakGrade::Best;
    const Neighbour before = wordBefore(place);
    const Neighbour after = wordAfter(place);
    if (partsNumber(place, before.kinds, after.kinds)) return std::nullopt;
    if (isInName(place)) return BreakGrade::Bad;
    if (isAfterPunctuation(place)) return BreakGrade::Best;
    if (place.isSpaced())
        return partsTitle(before.kinds, after.kinds) ? BreakGrade::Bad : BreakGrade::Best;
    const std::size_t end = place.next + after.size;
    const bool isLast = end >= text_.size() || !isKhmerLetter(decodeUtf8(text_, end).codePoint);
    if ((after.kinds & kLastOnly) != 0 && isLast) return BreakGrade::Bad;
    return gradeBetween(place, before.kinds, after.kinds);
}

}  // namespace subs
