// SPDX-License-Identifier: MIT
#include "text/khmer_syllable.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <utility>

namespace subs {
namespace {

using Signs = std::vector<KhmerSign>;

/// From the first sign of one slot of sorted signs to behind the last one of another.
std::pair<std::size_t, std::size_t> rangeOf(const Signs& signs, KhmerSlot first, KhmerSlot last) {
    const auto begin = std::ranges::lower_bound(signs, first, {}, &KhmerSign::slot);
    const auto end = std::ranges::upper_bound(signs, last, {}, &KhmerSign::slot);
    return {static_cast<std::size_t>(begin - signs.begin()),
            static_cast<std::size_t>(end - signs.begin())};
}

/// A first series consonant somewhere, and nowhere a BA.
bool isStrong(const KhmerSyllable& syllable) {
    bool isFirst = khmer::isFirstSeries(syllable.base);
    bool hasBa = syllable.base == khmer::kBa;
    for (const KhmerSign& sign : syllable.signs) {
        if (sign.slot > KhmerSlot::Coeng) break;
        if (sign.slot != KhmerSlot::Coeng) continue;
        isFirst = isFirst || khmer::isFirstSeries(sign.codePoint);
        hasBa = hasBa || sign.codePoint == khmer::kBa;
    }
    return isFirst && !hasBa;
}

Issue issueOver(IssueKind kind, const KhmerSign& a, const KhmerSign& b) {
    return {kind, std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

/// The steps 2 to 8 of the reference, in its order.
class Repair {
public:
    Repair(KhmerSyllable& syllable, CoengDa coengDa)
        : syllable_(syllable), signs_(syllable.signs), coengDa_(coengDa) {}

    void run() {
        if (signs_.empty() || std::ranges::any_of(signs_, leavesOpen)) return;
        sortSigns();
        composeVowel();
        replaceU();
        moveRo();
        if (coengDa_ == CoengDa::FoldToTa) foldDa();
    }

private:
    /// A letter is missing, or a mark of another script stands between: what was meant is not
    /// known.
    static bool leavesOpen(const KhmerSign& sign) {
        return sign.codePoint == 0 || sign.slot == KhmerSlot::ForeignMark;
    }

    void changed(const Issue& issue) {
        syllable_.issues.push_back(issue);
        syllable_.isChanged = true;
    }

    void sortSigns() {
        if (std::ranges::is_sorted(signs_, {}, &KhmerSign::slot)) return;
        changed(disorder());
        Signs sorted;
        sorted.reserve(signs_.size() + 1);
        for (auto slot = KhmerSlot::Robat; slot <= KhmerSlot::Final;
             slot = static_cast<KhmerSlot>(static_cast<int>(slot) + 1))
            std::ranges::copy_if(signs_, std::back_inserter(sorted), [slot](const KhmerSign& sign) {
                return sign.slot == slot;
            });
        signs_.swap(sorted);
    }

    /// From the first sign that comes too early to the last that comes too late.
    Issue disorder() const {
        std::size_t last = 0;
        KhmerSlot highest = KhmerSlot::Other;
        bool isNikahit = true;
        for (std::size_t i = 0; i < signs_.size(); ++i) {
            if (signs_[i].slot < highest) {
                last = i;
                isNikahit = isNikahit && comesAfterNikahit(i);
            }
            highest = std::max(highest, signs_[i].slot);
        }
        std::size_t first = last;
        KhmerSlot lowest = KhmerSlot::ForeignMark;
        for (std::size_t i = signs_.size(); i-- > 0;) {
            if (signs_[i].slot > lowest) first = i;
            lowest = std::min(lowest, signs_[i].slot);
        }
        const IssueKind kind = isNikahit ? IssueKind::NikahitFirst : IssueKind::SignOrder;
        return {kind, signs_[first].begin, signs_[last].end};
    }
    bool comesAfterNikahit(std::size_t i) const {
        const char32_t c = signs_[i].codePoint;
        return (c == khmer::kAa || c == khmer::kU) && signs_[i - 1].codePoint == khmer::kNikahit;
    }

    /// 17C1 (below) 17B8 → 17BE (below), 17C1 (below) 17B6 → 17C4 (below).
    void composeVowel() {
        const auto [begin, end] = rangeOf(signs_, KhmerSlot::VowelPre, KhmerSlot::VowelPre);
        if (begin == end || signs_[end - 1].codePoint != khmer::kE) return;
        std::size_t second = end;
        if (second < signs_.size() && signs_[second].slot == KhmerSlot::VowelBelow) ++second;
        if (second == signs_.size()) return;
        const char32_t part = signs_[second].codePoint;
        if (part != khmer::kIi && part != khmer::kAa) return;
        KhmerSign& vowel = signs_[end - 1];
        vowel.codePoint = part == khmer::kIi ? khmer::kOe : khmer::kOo;
        changed(issueOver(IssueKind::SplitVowel, vowel, signs_[second]));
        signs_.erase(signs_.begin() + static_cast<std::ptrdiff_t>(second));
    }

    /// 17BB under what stands above → a shifter, where that leaves one vowel at most.
    void replaceU() {
        const auto [begin, end] = rangeOf(signs_, KhmerSlot::VowelPre, KhmerSlot::VowelPost);
        if (begin == end || end - begin > 2) return;
        if (begin > 0 && signs_[begin - 1].slot == KhmerSlot::Shifter) return;
        const std::size_t at = signs_[begin].codePoint == khmer::kU ? begin : end - 1;
        if (signs_[at].codePoint != khmer::kU) return;
        const char32_t vowel = end - begin == 1 ? 0 : signs_[begin + (end - 1 - at)].codePoint;
        if (!standsAbove(vowel, end)) return;
        changed({IssueKind::UForShifter, signs_[at].begin, signs_[at].end});
        signs_[at].slot = KhmerSlot::Shifter;
        signs_[at].codePoint = isStrong(syllable_) ? khmer::kTriisap : khmer::kMuusikatoan;
        std::swap(signs_[begin], signs_[at]);
    }
    /// Whether something stands above beside U+17BB: the other vowel, or the modifier behind.
    bool standsAbove(char32_t vowel, std::size_t modifier) const {
        const char32_t sign = modifier < signs_.size() ? signs_[modifier].codePoint : 0;
        if (vowel == khmer::kAa) return sign == khmer::kNikahit;
        if ((vowel >= khmer::kI && vowel <= khmer::kYy) || vowel == khmer::kOe) return true;
        const bool comesBefore = vowel == 0 || khmerSlotOf(vowel) == KhmerSlot::VowelPre;
        return comesBefore && (sign == khmer::kSamyok || sign == khmer::kAtthacan);
    }

    void moveRo() {
        const auto [begin, end] = rangeOf(signs_, KhmerSlot::Coeng, KhmerSlot::Coeng);
        if (end - begin != 2) return;
        KhmerSign& first = signs_[begin];
        KhmerSign& second = signs_[begin + 1];
        if (first.codePoint != khmer::kRo || second.codePoint == khmer::kRo) return;
        changed(issueOver(IssueKind::CoengRoFirst, first, second));
        std::swap(first, second);
    }

    void foldDa() {
        for (KhmerSign& sign : signs_) {
            if (sign.slot != KhmerSlot::Coeng || sign.codePoint != khmer::kDa) continue;
            sign.codePoint = khmer::kTa;
            syllable_.isChanged = true;
        }
    }

    KhmerSyllable& syllable_;
    Signs& signs_;
    const CoengDa coengDa_;
};

/// Notes what is wrong with sorted signs and has no right answer.
class Judgement {
public:
    explicit Judgement(KhmerSyllable& syllable) : syllable_(syllable), signs_(syllable.signs) {}

    void run() {
        noteRepeated();
        noteMany(KhmerSlot::Coeng, KhmerSlot::Coeng, 2, IssueKind::ThreeCoengs);
        noteMany(KhmerSlot::Shifter, KhmerSlot::Shifter, 1, IssueKind::TwoShifters);
        noteMany(KhmerSlot::VowelPre, KhmerSlot::VowelPost, 1, IssueKind::TwoVowels);
        noteMany(KhmerSlot::Modifier, KhmerSlot::Modifier, 2, IssueKind::TooManySigns);
        noteMany(KhmerSlot::Final, KhmerSlot::Final, 1, IssueKind::TwoFinals);
        noteSignAfterU();
        noteJoiner();
    }

private:
    void note(IssueKind kind, const KhmerSign& first, const KhmerSign& last) {
        syllable_.issues.push_back(issueOver(kind, first, last));
    }

    void noteRepeated() {
        std::bitset<0x60> seenSigns;
        std::bitset<0x60> seenSubscripts;
        const KhmerSign* first = nullptr;
        const KhmerSign* last = nullptr;
        for (const KhmerSign& sign : signs_) {
            if (sign.codePoint < 0x1780 || sign.codePoint > 0x17DD) continue;
            auto& seen = sign.slot == KhmerSlot::Coeng ? seenSubscripts : seenSigns;
            const std::size_t bit = sign.codePoint - 0x1780;
            if (seen[bit]) {
                if (first == nullptr) first = &sign;
                last = &sign;
            }
            seen[bit] = true;
        }
        if (last != nullptr) note(IssueKind::RepeatedSign, *first, *last);
    }

    /// More than `most` signs of these slots that are not all the same one.
    void noteMany(KhmerSlot first, KhmerSlot last, std::size_t most, IssueKind kind) {
        const auto [begin, end] = rangeOf(signs_, first, last);
        if (end - begin <= most) return;
        const char32_t one = signs_[begin].codePoint;
        const bool isOne =
            std::all_of(signs_.begin() + static_cast<std::ptrdiff_t>(begin),
                        signs_.begin() + static_cast<std::ptrdiff_t>(end),
                        [one](const KhmerSign& sign) { return sign.codePoint == one; });
        if (!isOne) note(kind, signs_[begin], signs_[end - 1]);
    }

    void noteSignAfterU() {
        const auto [begin, end] = rangeOf(signs_, KhmerSlot::Modifier, KhmerSlot::Modifier);
        if (begin == end || begin == 0 || signs_[begin - 1].codePoint != khmer::kU) return;
        const char32_t first = signs_[begin].codePoint;
        if (first == khmer::kSamyok || first == khmer::kAtthacan)
            note(IssueKind::SignAfterU, signs_[begin], signs_[begin]);
    }

    /// A U+200C keeps a shifter above where it would step down: U+17CA in a strong syllable, U+17C9
    /// in a weak one, before what stands above.
    void noteJoiner() {
        const auto [begin, end] = rangeOf(signs_, KhmerSlot::Shifter, KhmerSlot::Shifter);
        for (std::size_t i = begin; i < end; ++i) {
            const bool needed = signs_[i].hasJoiner && i + 1 == end && needsJoiner(signs_[i], end);
            if (signs_[i].hasJoiner && !needed)
                note(IssueKind::NeedlessJoiner, signs_[i], signs_[i]);
        }
    }
    bool needsJoiner(const KhmerSign& shifter, std::size_t next) const {
        if ((shifter.codePoint == khmer::kTriisap) != isStrong(syllable_)) return false;
        const auto at = [this](std::size_t i) {
            return i < signs_.size() ? signs_[i].codePoint : 0;
        };
        const char32_t sign = at(next);
        if (sign == khmer::kAa) return at(next + 1) == khmer::kNikahit;
        if (sign == khmer::kSamyok) return shifter.codePoint == khmer::kMuusikatoan;
        return (sign >= khmer::kI && sign <= khmer::kYy) || sign == khmer::kOe ||
               sign == khmer::kYa || sign == khmer::kAtthacan;
    }

    KhmerSyllable& syllable_;
    const Signs& signs_;
};

/// One sign at most: nothing to sort, to join or to count.
bool isPlain(const Signs& signs) {
    return signs.empty() || (signs.size() == 1 && signs.front().slot != KhmerSlot::ForeignMark &&
                             signs.front().codePoint != 0 && !signs.front().hasJoiner);
}

}  // namespace

void repair(KhmerSyllable& syllable, CoengDa coengDa) {
    Repair(syllable, coengDa).run();
    if (isPlain(syllable.signs)) return;
    const bool isOpen = std::ranges::any_of(syllable.issues, [](const Issue& issue) {
        return issue.kind == IssueKind::DanglingCoeng || issue.kind == IssueKind::ForeignMark;
    });
    if (!isOpen) Judgement(syllable).run();
}

}  // namespace subs
