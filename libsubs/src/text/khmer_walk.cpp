// SPDX-License-Identifier: MIT
#include "text/khmer_walk.h"

#include "text/letter_kinds.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace subs {
namespace {

using Units = std::span<const KhmerUnit>;

constexpr char32_t kLunarRising = 0x19E0;
constexpr char32_t kLunarFalling = 0x19F0;
constexpr std::size_t kLastLunarDay = 15;

/// The old spelling of a lunar date: U+17E1 or not, a digit, U+17D2 U+17D4 for U+19E0 and on; the
/// other way round, with U+17D4 U+17D2 before, for U+19F0 and on; U+17D4 U+17D2 U+17D4 for U+19F0
/// itself. The number is 15 at most and stands alone.
struct LunarDate {
    std::size_t end = 0;  ///< The unit behind it.
    char32_t symbol = 0;
};

/// The next code points from a unit on, without what is surplus, as far as a date goes and what
/// must not follow.
class DateText {
public:
    static constexpr std::size_t kLongest = 7;

    DateText(Units units, std::size_t first) {
        for (std::size_t i = first; i + 1 < units.size() && size_ < kLongest; ++i) {
            if (units[i].surplus) continue;
            codePoints_[size_] = units[i].codePoint;
            ends_[size_++] = i + 1;
        }
    }

    char32_t operator[](std::size_t i) const { return i < size_ ? codePoints_[i] : 0; }
    /// The unit behind the first `count` of them.
    std::size_t endOf(std::size_t count) const { return ends_[count - 1]; }

private:
    std::array<char32_t, kLongest> codePoints_{};
    std::array<std::size_t, kLongest> ends_{};
    std::size_t size_ = 0;
};

/// ។ល។ is no date, and what it ends or begins with is none either.
bool isEtCetera(const DateText& text, std::size_t khan) {
    return text[khan + 1] == khmer::kLo && text[khan + 2] == khmer::kKhan;
}

/// Digits as a number of one digit, or of two that begin with 1; its end is 0 where there is no
/// such number, or one above 15.
struct Day {
    std::size_t end = 0;
    std::size_t number = 0;
};
Day dayAt(const DateText& text, std::size_t first) {
    std::size_t end = first;
    while (isKhmerDigit(text[end]))
        ++end;
    const auto digit = [&](std::size_t i) { return std::size_t{text[i] - khmer::kZero}; };
    if (end == first + 1) return {end, digit(first)};
    if (end != first + 2 || text[first] != khmer::kOne) return {};
    const std::size_t number = 10 + digit(first + 1);
    return number <= kLastLunarDay ? Day{end, number} : Day{};
}

std::optional<LunarDate> risingAt(const DateText& text) {
    const Day day = dayAt(text, 0);
    const std::size_t khan = day.end + 1;
    if (day.end == 0 || text[khan - 1] != khmer::kCoeng || text[khan] != khmer::kKhan ||
        isEtCetera(text, khan))
        return std::nullopt;
    return LunarDate{text.endOf(khan + 1), static_cast<char32_t>(kLunarRising + day.number)};
}

std::optional<LunarDate> fallingAt(const DateText& text) {
    if (text[1] != khmer::kCoeng) return std::nullopt;
    if (text[2] == khmer::kKhan && !isEtCetera(text, 2))
        return LunarDate{text.endOf(3), kLunarFalling};
    const Day day = dayAt(text, 2);
    if (day.end == 0) return std::nullopt;
    return LunarDate{text.endOf(day.end), static_cast<char32_t>(kLunarFalling + day.number)};
}

/// The last two code points that were met, without what is surplus.
struct Before {
    char32_t last = 0;
    char32_t secondLast = 0;
};

/// The date that begins at `units[first]`.
std::optional<LunarDate> lunarDateAt(Units units, std::size_t first, const Before& before) {
    const char32_t codePoint = units[first].codePoint;
    if (codePoint == khmer::kKhan) {
        const bool endsEtCetera = before.last == khmer::kLo && before.secondLast == khmer::kKhan;
        return endsEtCetera ? std::nullopt : fallingAt({units, first});
    }
    if (!isKhmerDigit(codePoint) || isKhmerDigit(before.last)) return std::nullopt;
    return risingAt({units, first});
}

/// Walks over units, unit by unit or syllable by syllable.
class Walk {
public:
    Walk(Units units, CoengDa coengDa, KhmerVisitor& visitor)
        : units_(units), coengDa_(coengDa), visitor_(visitor) {}

    void run() {
        for (std::size_t i = 0; i + 1 < units_.size();)
            i = step(i);
    }

private:
    std::size_t step(std::size_t i) {
        const KhmerUnit& unit = units_[i];
        if (unit.surplus) {
            visitor_.surplus(*unit.surplus, unit.begin, units_[i + 1].begin);
            return i + 1;
        }
        const Before before = std::exchange(before_, {unit.codePoint, before_.last});
        if (unit.slot == KhmerSlot::Base) return syllable(i);
        if (isSign(unit.slot)) return orphan(i);
        if (const auto date = lunarDateAt(units_, i, before)) {
            visitor_.lunarDate(date->symbol, unit.begin, units_[date->end].begin);
            showSurplus(i, date->end);
            before_ = {};
            return date->end;
        }
        if (unit.codePoint == khmer::kBeyyal) visitor_.beyyal(unit.begin, units_[i + 1].begin);
        return i + 1;
    }

    std::size_t syllable(std::size_t i) {
        const std::size_t end = readSyllable(units_, i, syllable_);
        if (!syllable_.signs.empty()) before_ = {};
        repair(syllable_, coengDa_);
        if (syllable_.isChanged || !syllable_.issues.empty()) visitor_.syllable(syllable_);
        return end;
    }

    /// Up to the next letter, past what is not written.
    std::size_t orphan(std::size_t first) {
        std::size_t end = first + 1;
        for (std::size_t i = end; i + 1 < units_.size(); ++i) {
            const KhmerSlot slot = units_[i].slot;
            if (units_[i].surplus) continue;
            if (!isSign(slot) && slot != KhmerSlot::ForeignMark) break;
            end = i + 1;
        }
        visitor_.orphan(units_[first].begin, units_[end].begin);
        showSurplus(first, end);
        return end;
    }

    void showSurplus(std::size_t first, std::size_t end) {
        for (std::size_t i = first; i < end; ++i)
            if (units_[i].surplus)
                visitor_.surplus(*units_[i].surplus, units_[i].begin, units_[i + 1].begin);
    }

    const Units units_;
    const CoengDa coengDa_;
    KhmerVisitor& visitor_;
    KhmerSyllable syllable_;
    Before before_;
};

}  // namespace

void walkKhmer(std::string_view text, const KhmerWalkOptions& options, KhmerVisitor& visitor) {
    const bool isAscii =
        std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (isAscii) return;
    Walk(khmerUnits(text, options.invisibles), options.coengDa, visitor).run();
}

}  // namespace subs
