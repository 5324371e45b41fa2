// SPDX-License-Identifier: MIT
#include "text/break_guard.h"

#include "text/khmer_break_words.h"
#include "text/khmer_particles.h"

namespace subs {
namespace {

using enum BreakClass;

constexpr std::string_view kEtCetera = "។ល។";

bool isUnspaced(BreakClass kind) {
    return isUnspacedLetter(kind) || kind == Repetition || kind == Stop;
}

/// The gap before `index`, and what stands on both sides of the spaces in it.
struct Gap {
    BreakClass before;  ///< Spaces passed over; LineEnd at the beginning of the text.
    BreakClass after;
    bool spaced;
};

/// Calls `judge(index, gap)` for each gap before a unit that is no space.
template <class Judge>
void forEachGap(const BreakText& text, Judge judge) {
    BreakClass before = LineEnd;
    bool spaced = false;
    for (std::size_t i = 0; i < text.units.size(); ++i) {
        const BreakClass kind = text.units[i].kind;
        if (kind == Space) {
            spaced = true;
            continue;
        }
        if (i > 0) judge(i, Gap{before, kind, spaced});
        before = kind;
        spaced = false;
    }
}

bool mayNotEndLine(const Gap& gap) {
    if (gap.after == Repetition || gap.after == Stop) return true;
    if (gap.before == Digit && gap.after == NumberSign) return true;
    if (gap.before == Digit && isUnspacedLetter(gap.after)) return !gap.spaced;
    if (!isUnspaced(gap.before) && !isUnspaced(gap.after)) return false;
    return gap.after == Closing || gap.after == Pause || gap.before == Opening;
}

bool isKhmerBesideOther(BreakClass before, BreakClass after) {
    return isUnspacedLetter(before) && isUnspacedLetter(after) &&
           isKhmerLetter(before) != isKhmerLetter(after);
}

/// Between letters of two scripts, beside quotes and brackets, after a repetition sign: ICU has no
/// break there.
bool lacksBreak(const Gap& gap) {
    if (gap.spaced) return false;
    if (isUnspaced(gap.before)) {
        return gap.after == ForeignLetter || gap.after == Opening ||
               (gap.before == Repetition && isUnspacedLetter(gap.after)) ||
               isKhmerBesideOther(gap.before, gap.after);
    }
    return isUnspacedLetter(gap.after) && (gap.before == ForeignLetter || gap.before == Closing);
}

void keepEtCetera(const BreakText& text, Gaps& gaps) {
    for (std::size_t i = 0; i + 2 < text.units.size(); ++i) {
        if (text.units[i].kind != Stop || text.stretch(i, i + 3) != kEtCetera) continue;
        gaps[i + 1] = gaps[i + 2] = 0;
    }
}

/// Takes away boundaries after prefixes that are whole words. Words are those of `gaps` as it comes
/// in.
void keepPrefixes(const BreakText& text, Gaps& gaps) {
    std::size_t word = 0;
    for (std::size_t i = 1; i < text.units.size(); ++i) {
        const bool follows = isKhmerLetter(text.units[i - 1].kind);
        if (gaps[i] == 0 && follows == isKhmerLetter(text.units[i].kind)) continue;
        const bool joins =
            follows && (isKhmerLetter(text.units[i].kind) || text.units[i].kind == Digit);
        if (joins && isKhmerPrefix(text.stretch(word, i))) gaps[i] = 0;
        word = i;
    }
}

/// A consonant alone is a piece that ICU cut off: it goes back to the word before it, else to the
/// one after it.
void joinLoneConsonants(const BreakText& text, Gaps& gaps) {
    const auto& units = text.units;
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (units[i].kind != BareConsonant) continue;
        const bool wordBefore = i > 0 && isKhmerLetter(units[i - 1].kind);
        const bool wordAfter = i + 1 < units.size() && isKhmerLetter(units[i + 1].kind);
        if ((wordBefore && gaps[i] == 0) || (wordAfter && gaps[i + 1] == 0)) continue;
        if (wordBefore)
            gaps[i] = 0;
        else if (wordAfter)
            gaps[i + 1] = 0;
    }
}

/// No line or word begins with what ends the syllable before it, or ends with a vowel that is
/// written before its consonant.
void keepSyllables(const BreakText& text, Gaps& gaps) {
    for (std::size_t i = 1; i < text.units.size(); ++i) {
        const BreakClass before = text.units[i - 1].kind;
        const BreakClass after = text.units[i].kind;
        const bool isTail = (after == KilledLetter && isKhmerLetter(before)) ||
                            (after == SoutheastTail && isSoutheastLetter(before));
        if (isTail || (before == SoutheastLead && isSoutheastLetter(after))) gaps[i] = 0;
    }
}

/// 10:30 and 1,000 are words.
void keepNumbers(const BreakText& text, Gaps& gaps) {
    const auto& units = text.units;
    for (std::size_t i = 1; i + 1 < units.size(); ++i) {
        if (units[i].kind != Pause || units[i - 1].kind != Digit || units[i + 1].kind != Digit)
            continue;
        gaps[i] = gaps[i + 1] = 0;
    }
}

/// A line may end between a noun and the number of it (សៀវភៅ|៣ក្បាល), which ICU never allows, but
/// not where the word asks for the number (ឆ្នាំ២០២៤, ម៉ោង១០, ទី៣). Words are those of `gaps`.
void partNumbersFromNouns(const BreakText& text, Gaps& gaps) {
    constexpr khmer_word::Kinds kKeeps = khmer_word::kNumberHead | khmer_word::kNumber;
    std::size_t word = 0;
    for (std::size_t i = 1; i < text.units.size(); ++i) {
        const bool follows = isKhmerLetter(text.units[i - 1].kind);
        if (follows && text.units[i].kind == Digit) {
            const std::string_view noun = text.stretch(word, i);
            if ((khmerWordKinds(noun) & kKeeps) == 0 && !isKhmerPrefix(noun)) gaps[i] = 1;
        }
        if (gaps[i] != 0 || follows != isKhmerLetter(text.units[i].kind)) word = i;
    }
}

}  // namespace

