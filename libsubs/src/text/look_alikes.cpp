// SPDX-License-Identifier: MIT
#include "text/look_alikes.h"

#include <subs/text/punctuation.h>
#include <subs/text/script.h>

#include "text/code_points.h"
#include "text/khmer_slots.h"
#include "text/letter_kinds.h"

#include <algorithm>
#include <array>

namespace subs {
namespace {

bool isRoundLetter(char32_t c) {
    constexpr std::u32string_view kRound = U"oOºοΟоО";
    return kRound.find(c) != std::u32string_view::npos;
}
/// A character that stands by itself and looks like ំ over the letter before it, or like ។.
bool isFreeLookAlike(char32_t c) {
    return c == 0xB0 || c == 0x02DA || c == 0x0964;
}

struct Meaning {
    char32_t looks;
    char32_t meant;
};
constexpr std::array kMeanings = std::to_array<Meaning>({
    {'o', 0x17E0},    {'O', 0x17E0},    {0xBA, 0x17E0},   {0x03BF, 0x17E0}, {0x039F, 0x17E0},
    {0x043E, 0x17E0}, {0x041E, 0x17E0}, {0x0E50, 0x17E0}, {0x0ED0, 0x17E0}, {0xB0, 0x17C6},
    {0x02DA, 0x17C6}, {0x030A, 0x17C6}, {0x0E4D, 0x17C6}, {0x0ECD, 0x17C6}, {0x0E33, 0},
    {0x0E46, 0x17D7}, {0x0EC6, 0x17D7}, {0x0964, 0x17D4}, {0x0E35, 0x17B8}, {0x0EB5, 0x17B8},
    {0x0E34, 0x17B7}, {0x0EB4, 0x17B7}, {0x0E36, 0x17B9}, {0x0EB6, 0x17B9}, {0x0E37, 0x17BA},
    {0x0EB7, 0x17BA},
});

class LookAlikeFinder {
public:
    explicit LookAlikeFinder(std::string_view text) : text_(text) {}

    std::vector<LookAlike> find() {
        for (std::size_t i = 0; i < text_.size();)
            i = step(i);
        return std::move(found_);
    }

private:
    std::size_t step(std::size_t i) {
        const char32_t c = text_[i];
        if (c < 0x80 && !isRoundLetter(c)) return i + 1;
        if (isRoundLetter(c))
            return rowOf(i, isRoundLetter, [this](std::size_t a, std::size_t b) {
                const bool isBesideDigit = isKhmerDigit(text_[a - 1]) || isKhmerDigit(text_[b]);
                return isBesideDigit && !isOtherLetter(text_[a - 1]) && !isOtherLetter(text_[b]);
            });
        if (isThaiOrLao(c))
            return rowOf(i, isThaiOrLao, [this](std::size_t a, std::size_t b) {
                return b - a <= 2 && (isKhmer(text_[a - 1]) || isKhmer(text_[b]));
            });
        const bool isBehindWord = isKhmerWordPart(text_[i - 1]);
        const bool isMark = khmerSlotOf(c) == KhmerSlot::ForeignMark;
        if (isBehindWord && (isFreeLookAlike(c) || isMark)) add(i);
        return i + 1;
    }

    /// A row of characters of a kind, all of them found where `isFound` says so; its end.
    template <typename IsKind, typename IsFound>
    std::size_t rowOf(std::size_t begin, IsKind isKind, IsFound isFound) {
        std::size_t end = begin + 1;
        while (isKind(text_[end]))
            ++end;
        if (isFound(begin, end))
            for (std::size_t i = begin; i < end; ++i)
                add(i);
        return end;
    }

    void add(std::size_t i) {
        found_.push_back({text_.offset(i), text_.offset(i + 1), looksLike(text_[i])});
    }

    const CodePoints text_;
    std::vector<LookAlike> found_;
};

}  // namespace

char32_t looksLike(char32_t c) {
    const auto found = std::ranges::find(kMeanings, c, &Meaning::looks);
    return found == kMeanings.end() ? 0 : found->meant;
}

std::vector<LookAlike> lookAlikesIn(std::string_view text) {
    return LookAlikeFinder(text).find();
}

}  // namespace subs
