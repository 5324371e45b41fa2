// SPDX-License-Identifier: MIT
#include "format/ttml/style_sheet.h"

#include "format/xml/words.h"

#include <utility>

namespace subs::ttml {

void StyleSheet::add(std::string_view id, std::string_view references, const StyleValues& values) {
    if (id.empty()) return;
    styles_.try_emplace(std::string(id), Style{std::string(references), values});
}

StyleValues StyleSheet::valuesOf(std::string_view references,
                                 std::vector<std::string_view>& unknown) {
    StyleValues values;
    for (std::string_view id = takeWord(references); !id.empty(); id = takeWord(references)) {
        const auto found = styles_.find(id);
        if (found == styles_.end()) {
            unknown.push_back(id);
            continue;
        }
        resolve(found->second, 0);
        values.add(found->second.values);
    }
    return values;
}

void StyleSheet::resolve(Style& style, std::size_t depth) {
    constexpr std::size_t kLongestChain = 64;
    if (style.state != Style::State::Specified || depth > kLongestChain) return;
    style.state = Style::State::Resolving;
    StyleValues values;
    std::string_view references = style.references;
    for (std::string_view id = takeWord(references); !id.empty(); id = takeWord(references)) {
        const auto found = styles_.find(id);
        if (found == styles_.end() || found->second.state == Style::State::Resolving) continue;
        resolve(found->second, depth + 1);
        values.add(found->second.values);
    }
    values.add(style.values);
    style.values = values;
    style.state = Style::State::Resolved;
}

}  // namespace subs::ttml
