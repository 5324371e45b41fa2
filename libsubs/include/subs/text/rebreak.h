// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/line_break.h>
#include <subs/text/line_choice.h>
#include <subs/text/text_edit.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// What becomes of the line breaks that a text has.
enum class ExistingBreaks : std::uint8_t {
    Rebreak,  ///< Its lines are joined first, but for those that begin with a speaker's dash or ♪.
    Keep,     ///< They stay; lines that are too wide are broken further.
};

/// What becomes of U+200B.
enum class ZwspUse : std::uint8_t {
    Keep,
    Insert,  ///< Put at each place in Khmer where a line might end and does not.
    Strip,   ///< Taken away, once the lines are chosen.
};

/// A text whose lines were joined, and what was done for it. Spaces around a line break go. Between
/// letters and digits of a script without spaces, Khmer above all, nothing takes its place but
/// behind a word that closes a clause; between such a letter and a Latin one what the text itself
/// has there; else one space.
struct JoinedLines {
    /// One place where lines were joined.
    struct Join {
        std::size_t oldBegin = 0;  ///< What stood there in the text as it was.
        std::size_t oldEnd = 0;
        std::size_t begin = 0;  ///< What stands there now: "", " ", or a "\n" that stayed.
        std::size_t length = 0;
    };

    std::string text;  ///< What is broken into lines apart, each on a line.
    std::vector<Join> joins;

    /// Where byte `at` of `text`, inside of no join, was.
    std::size_t oldPlaceOf(std::size_t at) const;
};

/// `text` with its lines joined, or as it is where breaks are kept. Lines that begin with a dash or
/// ♪ stay. O(n).
JoinedLines joinedLines(std::string_view text, ExistingBreaks existing);

/// A text in new lines.
struct Rebroken {
    std::vector<TextEdit> edits;  ///< To the text as it was, ascending, apart from each other.
    std::size_t lines = 1;
    double width = 0;  ///< Of the widest line, in the ruler's measure.
    bool fits = true;  ///< No line is too wide.
};

/// Breaks `joined`, which was made of `text`; `ruler` measures `joined.text`. Each of its lines is
/// broken by itself; all together are at most `shape.mostLines` where they are not more already.
Rebroken rebroken(std::string_view text,
                  const JoinedLines& joined,
                  LineBreaker& breaker,
                  TextRuler& ruler,
                  const LineShape& shape,
                  ZwspUse zwsp = ZwspUse::Keep);

}  // namespace subs
