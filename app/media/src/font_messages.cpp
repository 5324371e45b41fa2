// SPDX-License-Identifier: GPL-3.0-or-later
#include "font_messages.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace subs::media {
namespace {

/// A font's name without what differs between its family name and its PostScript name.
std::string plainName(std::string_view name) {
    std::string plain;
    for (const char c : name) {
        if (c == ' ' || c == '-' || c == '_') continue;
        plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return plain;
}

/// "Noto Sans" is "NotoSans-Bold" but not "NotoSansKhmer-Bold"; "Noto Sans Khmer Bold" is.
bool isSameFont(std::string_view asked, std::string_view found) {
    const std::string wanted = plainName(asked);
    if (wanted == plainName(found)) return true;
    return wanted == plainName(found.substr(0, found.find('-')));
}

std::string_view textAfter(std::string_view text, std::string_view mark) {
    const auto at = text.find(mark);
    return at == std::string_view::npos ? std::string_view() : text.substr(at + mark.size());
}

/// The family of "(Arial, 400, 0)"; family names may hold commas.
std::string_view familyOf(std::string_view request) {
    request = request.substr(0, request.rfind(','));
    return request.substr(0, request.rfind(','));
}

std::optional<std::string> missingGlyph(std::string_view message) {
    const std::string_view digits = textAfter(message, "failed to find any fallback with glyph 0x");
    unsigned codePoint = 0;
    if (std::from_chars(digits.data(), digits.data() + digits.size(), codePoint, 16).ec !=
        std::errc()) {
        return std::nullopt;
    }
    return fmt::format("no font here has the character U+{:04X}", codePoint);
}

}  // namespace

std::optional<std::string> fontRemark(std::string_view message) {
    if (!message.starts_with("fontselect: ")) return std::nullopt;
    const std::string_view request = textAfter(message, "(");
    const std::string_view answer = textAfter(message, ") -> ");
    if (answer.empty()) return missingGlyph(message);
    const std::string_view family = familyOf(request.substr(0, request.size() - answer.size() - 5));
    const std::string_view found =
        answer.substr(std::min(answer.rfind(", "), answer.size() - 2) + 2);
    if (isSameFont(family, found)) return std::nullopt;
    return fmt::format("{}: {} is shown instead, for some or all letters", family, found);
}

void FontMessages::add(std::string_view message) {
    if (auto remark = fontRemark(message)) addRemark(std::move(*remark));
}

void FontMessages::addRemark(std::string remark) {
    if (std::find(remarks_.begin(), remarks_.end(), remark) == remarks_.end())
        remarks_.push_back(std::move(remark));
}

std::vector<std::string> FontMessages::taken() {
    return std::exchange(remarks_, {});
}

}  // namespace subs::media
