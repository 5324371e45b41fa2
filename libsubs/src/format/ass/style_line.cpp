// SPDX-License-Identifier: MIT
#include "format/ass/style_line.h"

#include "base/scan.h"
#include "format/ass/ascii.h"

#include <algorithm>
#include <limits>

namespace subs::ass {
namespace {

/// What a field has that a line does not: VSFilter's style without a name.
Style unsaidStyle() {
    Style style;
    style.fontName = "Arial";
    style.fontSize = 18;
    style.outline = 2;
    style.shadow = 3;
    style.margins = {20, 20, 20};
    return style;
}

/// One style being read.
class StyleReader {
public:
    explicit StyleReader(Dialect dialect) : dialect_(dialect) { read_.style = unsaidStyle(); }

    void take(StyleField field, std::string_view raw) {
        const std::string_view text = trimmed(raw);
        Style& s = read_.style;
        switch (field) {
            case StyleField::Name:
                s.name = unstarred(text);
                break;
            case StyleField::Fontname:
                s.fontName = text;
                break;
            case StyleField::Fontsize:
                decimal(s.fontSize, text);
                break;
            case StyleField::Primary:
                color(s.primary, text);
                break;
            case StyleField::Secondary:
                color(s.secondary, text);
                break;
            case StyleField::Outline:
                color(s.outlineColor, text);
                break;
            case StyleField::Back:
                color(s.backColor, text);
                break;
            case StyleField::Bold:
                flag(s.bold, text);
                break;
            case StyleField::Italic:
                flag(s.italic, text);
                break;
            case StyleField::Underline:
                flag(s.underline, text);
                break;
            case StyleField::StrikeOut:
                flag(s.strike, text);
                break;
            default:
                takeShape(field, text);
                break;
        }
    }

    StyleRead& result() { return read_; }

    /// SSA has one opacity for all colours and none in them; the outline has the back's colour, and
    /// the shadow is half transparent (VSFilter, libass).
    void finish() {
        if (dialect_ == Dialect::Ass) return;
        Style& s = read_.style;
        const auto opacity = static_cast<std::uint8_t>(255 - std::clamp(alphaLevel_, 0, 255));
        s.outlineColor = s.backColor;
        for (Color* color : {&s.primary, &s.secondary, &s.outlineColor})
            color->alpha = opacity;
        s.backColor.alpha = kSsaShadowOpacity;
    }

private:
    void takeShape(StyleField field, std::string_view text) {
        Style& s = read_.style;
        switch (field) {
            case StyleField::ScaleX:
                decimal(s.scaleX, text);
                break;
            case StyleField::ScaleY:
                decimal(s.scaleY, text);
                break;
            case StyleField::Spacing:
                decimal(s.spacing, text);
                break;
            case StyleField::Angle:
                decimal(s.angle, text);
                break;
            case StyleField::BorderStyle:
                takeBorder(text);
                break;
            case StyleField::OutlineWidth:
                decimal(s.outline, text);
                break;
            case StyleField::Shadow:
                decimal(s.shadow, text);
                break;
            case StyleField::Alignment:
                takeAlignment(text);
                break;
            case StyleField::MarginL:
                whole(s.margins.left, text);
                break;
            case StyleField::MarginR:
                whole(s.margins.right, text);
                break;
            case StyleField::MarginV:
                whole(s.margins.vertical, text);
                break;
            case StyleField::Encoding:
                whole(s.encoding, text);
                break;
            case StyleField::AlphaLevel:
                whole(alphaLevel_, text);
                break;
            default:
                break;
        }
    }

    static std::string_view unstarred(std::string_view name) {
        while (!name.empty() && name.front() == '*')
            name.remove_prefix(1);
        return name;
    }

    void takeBorder(std::string_view text) {
        const bool box = leadingInteger(text).value >= 3;
        read_.style.border = box ? BorderStyle::OpaqueBox : BorderStyle::OutlineAndShadow;
    }

    void takeAlignment(std::string_view text) {
        const std::int64_t number = leadingInteger(text).value;
        const auto alignment =
            dialect_ == Dialect::Ssa ? alignmentOfSsa(number) : alignmentOfPad(number);
        if (!alignment) read_.badAlignment = {"Alignment", text};
        read_.style.alignment = alignment.value_or(Alignment::BottomCentre);
    }

    void color(Color& value, std::string_view text) {
        const auto color = parseColor(text);
        if (!color) read_.badColor = {"colour", text};
        if (color) value = *color;
    }

    void decimal(double& value, std::string_view text) {
        const Decimal number = leadingDecimal(text);
        if (number.length == 0) read_.badNumber = {"number", text};
        if (number.length > 0) value = number.value;
    }

    void whole(std::int32_t& value, std::string_view text) {
        if (leadingInteger(text).length == 0) read_.badNumber = {"number", text};
        value = leadingInt32(text);
    }

    void flag(bool& value, std::string_view text) { value = leadingInteger(text).value != 0; }

