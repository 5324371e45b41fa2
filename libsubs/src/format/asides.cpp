// SPDX-License-Identifier: MIT
#include "format/asides.h"

#include <subs/text/newline.h>

#include <algorithm>
#include <utility>

namespace subs {
namespace {

/// Any byte beyond ASCII counts as one of a letter.
bool isOfWord(char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') ||
           (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// The first line of `text` with a letter or digit.
std::string_view firstWords(std::string_view text) {
    std::size_t word = 0;
    while (word < text.size() && !isOfWord(text[word]))
        ++word;
    if (word == text.size()) return {};
    const std::size_t newline = text.substr(0, word).find_last_of("\r\n");
    return firstLine(newline == text.npos ? text : text.substr(newline));
}

}  // namespace

bool hasWords(std::string_view text) {
    return std::ranges::any_of(text, isOfWord);
}

bool isAside(PieceKind kind) {
    return kind == PieceKind::Raw || kind == PieceKind::Section;
}

std::string_view firstLine(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (begin == text.npos) return {};
    text.remove_prefix(begin);
    text = text.substr(0, text.find_first_of("\r\n"));
    return text.substr(0, text.find_last_not_of(" \t") + 1);
}

std::vector<Aside> usualAsides(const Origin& origin) {
    std::vector<Aside> asides;
    for (std::size_t i = 0; i < origin.pieces.size(); ++i) {
        const PieceKind kind = origin.pieces[i].kind;
        if (!isAside(kind)) continue;
        const std::string_view stretch = origin.stretch(i);
        const bool isFrame = kind == PieceKind::Section;
        const std::string_view line = isFrame ? firstLine(stretch) : firstWords(stretch);
        if (!line.empty()) asides.push_back({isFrame ? AsideKind::Frame : AsideKind::Stray, line});
    }
    return asides;
}

std::vector<Aside> asidesByLine(const Origin& origin,
                                const std::function<AsideKind(std::string_view line)>& kindOf) {
    std::vector<Aside> asides;
    for (std::size_t i = 0; i < origin.pieces.size(); ++i) {
        if (!isAside(origin.pieces[i].kind)) continue;
        bool hasFrame = false;
        for (LineReader lines(origin.stretch(i)); lines.next();) {
            const std::string_view line = firstLine(lines.line());
            if (line.empty()) continue;
            const AsideKind kind = kindOf(line);
            if (kind == AsideKind::Frame && std::exchange(hasFrame, true)) continue;
            asides.push_back({kind, line});
        }
    }
    return asides;
}

}  // namespace subs
