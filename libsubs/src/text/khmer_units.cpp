// SPDX-License-Identifier: MIT
#include "text/khmer_units.h"

#include <subs/base/utf8.h>
#include <subs/text/script.h>

#include <span>

namespace subs {
namespace {

std::vector<KhmerUnit> decodedUnits(std::string_view text) {
    std::vector<KhmerUnit> units;
    units.reserve(text.size() / 3 + 2);
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decodeUtf8(text, at);
        const KhmerSlot slot = next.valid ? khmerSlotOf(next.codePoint) : KhmerSlot::Damaged;
        units.push_back({next.codePoint, static_cast<std::uint32_t>(at), slot, {}});
        at += next.length;
    }
    units.push_back({0, static_cast<std::uint32_t>(text.size()), KhmerSlot::LineEnd, {}});
    return units;
}

/// What a syllable is like as far as it has been read.
class OpenSyllable {
public:
    void take(KhmerSlot slot) {
        if (slot == KhmerSlot::Base) {
            isOpen_ = true;
        } else if (!isSign(slot) && slot != KhmerSlot::ForeignMark) {
            isOpen_ = false;
        }
        letterDue_ = slot == KhmerSlot::Coeng;
    }
    void interrupt() { isOpen_ = letterDue_ = false; }
    /// Whether `next` belongs to it.
    bool goesOnWith(KhmerSlot next) const {
        return isOpen_ && (isSign(next) || (letterDue_ && next == KhmerSlot::Base));
    }

private:
    bool isOpen_ = false;     ///< There is a base.
    bool letterDue_ = false;  ///< The last one was U+17D2.
};

/// What stands on both sides of a run of invisible characters.
struct Surroundings {
    KhmerSlot before;
    KhmerSlot after;
    bool isInCluster;
    bool isBesideKhmer;

    /// Where nothing may go: the bytes on both sides could become a character.
    bool isDamaged() const { return before == KhmerSlot::Damaged && after == KhmerSlot::Damaged; }

    bool atEdge() const {
        const auto is = [this](KhmerSlot slot) { return before == slot || after == slot; };
        return is(KhmerSlot::LineEnd) || is(KhmerSlot::Space) ||
               (isBesideKhmer && is(KhmerSlot::Punctuation));
    }
};

/// Judges the invisible characters of one run, first to last (reference grammar and §7, §8 A).
class RunJudge {
public:
    RunJudge(const Surroundings& around, InvisiblePolicy policy)
        : around_(around), policy_(policy) {}

    std::optional<IssueKind> judge(KhmerSlot slot) {
        const bool isOfShifter =
            slot == KhmerSlot::NonJoiner && around_.before == KhmerSlot::Shifter && !keptAny_;
        const auto surplus = isOfShifter ? std::nullopt : asked(slot, surplusOf(slot));
        keptAny_ = keptAny_ || !surplus;
        endsSyllable_ = endsSyllable_ || (!surplus && !isOfShifter);
        return surplus;
    }
    bool endsSyllable() const { return endsSyllable_; }

private:
    std::optional<IssueKind> surplusOf(KhmerSlot slot) {
        if (slot == KhmerSlot::InherentVowel) return IssueKind::InherentVowel;
        if (around_.isInCluster) return IssueKind::InvisibleInCluster;
        switch (slot) {
            case KhmerSlot::ZeroWidthSpace:
                return surplusSpace();
            case KhmerSlot::ByteOrderMark:
                return IssueKind::ByteOrderMark;
            case KhmerSlot::SoftHyphen:
                return besideKhmer(IssueKind::SoftHyphen);
            case KhmerSlot::NonJoiner:
            case KhmerSlot::Joiner:
                return besideKhmer(IssueKind::StrayJoiner);
            default:
                return std::nullopt;
        }
    }

    std::optional<IssueKind> surplusSpace() {
        if (around_.atEdge()) return IssueKind::NeedlessSpace;
        if (hasSpace_) return IssueKind::DoubledSpace;
        hasSpace_ = true;
        return std::nullopt;
    }

    std::optional<IssueKind> besideKhmer(IssueKind kind) const {
        return around_.isBesideKhmer ? std::optional(kind) : std::nullopt;
    }

    /// What the policy makes of it.
    std::optional<IssueKind> asked(KhmerSlot slot, std::optional<IssueKind> surplus) const {
        if (around_.isDamaged()) return std::nullopt;
        const bool isHint = slot == KhmerSlot::ZeroWidthSpace || slot == KhmerSlot::WordJoiner;
        if (policy_ == InvisiblePolicy::Strip && isHint)
            return surplus ? surplus : IssueKind::NeedlessSpace;
        if (policy_ != InvisiblePolicy::InClusters || around_.isInCluster) return surplus;
        return slot == KhmerSlot::InherentVowel ? surplus : std::nullopt;
    }

    const Surroundings around_;
    const InvisiblePolicy policy_;
    bool keptAny_ = false;
    bool endsSyllable_ = false;  ///< More was kept than the U+200C of a shifter.
    bool hasSpace_ = false;
};

bool isOfKhmer(const KhmerUnit& unit) {
    return unit.slot == KhmerSlot::Base || isKhmer(unit.codePoint);
}

void judgeInvisibles(std::vector<KhmerUnit>& units, InvisiblePolicy policy) {
    OpenSyllable syllable;
    KhmerUnit before{0, 0, KhmerSlot::LineEnd, {}};
    for (std::size_t i = 0; i < units.size();) {
        if (!isInvisible(units[i].slot)) {
            syllable.take(units[i].slot);
            before = units[i++];
            continue;
        }
        std::size_t end = i;
        while (isInvisible(units[end].slot))  // the last unit is not
            ++end;
        const KhmerUnit& after = units[end];
        RunJudge judge({before.slot,
                        after.slot,
                        syllable.goesOnWith(after.slot),
                        isOfKhmer(before) || isOfKhmer(after)},
                       policy);
        for (; i < end; ++i)
            units[i].surplus = judge.judge(units[i].slot);
        if (judge.endsSyllable()) syllable.interrupt();
    }
}

}  // namespace

std::vector<KhmerUnit> khmerUnits(std::string_view text, InvisiblePolicy policy) {
    std::vector<KhmerUnit> units = decodedUnits(text);
    judgeInvisibles(units, policy);
    return units;
}

}  // namespace subs