    Dialect dialect_;
    std::int32_t alphaLevel_ = 0;
    StyleRead read_;
};

void appendFlag(std::string& out, bool value) {
    out += value ? "-1" : "0";
}

void appendShape(std::string& out, StyleField field, const Style& s, Dialect dialect) {
    switch (field) {
        case StyleField::ScaleX:
            return appendDecimal(out, s.scaleX);
        case StyleField::ScaleY:
            return appendDecimal(out, s.scaleY);
        case StyleField::Spacing:
            return appendDecimal(out, s.spacing);
        case StyleField::Angle:
            return appendDecimal(out, s.angle);
        case StyleField::BorderStyle:
            return appendInteger(out, static_cast<int>(s.border));
        case StyleField::OutlineWidth:
            return appendDecimal(out, s.outline);
        case StyleField::Shadow:
            return appendDecimal(out, s.shadow);
        case StyleField::Alignment:
            return appendInteger(
                out,
                dialect == Dialect::Ssa ? ssaNumberOf(s.alignment) : static_cast<int>(s.alignment));
        case StyleField::MarginL:
            return appendInteger(out, s.margins.left);
        case StyleField::MarginR:
            return appendInteger(out, s.margins.right);
        case StyleField::MarginV:
            return appendInteger(out, s.margins.vertical);
        case StyleField::AlphaLevel:
            return appendInteger(out, 255 - s.primary.alpha);
        case StyleField::Encoding:
            return appendInteger(out, s.encoding);
        default:
            return;
    }
}

/// SSA draws the outline in the back colour, so the outline's, which is what one sees, is written
/// there.
Color backOf(const Style& s, Dialect dialect) {
    return dialect == Dialect::Ssa ? s.outlineColor : s.backColor;
}

void appendField(std::string& out, StyleField field, const Style& s, Dialect dialect) {
    switch (field) {
        case StyleField::Name:
            appendFieldText(out, s.name);
            return;
        case StyleField::Fontname:
            appendFieldText(out, s.fontName);
            return;
        case StyleField::Fontsize:
            return appendDecimal(out, s.fontSize);
        case StyleField::Primary:
            return appendColor(out, s.primary, dialect);
        case StyleField::Secondary:
            return appendColor(out, s.secondary, dialect);
        case StyleField::Outline:
        case StyleField::Tertiary:
            return appendColor(out, s.outlineColor, dialect);
        case StyleField::Back:
            return appendColor(out, backOf(s, dialect), dialect);
        case StyleField::Bold:
            return appendFlag(out, s.bold);
        case StyleField::Italic:
            return appendFlag(out, s.italic);
        case StyleField::Underline:
            return appendFlag(out, s.underline);
        case StyleField::StrikeOut:
            return appendFlag(out, s.strike);
        default:
            return appendShape(out, field, s, dialect);
    }
}

Color colorOf(const Style& s, StyleField field, Dialect dialect) {
    switch (field) {
        case StyleField::Primary:
            return s.primary;
        case StyleField::Secondary:
            return s.secondary;
        case StyleField::Outline:
            return s.outlineColor;
        default:
            return backOf(s, dialect);
    }
}

bool isColor(StyleField field) {
    return field >= StyleField::Primary && field <= StyleField::Back;
}

/// True where the field says of both the same. In SSA a colour's field does not say its opacity.
bool isUnchanged(StyleField field, const Style& before, const Style& after, Dialect dialect) {
    if (field == StyleField::Unknown || field == StyleField::Tertiary) return true;
    if (isColor(field)) {
        Color is = colorOf(after, field, dialect);
        const Color was = colorOf(before, field, dialect);
        if (dialect == Dialect::Ssa) is.alpha = was.alpha;
        return was == is;
    }
    std::string was;
    std::string is;
    appendField(was, field, before, dialect);
    appendField(is, field, after, dialect);
    return was == is;
}

}  // namespace

StyleRead readStyle(std::string_view fields, const StyleContext& context) {
    StyleReader reader(context.dialect);
    FieldReader line(fields);
    for (const StyleField field : context.layout) {
        reader.result().missingFields = line.atEnd();
        if (line.atEnd()) break;
        reader.take(field, line.next());
    }
    reader.finish();
    return std::move(reader.result());
}

std::string_view thirdColorIn(std::string_view fields, const StyleContext& context) {
    const Style style = readStyle(fields, context).style;
    FieldReader line(fields);
    for (const StyleField field : context.layout) {
        if (line.atEnd()) break;
        const std::string_view raw = trimmed(line.next());
        const auto color = field == StyleField::Tertiary ? parseColor(raw) : std::nullopt;
        if (!color) continue;
        const auto isSame = [&](Color other) {
            other.alpha = color->alpha;
            return other == *color;
        };
        const bool isSaid =
            isSame(style.primary) || isSame(style.secondary) || isSame(style.outlineColor);
        return isSaid ? std::string_view() : raw;
    }
    return {};
}

void appendStyleFields(std::string& out, const Style& style, const StyleContext& context) {
    for (std::size_t i = 0; i < context.layout.size(); ++i) {
        if (i > 0) out += ',';
        appendField(out, context.layout[i], style, context.dialect);
    }
}

void appendPatchedStyle(std::string& out,
                        const Style& style,
                        std::string_view original,
                        const StyleContext& context) {
    const Style before = readStyle(original, context).style;
    FieldReader line(original);
    for (std::size_t i = 0; i < context.layout.size(); ++i) {
        if (i > 0) out += ',';
        const bool given = !line.atEnd();
        const std::string_view raw = line.next();
        if (given && isUnchanged(context.layout[i], before, style, context.dialect)) {
            out += raw;
            continue;
        }
        out += raw.substr(0, leadingBlanks(raw));
        appendField(out, context.layout[i], style, context.dialect);
    }
    if (!line.atEnd()) out.append(",").append(line.rest());
}

bool sameStyle(const Style& a, const Style& b) {
    Style copy = a;
    copy.piece = b.piece;
    return copy == b;
}

bool fitsField(std::string_view text) {
    return findAny<',', '\r', '\n', '\0'>(text) == text.size();
}

void appendFieldText(std::string& out, std::string_view text) {
    const std::size_t begin = out.size();
    out += text;
    for (std::size_t i = begin; i < out.size(); ++i) {
        if (out[i] == ',') out[i] = ';';
        if (out[i] == '\n' || out[i] == '\r' || out[i] == '\0') out[i] = ' ';
    }
}

}  // namespace subs::ass
