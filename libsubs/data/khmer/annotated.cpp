// SPDX-License-Identifier: MIT
#include "annotated.h"

#include <algorithm>
#include <fstream>

namespace subs::data {
namespace {

constexpr std::string_view kSpace = "␣";
constexpr std::size_t kHeldBackScene = 5;

/// Adds a word with its marks to `line`.
void addWord(std::string_view word, AnnotatedLine& line) {
    if (word == kSpace) {
        line.text += ' ';
        return;
    }
    for (const char letter : word) {
        if (letter == '@') continue;
        if (letter == '_') {
            line.gaps[line.text.size()] = GapKind::Join;
        } else if (letter != '~' && letter != '^') {
            line.text += letter;
        }
    }
}

}  // namespace

AnnotatedLine annotatedLine(std::string_view marked) {
    AnnotatedLine line;
    for (std::size_t at = 0; at < marked.size();) {
        const std::size_t end = std::min(marked.find(' ', at), marked.size());
        if (!line.text.empty()) line.gaps[line.text.size()] = GapKind::Word;
        addWord(marked.substr(at, end - at), line);
        at = end + 1;
    }
    return line;
}

std::vector<std::string> markedLines(const std::filesystem::path& file, Share share) {
    std::vector<std::string> lines;
    std::ifstream in(file);
    std::size_t scene = 0;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with('#')) ++scene;
        if (line.empty() || line.starts_with('#')) continue;
        const bool isHeldBack = scene % kHeldBackScene == 0;
        if (isHeldBack == (share == Share::HeldBack)) lines.push_back(line);
    }
    return lines;
}

}  // namespace subs::data
