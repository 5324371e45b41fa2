// SPDX-License-Identifier: MIT
#pragma once

#include "text/code_points.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace subs {

/// Marks that belong together.
enum class MarkFamily : std::uint8_t {
    CurlyDouble,  ///< “ ” and „ “
    CurlySingle,  ///< ‘ ’ and ‚ ‘
    Guillemet,
    SingleGuillemet,
    StraightDouble,
    StraightSingle,
    Round,
    Square,
    Brace,
};
inline constexpr std::size_t kMarkFamilies = static_cast<std::size_t>(MarkFamily::Brace) + 1;

constexpr bool isBracket(MarkFamily family) {
    return family >= MarkFamily::Round;
}
constexpr bool isSingleQuote(MarkFamily family) {
    return family == MarkFamily::CurlySingle || family == MarkFamily::SingleGuillemet ||
           family == MarkFamily::StraightSingle;
}

/// A quote or bracket of a text.
struct PairedMark {
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    std::size_t at = 0;    ///< Its code point.
    std::size_t text = 0;  ///< Which one of several texts.
    MarkFamily family = MarkFamily::CurlyDouble;
    bool opens = false;
    bool isLow = false;     ///< „ or ‚, which “ or ‘ closes.
    bool goesOn = false;    ///< Opens anew, at the beginning of a text, what was open.
    bool isSilent = false;  ///< May be no quote at all: told to nobody where it has no partner.
    std::size_t partner = kNone;  ///< Among the marks.

    bool isAlone() const { return partner == kNone && !goesOn; }
};

/// Finds the marks of texts that follow each other and pairs them. O(n).
class MarkPairing {
public:
    void read(const CodePoints& text);
    /// All of them, first to last.
    const std::vector<PairedMark>& marks() const { return marks_; }

private:
    void take(const CodePoints& text, std::size_t i, MarkFamily family);
    void takeStraight(const CodePoints& text, std::size_t i, MarkFamily family);
    void takeSingle(const CodePoints& text, std::size_t i, MarkFamily family, bool opens);
    void open(PairedMark mark);
    void close(PairedMark mark);
    bool isOpen(MarkFamily family) const { return open_[static_cast<std::size_t>(family)] > 0; }
    bool isLowOpen(MarkFamily family) const;

    std::vector<PairedMark> marks_;
    std::vector<std::size_t> stack_;                 ///< Marks that are open.
    std::array<std::size_t, kMarkFamilies> open_{};  ///< How many of them by family.
    std::size_t text_ = 0;
    bool hasMark_ = false;  ///< The text that is read had one already.
};

}  // namespace subs
