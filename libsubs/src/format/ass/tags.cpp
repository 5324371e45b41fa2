// SPDX-License-Identifier: MIT
#include "format/ass/tags.h"

#include "format/ass/ascii.h"

#include <algorithm>

namespace subs::ass {
namespace {

Tag numbered(TagKind kind, std::string_view rest) {
    const std::size_t length = leadingInteger(rest).length;
    return {kind, trimmed(rest.substr(0, length)), trimmed(rest.substr(length))};
}

bool beginsNumber(std::string_view rest) {
    return rest.empty() || isDigit(rest.front()) || isBlank(rest.front()) || rest.front() == '-';
}

Tag colorTag(std::string_view rest) {
    constexpr std::string_view kSigns = "&Hh0123456789abcdefABCDEF ";
    if (!rest.empty() && kSigns.find(rest.front()) == std::string_view::npos) return {};
    const std::size_t length = std::min(rest.find_first_not_of(kSigns), rest.size());
    return {TagKind::Color, trimmed(rest.substr(0, length)), trimmed(rest.substr(length))};
}

Tag fontTag(std::string_view body) {
    if (body.size() < 2) return {};
    const std::string_view rest = body.substr(2);
    if (body[1] == 'n') {
        const std::string_view name = trimmed(rest);
        return {TagKind::Font, name == "0" ? std::string_view() : name, {}};
    }
    const bool size =
        body[1] == 's' && (rest.empty() || isDigit(rest.front()) || rest.front() == '.');
    if (!size) return {};
    const std::size_t length = leadingDecimal(rest).length;
    return {TagKind::FontSize, rest.substr(0, length), trimmed(rest.substr(length))};
}

Tag alignmentTag(std::string_view body) {
    const bool pad = body.size() > 1 && body[1] == 'n';
    const std::string_view rest = body.substr(pad ? 2 : 1);
    if (rest.empty() || !isDigit(rest.front())) return {};
    return numbered(pad ? TagKind::Alignment : TagKind::LegacyAlignment, rest);
}

Tag karaokeTag(std::string_view body) {
    constexpr std::string_view kMore = "fot";
    const bool longer = body.size() > 1 && kMore.find(body[1]) != std::string_view::npos;
    const std::string_view rest = body.substr(longer ? 2 : 1);
    if (rest.empty() || !isDigit(rest.front())) return {};
    const std::size_t length = body.size() - rest.size() + leadingDecimal(rest).length;
    return {TagKind::Karaoke, body.substr(0, length), trimmed(body.substr(length))};
}

Tag numberedUnlessLonger(TagKind kind, std::string_view rest) {
    return beginsNumber(rest) ? numbered(kind, rest) : Tag();
}

}  // namespace

Tag readTag(std::string_view body) {
    body = trimmed(body);
    if (body.empty()) return {};
    const std::string_view rest = body.substr(1);
    switch (body.front()) {
        case 'b':
            return numberedUnlessLonger(TagKind::Bold, rest);
        case 'i':
            return numberedUnlessLonger(TagKind::Italic, rest);
        case 'u':
            return numberedUnlessLonger(TagKind::Underline, rest);
        case 's':
            return numberedUnlessLonger(TagKind::Strike, rest);
        case 'q':
            return numberedUnlessLonger(TagKind::WrapStyle, rest);
        case 'c':
            return colorTag(rest);
        case '1':
            return !rest.empty() && rest.front() == 'c' ? colorTag(rest.substr(1)) : Tag();
        case 'f':
            return fontTag(body);
        case 'a':
            return alignmentTag(body);
        case 'k':
        case 'K':
            return karaokeTag(body);
        case 'r':
            return {TagKind::Reset, trimmed(rest), {}};
        default:
            return {};
    }
}

}  // namespace subs::ass
