// SPDX-License-Identifier: MIT
#include <subs/text/newline.h>

#include "timing/shot_files/reader.h"

#include <charconv>

namespace subs::shot_files {
namespace {

/// More frames than any film has.
constexpr std::int64_t kMostFrames = 1'000'000'000;

}  // namespace

std::string_view firstLine(std::string_view text) {
    LineReader lines(text);
    return lines.next() ? lines.line() : std::string_view();
}

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::optional<std::int64_t> frameNumberIn(std::string_view text) {
    std::int64_t frame = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), frame);
    const bool isNumber = error == std::errc() && end == text.data() + text.size();
    return isNumber && frame >= 0 && frame < kMostFrames ? std::optional(frame) : std::nullopt;
}

std::optional<std::string_view> valueOf(std::string_view line, std::string_view key) {
    std::size_t at = line.find(key);
    // "in:" is no part of "begin:".
    while (at != std::string_view::npos && at > 0 && line[at - 1] != ' ' && line[at - 1] != '\t')
        at = line.find(key, at + 1);
    if (at == std::string_view::npos) return std::nullopt;
    const std::string_view rest = trimmed(line.substr(at + key.size()));
    return rest.substr(0, rest.find_first_of(" ,;\t"));
}

}  // namespace subs::shot_files
