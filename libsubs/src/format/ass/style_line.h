// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/style.h>

#include "format/ass/layout.h"

#include <cstdint>
#include <string>
#include <string_view>

// A "Style:" line and the value that it stands for.
namespace subs::ass {

/// The columns that a style's line is read by.
struct StyleContext {
    const StyleLayout& layout;
    Dialect dialect = Dialect::Ass;
};

/// Of every shadow in SSA.
inline constexpr std::uint8_t kSsaShadowOpacity = 127;

/// A field that could not be read, for a diagnostic.
struct BadField {
    std::string_view column;  ///< Empty: there is none.
    std::string_view text;    ///< As written, inside the line.
};

struct StyleRead {
    Style style;
    BadField badColor;
    BadField badAlignment;
    BadField badNumber;
    bool missingFields = false;
};

/// Reads what follows "Style:". In SSA the outline has the colour of the back; there is no third
/// one to see.
StyleRead readStyle(std::string_view fields, const StyleContext& context);

/// The third colour in such fields, which no player draws, as written; empty where there is none,
/// or one that the style's other colours say too.
std::string_view thirdColorIn(std::string_view fields, const StyleContext& context);

/// Appends the fields of `style` by the columns of `context`, without the line end.
void appendStyleFields(std::string& out, const Style& style, const StyleContext& context);

/// The same, but a field of `original` (all fields as written) that still says what `style` says is
/// copied.
void appendPatchedStyle(std::string& out,
                        const Style& style,
                        std::string_view original,
                        const StyleContext& context);

/// True where both look the same and are called the same: pieces are not compared.
bool sameStyle(const Style& a, const Style& b);

/// Appends `text` as it can stand in a field: without commas (`;` instead) and line breaks
/// (spaces).
void appendFieldText(std::string& out, std::string_view text);
/// False where `appendFieldText` changes it.
bool fitsField(std::string_view text);

}  // namespace subs::ass