void guardLineBreaks(const BreakText& text, Gaps& gaps) {
    partNumbersFromNouns(text, gaps);
    joinPieces(text, gaps);
    keepEtCetera(text, gaps);
    forEachGap(text, [&gaps](std::size_t i, const Gap& gap) {
        if (gap.before == LineEnd || gap.after == LineEnd) return;
        if (gap.after == ZeroWidthSpace)
            gaps[i] = 0;
        else if (gap.before == ZeroWidthSpace)
            gaps[i] = 1;
        else if (gap.before == WordJoiner || gap.after == WordJoiner || mayNotEndLine(gap))
            gaps[i] = 0;
        else if (lacksBreak(gap))
            gaps[i] = 1;
    });
}

void joinPieces(const BreakText& text, Gaps& gaps) {
    keepSyllables(text, gaps);
    keepPrefixes(text, gaps);
    joinLoneConsonants(text, gaps);
}

void guardWordBoundaries(const BreakText& text, Gaps& gaps) {
    forEachGap(text, [&gaps](std::size_t i, const Gap& gap) {
        if (gap.spaced) return;
        if ((gap.before == ZeroWidthSpace) != (gap.after == ZeroWidthSpace))
            gaps[i] = 1;
        else if (gap.before == WordJoiner || gap.after == WordJoiner)
            gaps[i] = 0;
        else if (gap.before == Repetition || gap.after == Repetition ||
                 (isKhmerLetter(gap.before) != isKhmerLetter(gap.after)))
            gaps[i] = 1;
    });
    keepSyllables(text, gaps);
    keepNumbers(text, gaps);
    keepEtCetera(text, gaps);
}

}  // namespace subs
