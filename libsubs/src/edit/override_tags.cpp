// SPDX-License-Identifier: MIT
#include "edit/override_tags.h"

#include <algorithm>
#include <cstddef>

namespace subs {
namespace {

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

std::size_t endOrSize(std::string_view text, std::size_t found) {
    return std::min(found, text.size());
}

/// Where the name ends that begins behind the backslash: "1c", "fscx".
std::size_t endOfName(std::string_view tag) {
    std::size_t at = 1;
    if (at + 1 < tag.size() && isDigit(tag[at]) && isLetter(tag[at + 1])) ++at;
    while (at < tag.size() && isLetter(tag[at]))
        ++at;
    return endOrSize(tag, at);
}

/// Where the tag ends whose backslash is at `begin`.
std::size_t endOfTag(std::string_view text, std::size_t begin) {
    const std::size_t sign = text.find_first_of("(\\", begin + 1);
    if (sign == text.npos || text[sign] == '\\') return endOrSize(text, sign);
    const std::size_t closing = endOrSize(text, text.find(')', sign));
    return endOrSize(text, text.find('\\', closing));
}

/// What is parted by commas, up to the first backslash.
std::vector<std::string> argumentsIn(std::string_view inner) {
    std::vector<std::string> arguments;
    for (;;) {
        const std::size_t sign = inner.find_first_of(",\\");
        if (sign == inner.npos || inner[sign] == '\\') break;
        arguments.emplace_back(inner.substr(0, sign));
        inner.remove_prefix(sign + 1);
    }
    arguments.emplace_back(inner);
    return arguments;
}

}  // namespace

OverrideTag overrideTagIn(std::string_view text) {
    OverrideTag tag;
    const std::size_t name = endOfName(text);
    tag.name = text.substr(std::min<std::size_t>(1, name), name - std::min<std::size_t>(1, name));
    const std::size_t value = endOrSize(text, text.find_first_not_of(" \t", name));
    if (value == text.size() || text[value] != '(') {
        tag.head = text.substr(0, name);
        tag.arguments.emplace_back(text.substr(name));
        return tag;
    }
    const std::size_t closing = endOrSize(text, text.find(')', value));
    tag.head = text.substr(0, value + 1);
    tag.arguments = argumentsIn(text.substr(value + 1, closing - value - 1));
    tag.tail = text.substr(closing);
    return tag;
}

std::string spelled(const OverrideTag& tag) {
    std::string text = tag.head;
    for (std::size_t i = 0; i < tag.arguments.size(); ++i)
        text.append(i == 0 ? "" : ",").append(tag.arguments[i]);
    return text + tag.tail;
}

std::string withTags(std::string_view tags, const TextRewriter& rewrite) {
    std::size_t at = endOrSize(tags, tags.find('\\'));
    std::string result(tags.substr(0, at));
    while (at < tags.size()) {
        const std::size_t end = endOfTag(tags, at);
        result += rewrite(tags.substr(at, end - at));
        at = end;
    }
    return result;
}

std::string withDrawing(std::string_view drawing,
                        const TextRewriter& rewrite,
                        const TextRewriter& rewritePath) {
    std::string result;
    while (!drawing.empty()) {
        const std::size_t open = drawing.find('{');
        const std::size_t close = open == drawing.npos ? open : drawing.find('}', open);
        const std::size_t end = close == drawing.npos ? drawing.size() : open;
        if (end > 0) result += rewritePath(drawing.substr(0, end));
        if (close == drawing.npos) break;
        result += withTags(drawing.substr(open, close + 1 - open), rewrite);
        drawing.remove_prefix(close + 1);
    }
    return result;
}

}  // namespace subs
