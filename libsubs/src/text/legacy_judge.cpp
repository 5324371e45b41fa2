// SPDX-License-Identifier: MIT
#include <subs/base/utf8.h>
#include <subs/text/conformance.h>
#include <subs/text/legacy_font.h>
#include <subs/text/script.h>

#include "text/legacy_map.h"
#include "text/legacy_reading.h"
#include "text/letter_kinds.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace subs {
namespace {

/// What tells text of a Khmer font from Latin text.
struct LineSigns {
    double jumps = 0;    ///< A capital behind a small letter.
    double inside = 0;   ///< A sign or letter above ASCII that the font knows, in a word.
    double foreign = 0;  ///< A letter that the font does not know.
    double inLongWords = 0;
    double inShortWords = 0;
    double unknownClusters = 0;
    double issues = 0;
    bool hasLatin = false;
    bool hasKhmer = false;  ///< In Unicode.
    bool isRead = false;

    bool hasShape() const { return jumps + inside > 0; }
    /// True where it is clear that it is no Khmer, or not worth reading.
    bool isLatin() const {
        return !isRead || issues > 0 || unknownClusters > inLongWords + inShortWords;
    }
};

/// What a line with nothing at all is worth, and what each sign of it is, as logarithms of odds:
/// round and strict, since text taken for what it is not is worse than text that is asked about.
constexpr double kNothing = -6;
constexpr double kNoShape = -2.5;
constexpr double kBesideKhmer = -4;
constexpr double kJump = 3;
constexpr double kInsideWeight = 2;
constexpr double kInLongWord = 0.8;
constexpr double kInShortWord = 0.5;
constexpr double kUnknownClusterWeight = -1;
constexpr double kIssue = -5;
constexpr double kForeign = -5;
constexpr double kMostShape = 8;  ///< Of jumps, and of what is inside: more says no more.

/// What the lines around a line are worth: twice the logarithm of how many are clearly set in the
/// font to how many are clearly not.
constexpr double kNeighbours = 2;
constexpr double kLeastPrior = -6;
constexpr double kMostPrior = 10;
constexpr double kClear = 3;

bool hasLatin(std::string_view line) {
    return std::ranges::any_of(line, [](char byte) { return isLatinLetter(byte); });
}

/// What the letters of `line` tell without being read.
LineSigns shapeOf(std::string_view line, const LegacyMap& map) {
    constexpr char32_t kNoBreakSpace = 0xA0;
    constexpr char32_t kPunctuation = 0x2000;
    LineSigns signs;
    signs.hasLatin = hasLatin(line);
    if (!signs.hasLatin) return signs;
    char32_t last = 0;
    for (std::size_t at = 0; at < line.size();) {
        const Decoded decoded = decodeUtf8(line, at);
        const char32_t letter = decoded.codePoint;
        at += decoded.length;
        const auto code = legacyCodeOf(letter);
        const bool isInWord = isLatinLetter(last);
        if (isCapitalLatin(letter) && isSmallLatin(last)) ++signs.jumps;
        if (letter > kNoBreakSpace && code && map.knows(*code) && isInWord) ++signs.inside;
        if (!code && letter < kPunctuation && !isKhmer(letter)) ++signs.foreign;
        signs.hasKhmer = signs.hasKhmer || isKhmer(letter);
        last = letter;
    }
    return signs;
}

double evidenceOf(const LineSigns& signs) {
    return kNothing + (signs.hasShape() ? 0 : kNoShape) + (signs.hasKhmer ? kBesideKhmer : 0) +
           kJump * std::min(signs.jumps, kMostShape) +
           kInsideWeight * std::min(signs.inside, kMostShape) + kInLongWord * signs.inLongWords +
           kInShortWord * signs.inShortWords + kUnknownClusterWeight * signs.unknownClusters +
           kIssue * signs.issues + kForeign * signs.foreign;
}

/// The family that is judged.
const LegacyTable& limon() {
    static const LegacyTable kTable = *LegacyTable::of(LegacyFont::Limon);
    return kTable;
}

/// Reads lines as the font would draw them. Keeps its buffers from one to the next.
class LegacyLineReader {
public:
    void read(std::string_view line, LineSigns& signs) {
        if (std::exchange(signs.isRead, true)) return;
        const LegacyConverted done = convertedLegacy(line, limon());
        signs.foreign += static_cast<double>(done.unknown.size());
        addReading(signs, done.text, 1);
        // Khmer that was there before says nothing of the rest.
        if (signs.hasKhmer) addReading(signs, line, -1);
    }

private:
    void addReading(LineSigns& signs, std::string_view text, double factor) {
        const KhmerReading reading = reader_.read(text);
        signs.inLongWords += factor * static_cast<double>(reading.inLongWords);
        signs.inShortWords += factor * static_cast<double>(reading.inShortWords);
        signs.unknownClusters += factor * static_cast<double>(reading.unknown);
        signs.issues += factor * static_cast<double>(issuesIn(text).size());
    }

    KhmerReader reader_;
};

/// Never quite sure.
double probabilityOf(double logOdds) {
    constexpr double kMost = 0.999;
    return std::min(kMost, 1 / (1 + std::exp(-logOdds)));
}

bool isClear(const LineSigns& signs) {
    return signs.isRead && evidenceOf(signs) > kClear;
}

/// The signs of all lines. Only lines with a shape are read, unless one of them is clearly set in
/// the font.
std::vector<LineSigns> signsOf(std::span<const std::string_view> lines) {
    LegacyLineReader reader;
    std::vector<LineSigns> signs;
    signs.reserve(lines.size());
    bool anyClear = false;
    for (const std::string_view line : lines) {
        signs.push_back(shapeOf(line, limon().map()));
        LineSigns& one = signs.back();
        if (one.hasLatin && one.hasShape()) reader.read(line, one);
        anyClear = anyClear || isClear(one);
    }
    for (std::size_t i = 0; anyClear && i < lines.size(); ++i)
        if (signs[i].hasLatin) reader.read(lines[i], signs[i]);
    return signs;
}

/// What there is to say of a line before it is read.
double priorOf(std::span<const LineSigns> lines) {
    double legacy = 0;
    double latin = 0;
    for (const LineSigns& signs : lines) {
        if (!signs.hasLatin) continue;
        if (isClear(signs))
            ++legacy;
        else if (signs.isLatin())
            ++latin;
    }
    const double prior = kNeighbours * std::log((legacy + 1) / (latin + 1));
    return std::clamp(prior, kLeastPrior, kMostPrior);
}

}  // namespace

std::vector<double> legacyConfidences(std::span<const std::string_view> lines) {
    const std::vector<LineSigns> signs = signsOf(lines);
    const double prior = lines.size() > 1 ? priorOf(signs) : 0;
    std::vector<double> confidences;
    confidences.reserve(lines.size());
    for (const LineSigns& one : signs)
        confidences.push_back(one.isRead ? probabilityOf(evidenceOf(one) + prior) : 0);
    return confidences;
}

double legacyConfidence(std::string_view line) {
    return legacyConfidences(std::span(&line, 1)).front();
}

}  // namespace subs
