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

/// A name that is said with a title has so many parts before the last.
constexpr int kMostNameParts = 3;

/// What is no name, so that a title or kinship word before it is a pronoun.
constexpr Kinds kNoName = kConjunction | kPreposition | kOpener | kAuxiliary | kDemonstrative |
                          kParticle | kLastOnly | kNumber;

/// A word of the lists may be cut into so many pieces.
constexpr std::size_t kMostPieces = 3;

constexpr char32_t kZeroWidthSpace = 0x200B;

bool isOfKhmerWord(char32_t c) {
    return isKhmer(c) && !isKhmerDigit(c) && (c < 0x17D4 || c > 0x17DB || c == kRepetition);
}

/// A straight quote before a word is an opening one.
bool opensQuotation(char32_t c) {
    return isOpeningMark(c) || c == '"';
}

/// A number never leaves its classifier or unit, nor what it counts among (ម៉ោង ១០), nor its parts.
bool partsNumber(const BreakPlace& place, Kinds before, Kinds after) {
    const bool isNumberBefore = isDigit(place.last) || (before & kNumber) != 0;
    const bool isNumberAfter = isDigit(place.first) || (after & kNumber) != 0;
    if (isNumberBefore && (after & kMeasure) != 0) return true;
    if ((before & kNumberHead) != 0 && isNumberAfter) return true;
    return !place.isSpaced() && (before & kNumber) != 0 && (after & kNumber) != 0;
}

/// A title and what may be a name.
bool partsTitle(Kinds before, Kinds after) {
    return (before & kTitle) != 0 && (after & kNoName) == 0;
}

/// ជាង ៥០០: the number alone would be another one.
bool partsEstimate(const BreakPlace& place, Kinds before, Kinds after) {
    return (before & kRoughly) != 0 && (isDigit(place.first) || (after & kNumber) != 0);
}

