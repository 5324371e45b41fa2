// SPDX-License-Identifier: MIT
#include "text/khmer_syllable.h"

#include <subs/base/utf8.h>

namespace subs {
namespace {

/// Reads one syllable, unit by unit.
class SyllableReader {
public:
    SyllableReader(std::span<const KhmerUnit> units, std::size_t first, KhmerSyllable& syllable)
        : units_(units), at_(first), syllable_(syllable) {}

    std::size_t read() {
        syllable_.begin = units_[at_].begin;
        syllable_.isChanged = false;
        syllable_.signs.clear();
        syllable_.issues.clear();
        syllable_.base = units_[at_].codePoint;
        if (takeOldLetter(syllable_.base)) addOldVowel();
        std::size_t end = ++at_;
        for (; goesOn(); end = at_)
            readSign();
        syllable_.end = units_[end].begin;
        return end;
    }

private:
    /// Whether a sign follows, behind what is not written; stands at it then.
    bool goesOn() {
        std::size_t next = at_;
        while (units_[next].surplus)
            ++next;
        const bool isForeign = next == at_ && units_[next].slot == KhmerSlot::ForeignMark;
        if (!isSign(units_[next].slot) && !isForeign) return false;
        skipTo(next);
        return true;
    }
    void skipTo(std::size_t next) {
        syllable_.isChanged = syllable_.isChanged || at_ < next;
        for (; at_ < next; ++at_)
            note(*units_[at_].surplus, at_);
    }

    void readSign() {
        const KhmerUnit& unit = units_[at_++];
        if (unit.slot == KhmerSlot::Coeng) return readSubscript(unit.begin);
        KhmerSign sign{unit.slot, unit.codePoint, false, unit.begin, units_[at_].begin};
        if (unit.slot == KhmerSlot::ForeignMark)
            syllable_.issues.push_back({IssueKind::ForeignMark, sign.begin, sign.end});
        if (unit.codePoint == khmer::kBathamasat)
            syllable_.issues.push_back({IssueKind::DeprecatedSign, sign.begin, sign.end});
        if (unit.slot == KhmerSlot::Shifter) sign.hasJoiner = takeJoiner(sign.end);
        syllable_.signs.push_back(sign);
    }

    /// The U+200C that stays behind a shifter.
    bool takeJoiner(std::uint32_t& end) {
        std::size_t next = at_;
        while (units_[next].surplus)
            ++next;
        if (units_[next].slot != KhmerSlot::NonJoiner) return false;
        skipTo(next);
        end = units_[++at_].begin;
        return true;
    }

    void readSubscript(std::uint32_t begin) {
        KhmerSign sign{KhmerSlot::Coeng, 0, false, begin, units_[at_].begin};
        while (goesOn() && units_[at_].slot == KhmerSlot::Coeng) {
            note(IssueKind::DoubledCoeng, at_++);
            syllable_.isChanged = true;
        }
        std::size_t next = at_;
        while (units_[next].surplus)
            ++next;
        const bool hasLetter = units_[next].slot == KhmerSlot::Base;
        if (!hasLetter) {
            syllable_.issues.push_back({IssueKind::DanglingCoeng, sign.begin, sign.end});
            syllable_.signs.push_back(sign);
            return;
        }
        skipTo(next);
        sign.codePoint = units_[at_].codePoint;
        const bool hasOldVowel = takeOldLetter(sign.codePoint);
        sign.end = units_[++at_].begin;
        syllable_.signs.push_back(sign);
        if (hasOldVowel) addOldVowel();
    }

    /// Puts the letter that is written today for a deprecated one; true where a vowel belongs to
    /// it.
    bool takeOldLetter(char32_t& letter) {
        if (letter != khmer::kOldQaq && letter != khmer::kOldQaa) return false;
        note(IssueKind::DeprecatedCharacter, at_);
        syllable_.isChanged = true;
        const bool hasVowel = letter == khmer::kOldQaa;
        letter = khmer::kQa;
        return hasVowel;
    }
    void addOldVowel() {
        const Issue& letter = syllable_.issues.back();
        syllable_.signs.push_back(
            {KhmerSlot::VowelPost, khmer::kAa, false, letter.begin, letter.end});
    }

    void note(IssueKind kind, std::size_t unit) {
        syllable_.issues.push_back({kind, units_[unit].begin, units_[unit + 1].begin});
    }

    const std::span<const KhmerUnit> units_;
    std::size_t at_;
    KhmerSyllable& syllable_;
};

}  // namespace

std::size_t readSyllable(std::span<const KhmerUnit> units,
                         std::size_t first,
                         KhmerSyllable& syllable) {
    return SyllableReader(units, first, syllable).read();
}

void appendSyllable(std::string& text, const KhmerSyllable& syllable) {
    appendUtf8(text, syllable.base);
    for (const KhmerSign& sign : syllable.signs) {
        if (sign.slot == KhmerSlot::Coeng) appendUtf8(text, khmer::kCoeng);
        if (sign.codePoint != 0) appendUtf8(text, sign.codePoint);
        if (sign.hasJoiner) appendUtf8(text, khmer::kNonJoiner);
    }
}

}  // namespace subs
