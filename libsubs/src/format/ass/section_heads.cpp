// SPDX-License-Identifier: MIT
#include "format/ass/section_heads.h"

#include "format/ass/layout.h"

namespace subs::ass {

std::string_view stylesHead(Dialect dialect) {
    return dialect == Dialect::Ass ? "[V4+ Styles]" : "[V4 Styles]";
}

std::string stylesIntro(Dialect dialect, std::string_view newline) {
    return std::string(stylesHead(dialect))
        .append(newline)
        .append("Format: ")
        .append(styleColumns(dialect))
        .append(newline);
}

std::string eventsIntro(Dialect dialect, std::string_view newline) {
    return std::string("[Events]")
        .append(newline)
        .append("Format: ")
        .append(eventColumns(dialect))
        .append(newline);
}

}  // namespace subs::ass
