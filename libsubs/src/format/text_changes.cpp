// SPDX-License-Identifier: MIT
#include "format/text_changes.h"

#include <subs/base/utf8.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>

namespace subs {
namespace {

constexpr std::ptrdiff_t kMostDifferences = 200;

/// A text by characters.
struct Characters {
    explicit Characters(std::string_view text) {
        codes.reserve(text.size());
        offsets.reserve(text.size() + 1);
        for (std::size_t at = 0; at < text.size();) {
            const Decoded decoded = decodeUtf8(text, at);
            offsets.push_back(at);
            codes.push_back(decoded.valid ? decoded.codePoint : damaged(text[at]));
            at += decoded.length;
        }
        offsets.push_back(text.size());
    }

    static char32_t damaged(char byte) {
        constexpr char32_t kBehindUnicode = 0x110000;
        return kBehindUnicode + static_cast<std::uint8_t>(byte);
    }

    std::vector<char32_t> codes;
    std::vector<std::size_t> offsets;  ///< Of each, and the end.
};

using Codes = std::span<const char32_t>;

/// Characters [oldBegin, oldEnd) that became [newBegin, newEnd).
using Difference = TextChange;

/// The shortest way from one text to another: steps that leave out a character of the old one or
/// take in one of the new one. A place on the way is (old, new); its diagonal is old - new.
class ShortestWay {
public:
    ShortestWay(Codes before, Codes after) : before_(before), after_(after) {}

    /// False where the way is longer than `kMostDifferences` steps.
    bool find() {
        farthest_.assign(static_cast<std::size_t>(2 * kMostDifferences + 3), kNone);
        for (std::ptrdiff_t steps = 0; steps <= kMostDifferences; ++steps) {
            if (goOn(steps)) return true;
            const auto first = farthest_.begin() + (kMiddle - steps);
            rounds_.emplace_back(first, first + (2 * steps + 1));
        }
        return false;
    }

    /// What `find` found, ascending.
    std::vector<Difference> differences() const {
        std::vector<Difference> result;
        Place at{size(before_), size(after_)};
        for (std::ptrdiff_t steps = std::ssize(rounds_); steps > 0; --steps) {
            const Place from = placeBefore(steps, at.diagonal());
            const bool leavesOut = from.diagonal() < at.diagonal();
            const Place to{from.old + (leavesOut ? 1 : 0), from.fresh + (leavesOut ? 0 : 1)};
            add(from, to, result);
            at = from;
        }
        std::ranges::reverse(result);
        return result;
    }

private:
    static constexpr std::ptrdiff_t kNone = -1;
    static constexpr std::ptrdiff_t kMiddle = kMostDifferences + 1;

    struct Place {
        std::ptrdiff_t old = 0;
        std::ptrdiff_t fresh = 0;
        std::ptrdiff_t diagonal() const { return old - fresh; }
    };

    static std::ptrdiff_t size(Codes codes) { return static_cast<std::ptrdiff_t>(codes.size()); }

    std::ptrdiff_t& farthestOn(std::ptrdiff_t diagonal) {
        return farthest_[static_cast<std::size_t>(kMiddle + diagonal)];
    }

    /// How far one more step gets to on `diagonal` from those beside it; `kNone` outside.
    std::ptrdiff_t reached(std::ptrdiff_t below,
                           std::ptrdiff_t above,
                           std::ptrdiff_t diagonal) const {
        const bool canLeaveOut = below != kNone && below < size(before_);
        const bool canTakeIn = above != kNone && above - diagonal <= size(after_);
        const std::ptrdiff_t leftOut = canLeaveOut ? below + 1 : kNone;
        return std::max(leftOut, canTakeIn ? above : kNone);
    }

    /// Takes one step more on every other diagonal; true where that reaches the end of both texts.
    bool goOn(std::ptrdiff_t steps) {
        for (std::ptrdiff_t diagonal = -steps; diagonal <= steps; diagonal += 2) {
            std::ptrdiff_t old = 0;
            if (steps > 0)
                old = reached(farthestOn(diagonal - 1), farthestOn(diagonal + 1), diagonal);
            if (old != kNone) old = behindEqual(old, diagonal);
            farthestOn(diagonal) = old;
            if (old == size(before_) && old - diagonal == size(after_)) return true;
        }
        return false;
    }

    std::ptrdiff_t behindEqual(std::ptrdiff_t old, std::ptrdiff_t diagonal) const {
        while (old < size(before_) && old - diagonal < size(after_) &&
               before_[static_cast<std::size_t>(old)] ==
                   after_[static_cast<std::size_t>(old - diagonal)])
            ++old;
        return old;
    }

