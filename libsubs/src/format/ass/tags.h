// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

// What an override tag says.
namespace subs::ass {

enum class TagKind : std::uint8_t {
    Bold,
    Italic,
    Underline,
    Strike,
    Color,
    Font,
    FontSize,
    Alignment,        ///< `\an8`
    LegacyAlignment,  ///< `\a6`
    Karaoke,          ///< `\k`, `\K`, `\kf`, `\ko`, `\kt`
    Reset,            ///< `\r`, `\rOther`
    WrapStyle,        ///< `\q2`
    Other,
};

struct Tag {
    TagKind kind = TagKind::Other;
    std::string_view argument;  ///< "1", "&H0000FF&", "Noto Sans"; empty: back to the style's.
    std::string_view tail;      ///< What stands behind the argument and means nothing.
};

/// The tag `body`, without its backslash.
Tag readTag(std::string_view body);

}  // namespace subs::ass
