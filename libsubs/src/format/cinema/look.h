// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include "format/xml/xml_events.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// What Font elements say of the letters inside of them.
namespace subs::cinema {

enum class Effect : std::uint8_t { None, Border, Shadow };

/// All that they say together; the usual values are those of ST 428-7, §6.7.
struct Look {
    std::int64_t size = 42;  ///< In points, of which the height of the picture has 792.
    Color color;
    Color effectColor{0, 0, 0, 255};
    Effect effect = Effect::Shadow;
    bool italic = false;
    bool bold = false;
    bool underline = false;

    friend bool operator==(const Look&, const Look&) = default;
};

/// What `tag`, a Font element, changes in `look`. Values that mean nothing are added to `unknown`,
/// which is borrowed, and change nothing.
Look within(const Look& look, const XmlTag& tag, std::vector<std::string_view>& unknown);

/// "FFFFCC00" as AARRGGBB.
std::string colorText(Color color);
/// "#FFCC00" or "#FFCC0080" as a span has it.
std::string spanColor(Color color);

/// The grid that sizes and places are read in.
inline constexpr Canvas kGrid{};

/// Sizes of letters in points and as a style has them, which is the height of a font's ascent and
/// descent: `emHeight` of its em (model/em_height.h). Points are of the em.
double styleSize(std::int64_t points, std::int32_t canvasHeight, double emHeight);
std::int64_t pointsOf(double styleSize, std::int32_t canvasHeight, double emHeight);

}  // namespace subs::cinema
