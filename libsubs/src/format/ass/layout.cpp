// SPDX-License-Identifier: MIT
#include "format/ass/layout.h"

#include "format/ass/ascii.h"

#include <algorithm>
#include <array>
#include <utility>

namespace subs::ass {
namespace {

template <class Field>
struct Column {
    std::string_view name;
    Field field;
};

constexpr Column<EventField> kEventColumns[] = {
    {"Layer", EventField::Layer},
    {"Marked", EventField::Marked},
    {"Start", EventField::Start},
    {"End", EventField::End},
    {"Style", EventField::Style},
    {"Name", EventField::Name},
    {"Actor", EventField::Name},
    {"MarginL", EventField::MarginL},
    {"MarginR", EventField::MarginR},
    {"MarginV", EventField::MarginV},
    {"Effect", EventField::Effect},
    {"Text", EventField::Text},
};

constexpr Column<StyleField> kStyleColumns[] = {
    {"Name", StyleField::Name},
    {"Fontname", StyleField::Fontname},
    {"Fontsize", StyleField::Fontsize},
    {"PrimaryColour", StyleField::Primary},
    {"SecondaryColour", StyleField::Secondary},
    {"OutlineColour", StyleField::Outline},
    {"TertiaryColour", StyleField::Tertiary},
    {"BackColour", StyleField::Back},
    {"Bold", StyleField::Bold},
    {"Italic", StyleField::Italic},
    {"Underline", StyleField::Underline},
    {"StrikeOut", StyleField::StrikeOut},
    {"ScaleX", StyleField::ScaleX},
    {"ScaleY", StyleField::ScaleY},
    {"Spacing", StyleField::Spacing},
    {"Angle", StyleField::Angle},
    {"BorderStyle", StyleField::BorderStyle},
    {"Outline", StyleField::OutlineWidth},
    {"Shadow", StyleField::Shadow},
    {"Alignment", StyleField::Alignment},
    {"MarginL", StyleField::MarginL},
    {"MarginR", StyleField::MarginR},
    {"MarginV", StyleField::MarginV},
    {"AlphaLevel", StyleField::AlphaLevel},
    {"Encoding", StyleField::Encoding},
};

template <class Field, std::size_t N>
Field fieldNamed(const Column<Field> (&columns)[N], std::string_view name) {
    const auto* found =
        std::find_if(std::begin(columns), std::end(columns), [name](const auto& column) {
            return sameWord(column.name, name);
        });
    return found == std::end(columns) ? Field::Unknown : found->field;
}

template <class Field>
bool holds(const std::vector<Field>& layout, Field field) {
    return std::find(layout.begin(), layout.end(), field) != layout.end();
}

/// Of columns of one name the last counts, as libass has it; the others mean nothing.
template <class Field>
void forgetRepeated(std::vector<Field>& layout) {
    std::array<bool, static_cast<std::size_t>(Field::Unknown)> seen{};
    for (auto field = layout.rbegin(); field != layout.rend(); ++field)
        if (*field != Field::Unknown &&
            std::exchange(seen.at(static_cast<std::size_t>(*field)), true))
            *field = Field::Unknown;
}

}  // namespace

bool hasColumn(const EventLayout& layout, EventField field) {
    return holds(layout, field);
}

EventLayout eventLayout(std::string_view columns) {
    EventLayout layout;
    for (FieldReader fields(columns); !fields.atEnd();) {
        layout.push_back(fieldNamed(kEventColumns, trimmed(fields.next())));
        if (layout.back() == EventField::Text) break;
    }
    forgetRepeated(layout);
    // Without a text libass shows nothing; times that are not there it takes for 0.
    return hasColumn(layout, EventField::Text) ? layout : EventLayout();
}

std::string_view repeatedEventColumn(std::string_view columns) {
    FieldReader fields(columns);
    for (const EventField field : eventLayout(columns)) {
        const std::string_view name = trimmed(fields.next());
        const bool isForgotten =
            field == EventField::Unknown && fieldNamed(kEventColumns, name) != EventField::Unknown;
        if (isForgotten) return name;
    }
    return {};
}

StyleLayout styleLayout(std::string_view columns, Dialect dialect) {
    StyleLayout layout;
    for (FieldReader fields(columns); !fields.atEnd();) {
        layout.push_back(fieldNamed(kStyleColumns, trimmed(fields.next())));
        // Old files say "OutlineColour" in SSA where the tertiary colour stands; it is not the
        // outline's there.
        if (dialect == Dialect::Ssa && layout.back() == StyleField::Outline)
            layout.back() = StyleField::Tertiary;
    }
    forgetRepeated(layout);
    return holds(layout, StyleField::Name) ? layout : StyleLayout();
}

std::string_view eventColumns(Dialect dialect) {
    return dialect == Dialect::Ass
               ? "Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text"
               : "Marked, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text";
}

std::string_view styleColumns(Dialect dialect) {
    return dialect == Dialect::Ass
               ? "Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, "
                 "Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, "
                 "Alignment, MarginL, MarginR, MarginV, Encoding"
               : "Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, TertiaryColour, BackColour, Bold, "
                 "Italic, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, AlphaLevel, "
                 "Encoding";
}

}  // namespace subs::ass
