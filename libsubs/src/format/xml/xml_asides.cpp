// SPDX-License-Identifier: MIT
#include "format/xml/xml_asides.h"

#include <algorithm>
#include <string_view>

namespace subs {
namespace {

constexpr std::string_view kBegin = "<!--";
constexpr std::string_view kEnd = "-->";

void addComments(std::string_view stretch, std::vector<Aside>& asides) {
    for (std::size_t at = stretch.find(kBegin); at != stretch.npos; at = stretch.find(kBegin, at)) {
        at += kBegin.size();
        const std::size_t end = std::min(stretch.find(kEnd, at), stretch.size());
        const std::string_view line = firstLine(stretch.substr(at, end - at));
        if (!line.empty()) asides.push_back({AsideKind::Note, line});
        at = end;
    }
}

}  // namespace

std::vector<Aside> xmlAsides(const Origin& origin) {
    std::vector<Aside> asides;
    for (std::size_t i = 0; i < origin.pieces.size(); ++i) {
        if (!isAside(origin.pieces[i].kind)) continue;
        const std::string_view stretch = origin.stretch(i);
        const std::string_view line = firstLine(stretch);
        if (!line.empty()) asides.push_back({AsideKind::Frame, line});
        addComments(stretch, asides);
    }
    return asides;
}

}  // namespace subs
