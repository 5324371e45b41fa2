// SPDX-License-Identifier: MIT
#include "format/xml/xml_asides.h"

#include "format/xml/xml_comments.h"

#include <string_view>

namespace subs {

std::vector<Aside> xmlAsides(const Origin& origin) {
    std::vector<Aside> asides;
    for (std::size_t i = 0; i < origin.pieces.size(); ++i) {
        if (!isAside(origin.pieces[i].kind)) continue;
        const std::string_view stretch = origin.stretch(i);
        const std::string_view line = firstLine(stretch);
        if (!line.empty()) asides.push_back({AsideKind::Frame, line});
        for (const std::string_view words : xmlCommentsIn(stretch))
            asides.push_back({AsideKind::Note, firstLine(words)});
    }
    return asides;
}

}  // namespace subs
