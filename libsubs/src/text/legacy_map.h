// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// Where a sign stands to the syllable that it belongs to.
enum class LegacyPlace : std::uint8_t {
    None,     ///< The font draws nothing known.
    Base,     ///< It begins a syllable.
    Left,     ///< Drawn before its base.
    Mark,     ///< Belongs to the base before it.
    Alone,    ///< No part of a syllable.
    Stacked,  ///< A base where a subscript follows.
};

/// What a font draws at one place, or at several together.
struct LegacySign {
    LegacyPlace place = LegacyPlace::None;
    std::u32string khmer;
    std::uint8_t codes = 1;  ///< How many places it takes.
};

/// The place in windows-1252 at which a font finds a character; nothing where it has none. C1
/// controls are places of ISO 8859-1 that were read as such, and a Greek μ is a micro sign.
std::optional<std::uint8_t> legacyCodeOf(char32_t codePoint);

/// Which sign a family of fonts draws at which place; empty at first.
class LegacyMap {
public:
    /// Says what stands at `codes`, one place or several together. False where that was said.
    bool add(std::string codes, LegacyPlace place, std::u32string khmer);

    /// The longest sign that `codes`, which has one place at least, begin with.
    const LegacySign& signAt(std::string_view codes) const;
    /// True of a place that means something by itself or beside another one.
    bool knows(std::uint8_t code) const { return knows_[code]; }

private:
    bool addGroup(std::string codes, const LegacySign& sign);
    bool isSubscriptAt(std::string_view codes) const;

    std::array<LegacySign, 256> singles_;
    std::array<bool, 256> knows_{};
    std::map<std::string, LegacySign, std::less<>> groups_;  ///< Of several places.
    std::array<std::uint8_t, 256> longest_{};  ///< Of the groups that begin with a place.
};

}  // namespace subs
