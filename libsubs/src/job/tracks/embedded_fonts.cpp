// SPDX-License-Identifier: MIT
#include "job/tracks/embedded_fonts.h"

#include <subs/job/font_type.h>

#include "format/ass/ascii.h"

#include <algorithm>
#include <cstdint>

namespace subs::tracks {
namespace {

constexpr std::string_view kName = "fontname:";

/// Four characters from 33 on are three bytes, six bits each; at the end two are one byte and three
/// two ("Sub Station Alpha v4.00+ Script Format", appendix B).
std::string fontBytesOf(std::string_view text) {
    std::string bytes;
    bytes.reserve(text.size() * 3 / 4);
    for (std::size_t at = 0; at < text.size(); at += 4) {
        const std::string_view group = text.substr(at, 4);
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < 4; ++i)
            bits = bits << 6U |
                   (i < group.size() ? static_cast<std::uint32_t>(group[i] - '!') & 0x3FU : 0U);
        for (std::size_t i = 0; i + 1 < group.size(); ++i)
            bytes += static_cast<char>(bits >> (16U - 8U * i) & 0xFFU);
    }
    return bytes;
}

bool isData(std::string_view line) {
    return std::ranges::all_of(line, [](char c) { return c > ' ' && c <= '`'; });
}

}  // namespace

bool EmbeddedFonts::take(std::string_view line) {
    line = ass::trimmed(line);
    if (line.empty()) return true;
    if (ass::beginsWithWord(line, kName)) {
        coded_.push_back({std::string(ass::trimmed(line.substr(kName.size()))), {}});
        return true;
    }
    if (coded_.empty() || !isData(line)) return false;
    coded_.back().text += line;
    return true;
}

std::vector<AttachedFile> EmbeddedFonts::fonts() && {
    std::vector<AttachedFile> fonts;
    for (Coded& font : coded_) {
        std::string bytes = fontBytesOf(font.text);
        std::string type(fontTypeOf(bytes));
        // What is no font all the same is kept: players look at the ending.
        if (type.empty()) type = "application/octet-stream";
        fonts.push_back({std::move(font.name), std::move(type), std::move(bytes)});
    }
    return fonts;
}

}  // namespace subs::tracks
