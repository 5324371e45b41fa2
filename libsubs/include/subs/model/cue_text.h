// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// What a stretch of a cue's text is.
enum class SpanKind : std::uint8_t {
    Bold,       ///< `value` empty: on; "0": off where the style is bold; else a weight ("700").
    Italic,     ///< `value` empty: on; "0": off.
    Underline,  ///< As Italic.
    Strike,     ///< As Italic.
    Color,      ///< `value` "#RRGGBB" or "#RRGGBBAA" (AA 00 is transparent).
    Font,       ///< `value` is the family name.
    FontSize,   ///< `value` is a decimal in the unit of the document's canvas.
    Karaoke,    ///< A point; `value` as written, "\k30".
    Comment,    ///< A point; `value` is markup that is never shown, as written: "{check name}".
    Drawing,    ///< A point; `value` is a vector drawing with its tags, as written.
    Opaque,     ///< Markup not understood or with no counterpart in other formats, as written:
                ///< "{\pos(9,9)}" keeps
    ///< "\pos(9,9)". A point, or a range whose characters it stands for ("\n" for a soft
    ///< break).
    Voice,      ///< `value` is who speaks, where not the whole cue is `Cue::speaker`'s.
    Class,      ///< `value` is a name, or names joined by '.', for a style sheet: "loud.first".
    Language,   ///< `value` is the language of the words, BCP 47.
    Ruby,       ///< A word together with what is set above it, which is its `RubyText`.
    RubyText,   ///< What is set above the rest of the `Ruby` that it lies in.
    InnerTime,  ///< A point; `value` is the film time from which on what follows is shown or sung,
                ///< "00:12:01.250".
};

/// A kind of text over the bytes [begin, end) of `CueText::plain`; `begin == end` for a point.
struct Span {
    SpanKind kind = SpanKind::Opaque;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string value;

    bool isPoint() const { return begin == end; }
    friend bool operator==(const Span&, const Span&) = default;
};

/// What a cue says: the text as a viewer reads it, and what is laid over it. `plain` is UTF-8
/// without any markup, lines joined by '\n'; `<`, `{`, `&` and `\` in it are themselves. `spans`
/// are in the order of their beginnings, those of one beginning in the order in which the file has
/// them.
struct CueText {
    std::string plain;
    std::vector<Span> spans;

    friend bool operator==(const CueText&, const CueText&) = default;
};

/// `text` with the bytes [begin, end) of its plain text replaced. Spans keep to the characters that
/// they covered: one that ends where the replacement begins does not grow, one that holds it does,
/// one inside it is dropped unless it is a point, which moves to the replacement's beginning.
CueText replaced(const CueText& text,
                 std::size_t begin,
                 std::size_t end,
                 std::string_view replacement);

/// `text` with `plain` in place of its plain text: the common beginning and end of old and new stay
/// as they are (whole code points) and what lies between is replaced as by `replaced`.
CueText withPlain(const CueText& text, std::string_view plain);

/// The number of lines of `text`: one more than its line breaks; 0 for an empty text.
std::size_t lineCount(const CueText& text);

}  // namespace subs
