// SPDX-License-Identifier: MIT
#include "format/vtt/alignment.h"

#include "format/vtt/ascii.h"

#include <array>
#include <vector>

namespace subs::vtt {
namespace {

constexpr double kLines = 15;

/// 0 for the first third of a hundred, 1 for the second, 2 for the last.
int thirdOf(double percentage) {
    if (percentage < 100.0 / 3) return 0;
    return percentage > 200.0 / 3 ? 2 : 1;
}

/// From the top: 0, 1 or 2.
int rowOf(const CueSettings& settings) {
    if (!settings.line) return 2;
    if (!settings.snapsToLines) return thirdOf(*settings.line);
    const double line = *settings.line < 0 ? kLines + *settings.line : *settings.line;
    return thirdOf(line / (kLines - 1) * 100);
}

/// From the left: 0, 1 or 2.
int columnOf(const CueSettings& settings) {
    const bool isLeft = settings.align == TextAlign::Left || settings.align == TextAlign::Start;
    const bool isRight = settings.align == TextAlign::Right || settings.align == TextAlign::End;
    if (settings.position && !isLeft && !isRight) return thirdOf(*settings.position);
    if (settings.position && isLeft) return *settings.position < 50 ? 0 : 1;
    if (settings.position && isRight) return *settings.position > 50 ? 2 : 1;
    return isLeft ? 0 : isRight ? 2 : 1;
}

/// True of the first or the last line of text, of the top and the middle in percent, and of what
/// stands below unless it is moved. As this program writes the middle, and as others do.
bool isEdgeRow(const CueSettings& settings) {
    if (!settings.line) return true;
    const double line = *settings.line;
    const bool isStart = settings.lineAlign == LineAlign::Start;
    if (settings.snapsToLines) return isStart && (line == 0 || line == -1);
    if (line == 50) return settings.lineAlign == LineAlign::Center;
    if (line == 100) return settings.lineAlign == LineAlign::End;
    return isStart && (line == 0 || line == 45);
}

/// True of text that stands, and is aligned, at the left or right edge or in the middle; a
/// twentieth of the picture from an edge is still there.
bool isEdgeColumn(const CueSettings& settings) {
    if (!settings.position) return true;
    const int column = columnOf(settings);
    const bool isCentred = settings.align == TextAlign::Center;
    if (column == 0) return !isCentred && *settings.position <= 5;
    if (column == 2) return !isCentred && *settings.position >= 95;
    return isCentred && *settings.position == 50;
}

/// True of a word of settings that says where a cue stands.
bool isOfPlace(std::string_view word) {
    constexpr std::array<std::string_view, 4> kNames{"line:", "position:", "align:", "region:"};
    for (const std::string_view name : kNames)
        if (word.starts_with(name)) return true;
    return false;
}

std::string_view wordsOfRow(int row) {
    // 45 %: two lines of text that begin there are in the middle; few players heed ",center".
    constexpr std::array<std::string_view, 3> kWords{"line:0", "line:45%", ""};
    return kWords[static_cast<std::size_t>(row)];
}

std::string_view wordsOfColumn(int column) {
    constexpr std::array<std::string_view, 3> kWords{
        "position:5% align:left", "", "position:95% align:right"};
    return kWords[static_cast<std::size_t>(column)];
}

void append(std::string& out, std::string_view words) {
    if (words.empty()) return;
    if (!out.empty()) out += ' ';
    out += words;
}

}  // namespace

std::optional<Alignment> alignmentOf(const CueSettings& settings) {
    if (settings.direction != Direction::Horizontal || settings.region) return std::nullopt;
    const int row = rowOf(settings);
    const int column = columnOf(settings);
    if (row == 2 && column == 1) return std::nullopt;
    return static_cast<Alignment>((2 - row) * 3 + column + 1);
}

bool isPlaceAlone(std::string_view typed) {
    constexpr double kWhole = 100;
    if (typed.find("region:") != typed.npos) return false;  // its region is not at hand here
    std::vector<std::string_view> flaws;
    const CueSettings settings = parsedSettings(typed, {}, &flaws);
    return flaws.empty() && settings.direction == Direction::Horizontal &&
           settings.size == kWhole && settings.positionAlign == PositionAlign::Auto &&
           isEdgeRow(settings) && isEdgeColumn(settings);
}

std::string settingsWith(std::string_view settings, std::optional<Alignment> alignment) {
    std::string result;
    for (std::string_view word = takeWord(settings); !word.empty(); word = takeWord(settings))
        if (!isOfPlace(word)) append(result, word);
    if (!alignment) return result;
    const int place = static_cast<int>(*alignment) - 1;
    append(result, wordsOfRow(2 - place / 3));
    append(result, wordsOfColumn(place % 3));
    return result;
}

}  // namespace subs::vtt
