// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace subs::stl {

/// One of the five character code tables of EBU Tech 3264 (GSI: CCT): Latin (ISO 6937), Cyrillic,
/// Arabic, Greek and Hebrew (ISO 8859-5 to 8). No other script can be written.
class CharacterTable {
public:
    /// "00" to "04"; null for any other.
    static const CharacterTable* numbered(std::string_view number);
    static const CharacterTable& latin() { return *numbered("00"); }
    static constexpr std::size_t kCount = 5;
    /// The one at `index`, below `kCount`.
    static const CharacterTable& at(std::size_t index);

    std::string_view number() const { return number_; }
    std::string_view name() const { return name_; }

    /// Appends the character at `at` of `bytes`, from 20 on, which moves behind it. False where the
    /// table has none; U+FFFD then.
    bool take(std::string_view bytes, std::size_t& at, std::string& out) const;
    /// Appends the bytes of the character at `at` of `text`, which moves behind it. False where the
    /// table does not have it; nothing is appended and `at` stays.
    bool append(std::string& out, std::string_view text, std::size_t& at) const;
    /// True where a character is parted by a cut behind `bytes`.
    bool endsInside(std::string_view bytes) const;

private:
    CharacterTable(std::string_view number, std::string_view name, std::string_view encoding);

    bool isLatin() const { return number_ == "00"; }

    std::string_view number_;
    std::string_view name_;
    std::array<char32_t, 96> upper_{};  ///< Of A0 to FF; 0 where there is none.
};

}  // namespace subs::stl
