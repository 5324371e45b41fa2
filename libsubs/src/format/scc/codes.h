// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

// The codes of closed captions, in pairs of seven bits and odd parity (CTA-608-E; 47 CFR 79.101).
namespace subs::scc {

inline constexpr int kRows = 15;
inline constexpr int kColumns = 32;

/// Two bytes without their parity.
struct Pair {
    std::uint8_t first = 0;
    std::uint8_t second = 0;

    bool isNull() const { return first == 0 && second == 0; }
    /// A code, which is sent twice.
    bool isControl() const { return first >= 0x10 && first < 0x20; }
    /// Of the second data channel of a field.
    bool isSecondChannel() const { return (first & 0x08U) != 0; }
    friend bool operator==(Pair, Pair) = default;
};

/// The colours of letters, in the order of their codes.
enum class Ink : std::uint8_t { White, Green, Blue, Cyan, Red, Yellow, Magenta, Black };

/// "#00FF00"
std::string_view colorOf(Ink ink);
/// The nearest to a colour, "#RRGGBB".
Ink nearestInk(std::string_view color);

/// How letters look.
struct Pen {
    Ink ink = Ink::White;
    bool isItalic = false;
    bool isUnderlined = false;
    friend bool operator==(Pen, Pen) = default;
};

/// The commands of 14 20 to 14 2F, by their second byte.
enum class Command : std::uint8_t {
    ResumeLoading = 0x20,  ///< RCL: what follows is loaded unseen (pop-on).
    Backspace = 0x21,
    DeleteToEnd = 0x24,  ///< DER: to the end of the row.
    RollUp2 = 0x25,
    RollUp3 = 0x26,
    RollUp4 = 0x27,
    FlashOn = 0x28,
    ResumeDirect = 0x29,  ///< RDC: what follows is seen at once (paint-on).
    TextRestart = 0x2A,
    ResumeText = 0x2B,
    EraseDisplayed = 0x2C,  ///< EDM
    CarriageReturn = 0x2D,
    EraseLoaded = 0x2E,   ///< ENM
    EndOfCaption = 0x2F,  ///< EOC: what is loaded is shown.
};

/// Where a row begins, and how (a Preamble Address Code).
struct Preamble {
    int row = kRows;  ///< From 1.
    int column = 0;   ///< A multiple of 4.
    Pen pen;
};

/// What a pair says whose first byte is a control; the channel does not matter.
std::optional<Command> commandOf(Pair pair);
std::optional<Preamble> preambleOf(Pair pair);
/// How many columns a tab offset moves, or 0.
int tabOf(Pair pair);
/// What a mid-row code makes of the pen before it.
std::optional<Pen> midRowOf(Pair pair, Pen before);
/// A character of two bytes that stands for itself: 11 30 to 11 3F. U+0000 is a transparent space.
std::optional<char32_t> specialOf(Pair pair);
/// One that takes the place of the character before it: 12 20 to 13 3F.
std::optional<char32_t> extendedOf(Pair pair);
/// Backgrounds and the like (10 20 to 10 2F, 17 24 to 17 2F), which change nothing of a text.
bool isAttribute(Pair pair);
/// The character of a byte from 20 on.
char32_t letterOf(std::uint8_t byte);

/// How a character is written.
struct Spelling {
    std::uint8_t byte = 0;  ///< A single byte; of an extended character the one that it replaces.
    std::optional<Pair> pair;  ///< Of a special or extended character.
    bool isExtended = false;
};
std::optional<Spelling> spellingOf(char32_t letter);

Pair pairOf(Command command);
Pair pairOf(const Preamble& preamble);
/// A preamble at column 0 with colour or italics.
Pair inkPreambleOf(int row, Pen pen);
Pair tabBy(int columns);
/// Codes that make `pen` of white upright letters: one, or two for italics in a colour.
struct MidRows {
    std::array<Pair, 2> pairs{};
    int count = 0;
};
MidRows midRowsFor(Pen pen);

/// A byte with the parity bit that makes the number of its ones odd.
std::uint8_t withParity(std::uint8_t byte);

}  // namespace subs::scc
