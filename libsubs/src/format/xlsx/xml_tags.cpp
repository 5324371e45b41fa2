// SPDX-License-Identifier: MIT
#include "format/xlsx/xml_tags.h"

#include <algorithm>

namespace subs::xlsx {
namespace {

/// Where the thing ends that begins with the "<" at `at`.
std::size_t markupEnd(std::string_view xml, std::size_t at) {
    const auto behind = [&](std::string_view sign) {
        const std::size_t found = xml.find(sign, at);
        return found == xml.npos ? xml.size() : found + sign.size();
    };
    const std::string_view rest = xml.substr(at);
    if (rest.starts_with("<!--")) return behind("-->");
    if (rest.starts_with("<![CDATA[")) return behind("]]>");
    if (rest.starts_with("<?")) return behind("?>");
    char quote = '\0';
    for (; at < xml.size(); ++at) {
        if (quote != '\0')
            quote = xml[at] == quote ? '\0' : quote;
        else if (xml[at] == '"' || xml[at] == '\'')
            quote = xml[at];
        else if (xml[at] == '>')
            return at + 1;
    }
    return xml.size();
}

}  // namespace

std::optional<XmlTag> nextTag(std::string_view xml, std::size_t& at) {
    for (std::size_t begin = xml.find('<', at); begin != xml.npos; begin = xml.find('<', at)) {
        at = markupEnd(xml, begin);
        XmlTag tag{{begin, at}, {}};
        const char sign = begin + 1 < xml.size() ? xml[begin + 1] : '!';
        if (sign == '!' || sign == '?') continue;
        tag.isEnd = sign == '/';
        tag.isEmpty = at >= 2 && xml[at - 2] == '/';
        const std::size_t first = begin + (tag.isEnd ? 2 : 1);
        const std::size_t last = std::min(xml.find_first_of(" \t\r\n/>", first), xml.size());
        tag.name = xml.substr(first, last - first);
        tag.name = tag.name.substr(tag.name.find(':') + 1);
        return tag;
    }
    return std::nullopt;
}

std::optional<ByteRange> attributeIn(std::string_view xml,
                                     const XmlTag& tag,
                                     std::string_view name) {
    const std::string_view text = tag.at.of(xml);
    for (std::size_t at = text.find('='); at != text.npos; at = text.find('=', at + 1)) {
        const std::size_t open = text.find_first_of("\"'", at);
        if (open == text.npos) return std::nullopt;
        const std::size_t close = text.find(text[open], open + 1);
        if (close == text.npos) return std::nullopt;
        const std::size_t nameEnd = text.find_last_not_of(" \t\r\n", at - 1) + 1;
        const std::size_t nameBegin = text.find_last_of(" \t\r\n", nameEnd - 1) + 1;
        if (text.substr(nameBegin, nameEnd - nameBegin) == name)
            return ByteRange{open + 1, close}.shifted(tag.at.begin);
        at = close;
    }
    return std::nullopt;
}

bool isOtherEncoding(std::string_view xml) {
    const std::string_view declaration = xml.substr(0, xml.find("?>"));
    const std::size_t at = declaration.find("encoding=");
    if (!declaration.starts_with("<?xml") || at == declaration.npos) return false;
    const std::string_view name = declaration.substr(at + std::string_view("encoding=").size() + 1);
    return !name.starts_with("UTF-8") && !name.starts_with("utf-8");
}

}  // namespace subs::xlsx
