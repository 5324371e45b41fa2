// SPDX-License-Identifier: MIT
#pragma once

#include "base/scan.h"
#include "format/ass/values.h"

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

// Which field of a line is which: the columns that a "Format:" line names.
namespace subs::ass {

enum class EventField : std::uint8_t {
    Layer,
    Marked,
    Start,
    End,
    Style,
    Name,
    MarginL,
    MarginR,
    MarginV,
    Effect,
    Text,
    Unknown,
};

enum class StyleField : std::uint8_t {
    Name,
    Fontname,
    Fontsize,
    Primary,
    Secondary,
    Outline,
    Back,
    Tertiary,
    Bold,
    Italic,
    Underline,
    StrikeOut,
    ScaleX,
    ScaleY,
    Spacing,
    Angle,
    BorderStyle,
    OutlineWidth,
    Shadow,
    Alignment,
    MarginL,
    MarginR,
    MarginV,
    AlphaLevel,
    Encoding,
    Unknown,
};

using EventLayout = std::vector<EventField>;
using StyleLayout = std::vector<StyleField>;

/// The columns of an events "Format:" line (what follows the colon). `Text` ends them: everything
/// from its place to the line's end is text. Of several columns for a field the last counts, and
/// the others are `Unknown`. Empty where there is no `Text`.
EventLayout eventLayout(std::string_view columns);
/// The name of the first of such columns for which a later one counts; empty where there is none.
std::string_view repeatedEventColumn(std::string_view columns);
/// True of columns with one for `field`.
bool hasColumn(const EventLayout& layout, EventField field);
/// The columns of a styles "Format:" line. Empty where there is no name.
StyleLayout styleLayout(std::string_view columns, Dialect dialect);

/// What each dialect has where no "Format:" line says otherwise, and what we write.
std::string_view eventColumns(Dialect dialect);
std::string_view styleColumns(Dialect dialect);

/// The fields of a line, split at commas. The last one that is asked for as `rest` takes the whole
/// rest.
class FieldReader {
public:
    explicit FieldReader(std::string_view fields) : rest_(fields) {}

    bool atEnd() const { return ended_; }
    /// The next field as written, with the blanks around it. Empty at the end.
    std::string_view next() {
        const std::size_t comma = findAny<','>(rest_);
        if (comma == rest_.size()) return rest();
        const std::string_view field = rest_.substr(0, comma);
        rest_.remove_prefix(comma + 1);
        return field;
    }
    /// Everything that is left.
    std::string_view rest() {
        ended_ = true;
        return std::exchange(rest_, {});
    }

private:
    std::string_view rest_;
    bool ended_ = false;
};

}  // namespace subs::ass