    /// Where the way was before the step, number `steps`, that brought it to `diagonal`.
    Place placeBefore(std::ptrdiff_t steps, std::ptrdiff_t diagonal) const {
        const auto& round = rounds_[static_cast<std::size_t>(steps - 1)];
        const auto at = [&](std::ptrdiff_t other) {
            const std::ptrdiff_t index = other + steps - 1;
            const bool isThere = index >= 0 && index < std::ssize(round);
            return isThere ? round[static_cast<std::size_t>(index)] : kNone;
        };
        const std::ptrdiff_t below = at(diagonal - 1);
        const std::ptrdiff_t old = reached(below, at(diagonal + 1), diagonal);
        const bool leftOut = below != kNone && below + 1 == old;
        return leftOut ? Place{below, below - (diagonal - 1)} : Place{old, old - (diagonal + 1)};
    }

    /// Steps come from the last to the first.
    static void add(Place from, Place to, std::vector<Difference>& result) {
        const auto place = [](std::ptrdiff_t at) { return static_cast<std::size_t>(at); };
        const Difference step{place(from.old), place(to.old), place(from.fresh), place(to.fresh)};
        const bool goesOn = !result.empty() && result.back().oldBegin == step.oldEnd &&
                            result.back().newBegin == step.newEnd;
        if (!goesOn) {
            result.push_back(step);
            return;
        }
        result.back().oldBegin = step.oldBegin;
        result.back().newBegin = step.newBegin;
    }

    Codes before_;
    Codes after_;
    std::vector<std::ptrdiff_t> farthest_;             ///< By diagonal.
    std::vector<std::vector<std::ptrdiff_t>> rounds_;  ///< The same after each step.
};

/// Inside of a character, or what is left of one.
bool isInside(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<std::uint8_t>(text[at]) & 0xC0U) == 0x80U;
}

std::size_t endOfGap(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const Decoded decoded = decodeUtf8(text, at);
        if (!isGap(decoded.codePoint)) break;
        at += decoded.length;
    }
    return at;
}

/// The changes between texts that are the same but for their gaps; nothing where they are not.
std::optional<std::vector<TextChange>> gapChanges(std::string_view before, std::string_view after) {
    std::vector<TextChange> changes;
    std::size_t old = 0;
    std::size_t fresh = 0;
    while (true) {
        const std::string_view oldGap = before.substr(old, endOfGap(before, old) - old);
        const std::string_view freshGap = after.substr(fresh, endOfGap(after, fresh) - fresh);
        if (oldGap != freshGap) {
            const TextChange in = changeBetween(oldGap, freshGap);
            changes.push_back(
                {old + in.oldBegin, old + in.oldEnd, fresh + in.newBegin, fresh + in.newEnd});
        }
        old += oldGap.size();
        fresh += freshGap.size();
        if (old == before.size() && fresh == after.size()) return changes;
        if (old == before.size() || fresh == after.size()) return std::nullopt;
        const std::size_t length = decodeUtf8(before, old).length;
        if (before.substr(old, length) != after.substr(fresh, length)) return std::nullopt;
        old += length;
        fresh += length;
    }
}

}  // namespace

std::vector<TextChange> changesBetween(std::string_view before, std::string_view after) {
    if (before == after) return {};
    if (auto changes = gapChanges(before, after)) return *std::move(changes);
    const TextChange middle = changeBetween(before, after);
    const Characters old(before.substr(middle.oldBegin, middle.oldEnd - middle.oldBegin));
    const Characters fresh(after.substr(middle.newBegin, middle.newEnd - middle.newBegin));
    ShortestWay way(old.codes, fresh.codes);
    if (!way.find()) return {middle};
    std::vector<TextChange> changes;
    for (const Difference& difference : way.differences())
        changes.push_back({middle.oldBegin + old.offsets[difference.oldBegin],
                           middle.oldBegin + old.offsets[difference.oldEnd],
                           middle.newBegin + fresh.offsets[difference.newBegin],
                           middle.newBegin + fresh.offsets[difference.newEnd]});
    return changes;
}

TextChange changeBetween(std::string_view before, std::string_view after) {
    const std::size_t least = std::min(before.size(), after.size());
    const auto differs = std::ranges::mismatch(before, after).in1;
    auto begin = static_cast<std::size_t>(differs - before.begin());
    while (begin > 0 && (isInside(before, begin) || isInside(after, begin)))
        --begin;
    std::size_t tail = 0;
    while (tail < least - begin &&
           before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    while (tail > 0 && isInside(before, before.size() - tail))
        --tail;
    return {begin, before.size() - tail, begin, after.size() - tail};
}

}  // namespace subs
