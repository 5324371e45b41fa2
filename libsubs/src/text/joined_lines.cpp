// SPDX-License-Identifier: MIT
#include <subs/base/utf8.h>
#include <subs/text/rebreak.h>

#include "text/break_place.h"
#include "text/letter_kinds.h"
#include "text/other_break_prices.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace subs {
namespace {

bool isBlank(char c) {
    return c == ' ' || c == '\t';
}

/// True of a line that a speaker or a song begins.
bool beginsAnew(std::string_view line) {
    constexpr std::array<std::string_view, 7> kSigns{"-", "–", "—", "‐", "‑", "♪", "♫"};
    for (const std::string_view sign : kSigns)
        if (line.starts_with(sign)) return true;
    return false;
}

char32_t characterAt(std::string_view text, std::size_t at) {
    return at < text.size() ? decodeUtf8(text, at).codePoint : 0;
}

bool isLetterOrDigit(char32_t c) {
    const auto codePoint = static_cast<UChar32>(c);
    return u_isUAlphabetic(codePoint) || u_isdigit(codePoint) ||
           u_charType(codePoint) == U_NON_SPACING_MARK ||
           u_charType(codePoint) == U_COMBINING_SPACING_MARK || c == kRepetition;
}

bool isClosing(char32_t c) {
    const auto kind = u_charType(static_cast<UChar32>(c));
    constexpr std::u32string_view kMarks = U".,;:!?…។៕៖៘៚%";
    return kind == U_END_PUNCTUATION || kind == U_FINAL_PUNCTUATION ||
           kMarks.find(c) != kMarks.npos;
}

/// A letter of a script with spaces between words; a digit is of none.
bool isOfSpacedScript(char32_t c) {
    return isLetterOrDigit(c) && !isOfUnspacedScript(c) && !u_isdigit(static_cast<UChar32>(c));
}

/// True where the text itself writes letters of spaced and unspaced scripts side by side.
bool mixesUnspaced(std::string_view text) {
    char32_t last = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decodeUtf8(text, at);
        const char32_t c = decoded.codePoint;
        const bool isBeside = (isOfSpacedScript(last) && isOfUnspacedScript(c)) ||
                              (isOfUnspacedScript(last) && isOfSpacedScript(c));
        if (isBeside && isLetterOrDigit(last) && isLetterOrDigit(c)) return true;
        last = c;
        at += decoded.length;
    }
    return false;
}

/// Words that end a Khmer clause, so that a space stands behind them where the text goes on.
bool closesClause(std::string_view line) {
    constexpr std::array<std::string_view, 12> kWords{
        "ទេ", "ហើយ", "ណាស់", "ដែរ", "ផង", "ណា", "វិញ", "សិន", "ពេក", "ឡើយ", "សោះ", "ទៀត"};
    return std::ranges::any_of(kWords,
                               [line](std::string_view word) { return line.ends_with(word); });
}

/// What joins the lines of `text` that end at `end` and begin at `next`.
std::string_view separator(std::string_view text, std::size_t end, std::size_t next) {
    const char32_t last = characterBefore(text, end);
    const char32_t first = characterAt(text, next);
    if (last == 0 || first == 0 || last == 0x200B || first == 0x200B) return "";
    const bool isUnspaced = isOfUnspacedScript(last) || isOfUnspacedScript(first);
    if (!isUnspaced) return " ";
    if (isClosing(first)) return "";
    if (!isLetterOrDigit(last) || !isLetterOrDigit(first)) return " ";
    if (isOfSpacedScript(last) || isOfSpacedScript(first)) return mixesUnspaced(text) ? "" : " ";
    return first != kRepetition && closesClause(text.substr(0, end)) ? " " : "";
}

/// "well-" and "known" are one word.
bool endsInsideWord(std::string_view text, std::size_t end, char32_t next) {
    return end >= 2 && text[end - 1] == '-' && text[end - 2] != '-' && !isBlank(text[end - 2]) &&
           u_islower(static_cast<UChar32>(next));
}

std::string_view joint(std::string_view text, std::size_t begin, std::size_t end) {
    if (begin == 0 || end == text.size()) return "";
    if (beginsAnew(text.substr(end))) return "\n";
    return endsInsideWord(text, begin, characterAt(text, end)) ? "" : separator(text, begin, end);
}

}  // namespace

std::size_t JoinedLines::oldPlaceOf(std::size_t at) const {
    std::size_t old = at;
    for (const Join& join : joins) {
        if (join.begin + join.length > at) break;
        old = at - (join.begin + join.length) + join.oldEnd;
    }
    return old;
}

JoinedLines joinedLines(std::string_view text, ExistingBreaks existing) {
    JoinedLines joined;
    if (existing == ExistingBreaks::Keep) {
        joined.text = text;
        return joined;
    }
    std::size_t from = 0;
    for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', from)) {
        std::size_t begin = at;
        while (begin > from && isBlank(text[begin - 1]))
            --begin;
        std::size_t end = at + 1;
        while (end < text.size() && (isBlank(text[end]) || text[end] == '\n'))
            ++end;
        const std::string_view between = joint(text, begin, end);
        joined.text += text.substr(from, begin - from);
        joined.joins.push_back({begin, end, joined.text.size(), between.size()});
        joined.text += between;
        from = end;
    }
    joined.text += text.substr(from);
    return joined;
}

}  // namespace subs
