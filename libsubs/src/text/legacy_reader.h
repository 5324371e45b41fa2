// SPDX-License-Identifier: MIT
#pragma once

#include "text/legacy_map.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// What a stretch of legacy text is.
enum class LegacyPart : std::uint8_t {
    Syllable,  ///< A base and all that hangs on it.
    Orphan,    ///< Signs without a base.
    Alone,     ///< A digit or punctuation.
    Unknown,   ///< A letter that the font draws nothing known for.
    Other,     ///< Spaces, other scripts, bytes that are no UTF-8, what the font draws as it is.
};

/// A stretch of legacy text, and what it is in Khmer: signs of a syllable in any order behind their
/// base. Empty for `Unknown` and `Other`, which are one character each.
struct LegacyUnit {
    LegacyPart part = LegacyPart::Other;
    std::size_t begin = 0;  ///< In bytes.
    std::size_t end = 0;
    char32_t codePoint = 0;  ///< The first one.
    std::u32string khmer = {};
};

/// Reads legacy text from its beginning to its end. O(text).
class LegacyReader {
public:
    LegacyReader(std::string_view text, const LegacyMap& map);

    bool atEnd() const { return at_ == codePoints_.size(); }
    LegacyUnit next();

private:
    const LegacySign& sign(std::size_t at) const;
    /// Goes past signs that are drawn before the base behind them, no two of one kind.
    bool takeLeft(std::u32string& left);
    LegacyUnit syllable(const std::u32string& left);
    LegacyUnit unitFrom(LegacyPart part, std::size_t from) const;

    const LegacyMap& map_;
    std::u32string codePoints_;
    std::string codes_;                ///< Their places, 0 for none.
    std::vector<std::uint32_t> ends_;  ///< Where each ends, in bytes.
    std::size_t at_ = 0;
};

}  // namespace subs
