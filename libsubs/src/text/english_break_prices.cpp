// SPDX-License-Identifier: MIT
#include "text/english_break_prices.h"

#include "text/english_break_words.h"
#include "text/letter_kinds.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace subs {
namespace {

using namespace english_word;

constexpr std::string_view kCurlyApostrophe = "’";

/// Longer than any word of the lists; what is longer is only looked at so far.
constexpr std::size_t kLongestWord = 24;

bool isWordByte(char c) {
    return isLatinLetter(c) || isLatinDigit(c) || c == '\'' || c == '%' || c == '.' ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// A word beside a place.
struct Word {
    std::string text;  ///< As written, with straight apostrophes.
    Kinds kinds = 0;
    bool hasStop = false;  ///< A full stop behind it.

    bool isFigure() const { return !text.empty() && isLatinDigit(text.back()); }
    bool beginsCapital() const { return !text.empty() && isCapitalLatin(text.front()); }
    bool isAllCapitals() const {
        const auto isSmall = [](char c) { return isSmallLatin(c); };
        const auto isCapital = [](char c) { return isCapitalLatin(c); };
        return text.size() > 1 && std::ranges::none_of(text, isSmall) &&
               std::ranges::any_of(text, isCapital);
    }
    bool is(Kinds kind) const { return (kinds & kind) != 0; }
    /// A part of a name by its capital, in a text that is not all capitals.
    bool isNamePart() const { return beginsCapital() && !isAllCapitals() && kinds == 0; }
};

std::string withStraightApostrophes(std::string_view text) {
    std::string result(text);
    for (std::size_t at = result.find(kCurlyApostrophe); at != result.npos;
         at = result.find(kCurlyApostrophe, at))
        result.replace(at, kCurlyApostrophe.size(), "'");
    return result;
}

/// What is no letter of a word at its ends: quotes, full stops.
std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kEnds = "'.";
    constexpr std::array<std::string_view, 4> kOpening{"“", "‘", "«", "…"};
    for (const std::string_view quote : kOpening)
        if (text.starts_with(quote)) text.remove_prefix(quote.size());
    const std::size_t first = text.find_first_not_of(kEnds);
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(kEnds) - first + 1);
}

Word wordOf(std::string_view bytes) {
    const std::string straight = withStraightApostrophes(bytes);
    Word word{std::string(trimmed(straight)), 0, straight.ends_with('.')};
    std::string lower = word.text;
    std::ranges::transform(lower, lower.begin(), loweredLatin);
    word.kinds = englishWordKinds(lower);
    return word;
}

Word wordBefore(const BreakPlace& place) {
    const std::string_view before = place.before();
    std::size_t begin = before.size();
    while (begin > 0 && before.size() - begin < kLongestWord && isWordByte(before[begin - 1]))
        --begin;
    return wordOf(before.substr(begin));
}

Word wordAfter(const BreakPlace& place) {
    const std::string_view after = place.after().substr(0, kLongestWord);
    constexpr std::string_view kOpening = "\"'([";
    const std::size_t begin = std::min(after.find_first_not_of(kOpening), after.size());
    std::size_t end = begin;
    while (end < after.size() && isWordByte(after[end]))
        ++end;
    return wordOf(after.substr(begin, end - begin));
}

/// True where nothing but punctuation follows the word after the place: it belongs to the verb
/// before it ("give up.", "what you came for.").
bool isLastOfPhrase(const BreakPlace& place, const Word& after) {
    const std::string_view rest = place.after().substr(
        std::min(place.after().find(after.text) + after.text.size(), place.after().size()));
    return rest.empty() || rest.front() != ' ';
}

bool isInitial(const Word& word) {
    return word.hasStop && word.text.size() == 1 && word.beginsCapital();
}

/// II, XIV: behind a name.
bool isOrdinalOfName(const Word& word) {
    return !word.text.empty() && word.text.find_first_not_of("IVX") == word.text.npos &&
           word.text != "I";
}

bool partsName(const Word& before, const Word& after) {
    if (!after.beginsCapital()) return false;
    if (isInitial(before) && after.isNamePart()) return true;
    if (before.is(kTitle) && before.beginsCapital()) return after.kinds == 0 && after.text != "I";
    const bool goesOn = after.isNamePart() || isOrdinalOfName(after) ||
                        (after.is(kTitle) && !after.isAllCapitals());
    return !before.hasStop && before.isNamePart() && goesOn;
}

bool isPhraseOpener(const Word& word) {
    return word.is(kConjunction | kPreposition) && !word.is(kDeterminer);
}

/// Two words that a guide keeps together.
bool partsPhrase(const BreakPlace& place, const Word& before, const Word& after) {
    if (after.is(kReflexive)) return true;
    if (after.is(kParticle | kPreposition) && isLastOfPhrase(place, after)) return true;
    if (before.is(kArticle)) return true;
    if (before.is(kDeterminer) && !before.is(kConjunction)) return !isPhraseOpener(after);
    if (before.is(kAuxiliary) && !before.is(kToVerb)) return !after.is(kConjunction);
    if (before.is(kSubject)) return !after.is(kConjunction);
    if (before.text == "to" || before.text == "To") return true;
    return false;
}

BreakGrade gradeBetween(const Word& before, const Word& after) {
    const bool isInNumber = (before.isFigure() || before.is(kNumber)) && !before.hasStop &&
                            (after.isFigure() || after.is(kNumber));
    if (isInNumber) return BreakGrade::Bad;
    if (before.is(kToVerb) && after.text == "to") return BreakGrade::Mild;
    if (before.is(kAuxiliary)) return BreakGrade::Bad;
    if (before.is(kPreposition | kConjunction)) return BreakGrade::Mild;
    if (after.is(kConjunction | kPreposition)) return BreakGrade::Good;
    if (before.is(kPronoun)) return BreakGrade::Mild;
    return BreakGrade::Plain;
}

/// A dash that begins a line looks like a speaker's.
bool beginsWithDash(const BreakPlace& place) {
    return place.first == '-' || place.first == U'–' || place.first == U'—';
}

}  // namespace

std::optional<BreakGrade> englishBreakGrade(const BreakPlace& place) {
    if (!place.isSpaced() && place.last == '-') return BreakGrade::Bad;
    if (beginsWithDash(place)) return isAfterSentence(place) ? BreakGrade::Best : BreakGrade::Bad;
    const Word before = wordBefore(place);
    const Word after = wordAfter(place);
    if ((before.isFigure() || before.is(kNumber)) && !before.hasStop && after.is(kUnit))
        return std::nullopt;
    if (partsName(before, after)) return BreakGrade::Bad;
    if (isAfterPunctuation(place)) return BreakGrade::Best;
    if (partsPhrase(place, before, after)) return BreakGrade::Bad;
    return gradeBetween(before, after);
}

}  // namespace subs
