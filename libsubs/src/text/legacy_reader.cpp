// SPDX-License-Identifier: MIT
#include "text/legacy_reader.h"

#include <subs/base/utf8.h>

#include "text/khmer_slots.h"
#include "text/letter_kinds.h"

#include <algorithm>
#include <utility>

namespace subs {
namespace {

constexpr char32_t kNyo = 0x1789;
constexpr char32_t kLla = 0x17A1;
constexpr char32_t kIe = 0x17C0;
constexpr char32_t kAu = 0x17C5;

bool holds(std::u32string_view signs, char32_t sign) {
    return signs.find(sign) != std::u32string_view::npos;
}

/// True of plain punctuation above ASCII that fonts draw as it is: quotes, dashes, …, •, spaces.
bool isPlain(char32_t codePoint) {
    return (codePoint >= 0x2010 && codePoint <= 0x2026 && codePoint != 0x2018 &&
            codePoint != 0x2019 && codePoint != 0x2020 && codePoint != 0x2021) ||
           codePoint == 0xA0 || codePoint == 0xAD;
}

/// ោ and ើ are put together by the normaliser; the left half of ៅ, ឿ and ៀ is told by the right
/// one.
void joinVowels(std::u32string& khmer) {
    if (!holds(khmer, khmer::kE)) return;
    if (!holds(khmer, kAu) && !holds(khmer, khmer::kYa) && !holds(khmer, kIe)) return;
    std::erase(khmer, khmer::kE);
}

/// Under ញ and ឡ, which go down, the fonts draw a shifter as ុ whatever the vowel; the normaliser
/// sees to it under vowels that stand above.
void putShifter(std::u32string& khmer) {
    const char32_t base = khmer.front();
    if (base != kNyo && base != kLla) return;
    const std::size_t at = khmer.find(khmer::kU);
    if (at == std::u32string::npos) return;
    const bool hasVowel = std::ranges::any_of(
        khmer, [](char32_t sign) { return sign != khmer::kU && isVowel(khmerSlotOf(sign)); });
    if (hasVowel) khmer[at] = khmer::kMuusikatoan;
}

}  // namespace

LegacyReader::LegacyReader(std::string_view text, const LegacyMap& map) : map_(map) {
    codePoints_.reserve(text.size());
    codes_.reserve(text.size());
    ends_.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decodeUtf8(text, at);
        at += decoded.length;
        const auto code = decoded.valid ? legacyCodeOf(decoded.codePoint) : std::nullopt;
        codePoints_ += decoded.codePoint;
        codes_ += static_cast<char>(code.value_or(0));
        ends_.push_back(static_cast<std::uint32_t>(at));
    }
}

const LegacySign& LegacyReader::sign(std::size_t at) const {
    return map_.signAt(std::string_view(codes_).substr(at));
}

LegacyUnit LegacyReader::unitFrom(LegacyPart part, std::size_t from) const {
    return {part, from == 0 ? 0 : ends_[from - 1], ends_[at_ - 1], codePoints_[from]};
}

LegacyUnit LegacyReader::next() {
    const std::size_t from = at_;
    std::u32string left;
    if (takeLeft(left)) {
        LegacyUnit unit = syllable(left);
        unit.begin = from == 0 ? 0 : ends_[from - 1];
        unit.codePoint = codePoints_[from];
        return unit;
    }
    const LegacySign& first = sign(from);
    if (first.place == LegacyPlace::Base || first.place == LegacyPlace::Stacked)
        return syllable({});
    at_ += first.codes;
    LegacyPart part = LegacyPart::Orphan;
    if (first.place == LegacyPlace::Alone) part = LegacyPart::Alone;
    if (first.place == LegacyPlace::None) {
        const char32_t letter = codePoints_[from];
        const bool isLetter = codes_[from] != 0 && (letter > 0xA0 || isLatinLetter(letter));
        part = isLetter && !isPlain(letter) ? LegacyPart::Unknown : LegacyPart::Other;
    }
    LegacyUnit unit = unitFrom(part, from);
    unit.khmer = first.khmer;
    return unit;
}

bool LegacyReader::takeLeft(std::u32string& left) {
    std::size_t at = at_;
    bool hasVowel = false;
    bool hasRo = false;
    while (at < codes_.size() && sign(at).place == LegacyPlace::Left) {
        const LegacySign& one = sign(at);
        bool& has = one.khmer.front() == khmer::kCoeng ? hasRo : hasVowel;
        if (std::exchange(has, true)) return false;
        left += one.khmer;
        ++at;
    }
    if (left.empty() || at == codes_.size()) return false;
    const LegacyPlace place = sign(at).place;
    if (place != LegacyPlace::Base && place != LegacyPlace::Stacked) return false;
    at_ = at;
    return true;
}

LegacyUnit LegacyReader::syllable(const std::u32string& left) {
    const std::size_t from = at_;
    const LegacySign& base = sign(from);
    at_ += base.codes;
    std::u32string khmer = base.khmer + left;
    while (at_ < codes_.size() && sign(at_).place == LegacyPlace::Mark) {
        khmer += sign(at_).khmer;
        at_ += sign(at_).codes;
    }
    joinVowels(khmer);
    putShifter(khmer);
    LegacyUnit unit = unitFrom(LegacyPart::Syllable, from);
    unit.khmer = std::move(khmer);
    return unit;
}

}  // namespace subs