/// Spaces stand between phrases, but beside figures and Latin letters also where no phrase ends.
bool isBesideForeign(const BreakPlace& place) {
    const auto isForeign = [](char32_t c) { return isDigit(c) || isOtherLetter(c); };
    return isForeign(place.last) || isForeign(place.first);
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
bool KhmerBreakPrices::isInAgreedName(const BreakPlace& place) const {
    const auto cut = std::ranges::upper_bound(cuts_, place.next);
    return cut != cuts_.end() &&
           glossary_.goesOn(place.before(), text_.substr(place.next, *cut - place.next));
}

std::size_t KhmerBreakPrices::beginOfWord(std::size_t end) const {
    const auto word = std::ranges::lower_bound(words_, end);
    return word == words_.begin() ? 0 : *(word - 1);
}

std::size_t KhmerBreakPrices::endOfWord(std::size_t begin) const {
    const auto word = std::ranges::upper_bound(words_, begin);
    return word == words_.end() ? text_.size() : *word;
}

/// True where one word that may be a name stands behind the place, with nothing but a space or sign
/// after it.
bool KhmerBreakPrices::beginsName(const BreakPlace& place) const {
    const std::size_t end = endOfWord(place.next);
    const bool isAlone = end == text_.size() || !isOfKhmerWord(decodeUtf8(text_, end).codePoint);
    const Kinds kinds = khmerWordKinds(text_.substr(place.next, end - place.next));
    return isAlone && isOfKhmerWord(place.first) && (kinds & kNoName) == 0;
}

/// Between the parts of a name that are apart: a title stands before words that each have a space
/// behind them (លោក សុខ ដារ៉ា).
bool KhmerBreakPrices::isInSpacedName(const BreakPlace& place) const {
    if (!beginsName(place)) return false;
    std::size_t end = place.end;
    for (int part = 0; part < kMostNameParts && end > 0; ++part) {
        const std::size_t begin = beginOfWord(end);
        const Kinds kinds = khmerWordKinds(text_.substr(begin, end - begin));
        if ((kinds & (kTitle | kKin)) != 0) return true;
        const BreakPlace before = breakPlaceAt(text_, begin);
        if ((kinds & kNoName) != 0) return false;
        if ((wordBefore(before).kinds & (kTitle | kKin)) != 0) return true;
        if (!before.isSpaced()) return false;
        end = before.end;
    }
    return false;
}

/// Behind the first word of what a title stands before, which may be half a name (លោកប៉ុល|ពត).
bool KhmerBreakPrices::isInTitledName(const BreakPlace& place) const {
    const std::size_t begin = beginOfWord(place.end);
    return begin > 0 && (wordBefore(breakPlaceAt(text_, begin)).kinds & kTitle) != 0;
}

/// ទី with its number, as one word or two.
bool KhmerBreakPrices::beginsOrdinal(const BreakPlace& place) const {
    constexpr std::string_view kOrdinal = "ទី";
    if (!text_.substr(place.next).starts_with(kOrdinal)) return false;
    const std::size_t number = place.next + kOrdinal.size();
    if (number >= text_.size()) return false;
    const std::size_t end = endOfWord(number);
    return isDigit(decodeUtf8(text_, number).codePoint) ||
           (khmerWordKinds(text_.substr(number, end - number)) & kNumber) != 0;
}

BreakGrade KhmerBreakPrices::gradeAtSpace(const BreakPlace& place,
                                          Kinds before,
                                          Kinds after) const {
    if (partsTitle(before, after) || partsEstimate(place, before, after) || isInSpacedName(place))
        return BreakGrade::Bad;
    if (!isBesideForeign(place)) return BreakGrade::Best;
    if ((after & (kConjunction | kPreposition)) != 0) return BreakGrade::Good;
    return isDigit(place.first) ? BreakGrade::Mild : BreakGrade::Plain;
}

BreakGrade KhmerBreakPrices::gradeBetween(const BreakPlace& place,
                                          Kinds before,
                                          Kinds after) const {
    if ((after & (kDemonstrative | kParticle)) != 0) return BreakGrade::Bad;
    if ((before & kAuxiliary) != 0 || partsTitle(before, after) ||
        partsEstimate(place, before, after) || beginsOrdinal(place))
        return BreakGrade::Bad;
    if (isCompoundJoin(place)) return BreakGrade::Mild;
    if ((before & (kConjunction | kPreposition | kOpener)) != 0) return BreakGrade::Mild;
    if ((before & kGoing) != 0 && (after & kReaching) != 0) return BreakGrade::Mild;
    if ((before & kKin) != 0 && (after & kNoName) == 0) return BreakGrade::Mild;
    if ((after & (kConjunction | kPreposition)) != 0 || opensQuotation(place.first))
        return BreakGrade::Good;
    if ((after & kNoName) == 0 && isInTitledName(place)) return BreakGrade::Mild;
    const bool isAmongLetters = isOfKhmerWord(place.last) && isOfKhmerWord(place.first);
    return isAmongLetters && (after & kNumber) == 0 ? BreakGrade::Plain : BreakGrade::Mild;
}

std::optional<BreakGrade> KhmerBreakPrices::gradeOf(const BreakPlace& place) const {
    if (place.last == kZeroWidthSpace) return BreakGrade::Best;
    const Neighbour before = wordBefore(place);
    const Neighbour after = wordAfter(place);
    if (partsNumber(place, before.kinds, after.kinds)) return std::nullopt;
    if (isInAgreedName(place)) return BreakGrade::Bad;
    if (isAfterPunctuation(place)) return BreakGrade::Best;
    if (place.isSpaced()) return gradeAtSpace(place, before.kinds, after.kinds);
    const std::size_t end = place.next + after.size;
    const bool isLast = end >= text_.size() || !isOfKhmerWord(decodeUtf8(text_, end).codePoint);
    if ((after.kinds & kLastOnly) != 0 && isLast) return BreakGrade::Bad;
    return gradeBetween(place, before.kinds, after.kinds);
}

}  // namespace subs
