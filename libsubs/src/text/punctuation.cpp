// SPDX-License-Identifier: MIT
#include <subs/text/punctuation.h>
#include <subs/text/script.h>

#include "text/code_points.h"
#include "text/edit_list.h"
#include "text/letter_kinds.h"

#include <string_view>

namespace subs {
namespace {

constexpr char32_t kEllipsis = 0x2026;
constexpr char32_t kKhan = 0x17D4;
constexpr char32_t kLo = 0x179B;

/// What has no space before it.
bool clingsToWord(char32_t c) {
    constexpr std::u32string_view kMarks = U"»”)?!›]";
    return kMarks.find(c) != std::u32string_view::npos;
}
/// What such a mark may follow at once: a word, or what a sentence ends with.
bool isEndOfWord(char32_t c) {
    return isLetterOrDigit(c) || isKhmer(c) || clingsToWord(c) || c == '.' || c == '%' || c == '"';
}

std::size_t endOfSpaces(const CodePoints& text, std::size_t i) {
    while (isSpace(text[i]))
        ++i;
    return i;
}

/// A line at a time, those of Khmer alone.
template <typename Visit>
void forEachKhmerLine(const CodePoints& text, Visit visit) {
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin;
        bool hasKhmer = false;
        for (; end < text.size() && !isLineEnd(text[end]); ++end)
            hasKhmer = hasKhmer || isKhmer(text[end]);
        if (hasKhmer) visit(begin, end);
        begin = end + 1;
    }
}

/// What the spaces [begin, end) of a line become.
std::string_view tidied(const CodePoints& text,
                        std::size_t begin,
                        std::size_t end,
                        std::size_t lineEnd) {
    if (end == lineEnd) return "";
    return clingsToWord(text[end]) && isEndOfWord(text[begin - 1]) ? "" : " ";
}

/// ។ល។ from either end.
bool isOfEtCetera(const CodePoints& text, std::size_t khan) {
    const bool begins = text[khan + 1] == kLo && text[khan + 2] == kKhan;
    const bool ends = khan >= 2 && text[khan - 1] == kLo && text[khan - 2] == kKhan;
    return text[khan] == kKhan && (begins || ends);
}

bool isStop(const CodePoints& text, std::size_t i) {
    return isKhmerStop(text[i]) && !isOfEtCetera(text, i);
}

/// The spaces, or the place without one, [begin, end).
void putSpace(EditList& edits,
              const CodePoints& text,
              std::size_t begin,
              std::size_t end,
              SpaceAtMark space) {
    edits.replace(text.offset(begin), text.offset(end), space == SpaceAtMark::With ? " " : "");
}

std::size_t beginOfSpaces(const CodePoints& text, std::size_t i) {
    while (i > 0 && isSpace(text[i - 1]))
        --i;
    return i;
}

/// Before each mark that `isMark` says it is.
template <typename IsMark>
Normalised withSpaceBefore(std::string_view text, SpaceAtMark space, IsMark isMark) {
    const CodePoints points(text);
    EditList edits(text);
    for (std::size_t i = 1; i < points.size(); ++i) {
        if (!isMark(points, i)) continue;
        const std::size_t begin = beginOfSpaces(points, i);
        const char32_t before = begin > 0 ? points[begin - 1] : 0;
        // U+17D2 before a stop is an old lunar date.
        const bool isWord = (isKhmerWordPart(before) && before != 0x17D2) || isKhmerDigit(before) ||
                            (before == kRepetition);
        if (isWord) putSpace(edits, points, begin, i, space);
    }
    return edits.taken();
}

}  // namespace

Normalised withTidySpaces(std::string_view text) {
    const CodePoints points(text);
    EditList edits(text);
    forEachKhmerLine(points, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = endOfSpaces(points, begin); i < end; ++i) {
            const std::size_t behind = endOfSpaces(points, i);
            if (behind == i) continue;
            edits.replace(points.offset(i), points.offset(behind), tidied(points, i, behind, end));
            i = behind;
        }
    });
    return edits.taken();
}

Normalised withEllipsis(std::string_view text, Ellipsis ellipsis) {
    const CodePoints points(text);
    EditList edits(text);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const std::size_t begin = i;
        if (points[i] == kEllipsis && ellipsis == Ellipsis::Dots)
            edits.replace(points.offset(i), points.offset(i + 1), "...");
        while (points[i] == '.' && points[i + 1] == '.')
            ++i;
        if (i == begin + 2 && ellipsis == Ellipsis::Character)
            edits.replace(points.offset(begin), points.offset(i + 1), "…");
    }
    return edits.taken();
}

Normalised withSpaceBeforeRepetition(std::string_view text, SpaceAtMark space) {
    return withSpaceBefore(text, space, [](const CodePoints& points, std::size_t i) {
        return points[i] == kRepetition && points[i - 1] != kRepetition;
    });
}

Normalised withSpaceBeforeStop(std::string_view text, SpaceAtMark space) {
    return withSpaceBefore(text, space, isStop);
}

Normalised withSpaceAfterStop(std::string_view text, SpaceAtMark space) {
    const CodePoints points(text);
    EditList edits(text);
    for (std::size_t i = 1; i < points.size(); ++i) {
        if (!isStop(points, i) || points[i - 1] == 0x17D2) continue;
        const std::size_t behind = endOfSpaces(points, i + 1);
        const char32_t next = points[behind];
        // U+17D2 behind a stop is an old lunar date.
        const bool follows = (isLetterOrDigit(next) && next != 0x17D2) || isOpeningMark(next);
        if (follows) putSpace(edits, points, i + 1, behind, space);
        i = behind - 1;
    }
    return edits.taken();
}

}  // namespace subs
