// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue_text.h>

#include "format/markup_patch.h"
#include "format/stl/gsi.h"

#include <string>
#include <string_view>
#include <vector>

// The text of a subtitle as bytes (EBU Tech 3264, 4.: TF): characters of the file's table, 80 to 85
// for italics, underlining and boxes, 8A between rows, and the codes of teletext below 20, each of
// which takes a place on the screen.
namespace subs::stl {

/// How the bytes of a file's texts are meant.
struct FieldContext {
    Display display = Display::Open;
    const CharacterTable* table = &CharacterTable::latin();
};

/// Bytes that mean nothing.
struct UnknownBytes {
    std::string bytes;
    std::string readAs;  ///< U+FFFD or nothing.
};

/// What a text field says.
struct FieldText {
    CueText text;
    std::vector<ShownStretch> shown;  ///< Which bytes show which characters.
    int rows = 1;      ///< From the first to the last row of text, with those between.
    int firstRow = 0;  ///< Rows above the first one with text.
    /// From 1, of the leftmost and the rightmost letter of all rows; 0 where there is none. Spaces
    /// and codes of teletext have columns of their own.
    int firstColumn = 0;
    int lastColumn = 0;
    bool isDoubleHeight = false;
    std::vector<UnknownBytes> unknown;  ///< Those that are no character of the table, nor a code.
};

/// Reads a text field. A code of teletext between words is a space; rows begin white, and what is
/// outside of the box of a row that has one is not seen (ETSI EN 300 706, 12.2), but kept as a
/// comment. Codes without a counterpart are opaque: "<1D>". Spaces at the ends of rows go. O(n).
FieldText decodedField(std::string_view field, const FieldContext& context);

/// `field` as a person can read it: codes as "<80>".
std::string readableField(std::string_view field, const FieldContext& context);

/// "<1D>": how a code without a counterpart stands in an opaque span.
std::string opaqueCode(unsigned char code);
/// The code, or 0 where `value` is none.
unsigned char codeIn(std::string_view value);

namespace code {
inline constexpr unsigned char kColorEnd = 0x07;  ///< 00 to 07: black, red, green, yellow, blue,
                                                  ///< magenta, cyan, white.
inline constexpr unsigned char kBoxEnd = 0x0A;
inline constexpr unsigned char kBoxBegin = 0x0B;
inline constexpr unsigned char kDoubleHeight = 0x0D;
inline constexpr unsigned char kBlackBackground = 0x1C;
inline constexpr unsigned char kNewBackground = 0x1D;
inline constexpr unsigned char kItalicOn = 0x80;
inline constexpr unsigned char kItalicOff = 0x81;
inline constexpr unsigned char kUnderlineOn = 0x82;
inline constexpr unsigned char kUnderlineOff = 0x83;
inline constexpr unsigned char kBoxingOn = 0x84;
inline constexpr unsigned char kBoxingOff = 0x85;
inline constexpr unsigned char kNewRow = 0x8A;
}  // namespace code
inline constexpr unsigned char kWhite = code::kColorEnd;

/// "#FF0000": the colours of teletext, 00 to 07.
std::string_view teletextColor(unsigned char code);

}  // namespace subs::stl
