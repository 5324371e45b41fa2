// SPDX-License-Identifier: MIT
#include "format/json/head_members.h"

#include "format/json/scanner.h"
#include "format/json/spelled.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>

namespace subs::json {
namespace {

std::string spelledColor(Color color) {
    return fmt::format(
        "\"#{:02X}{:02X}{:02X}{:02X}\"", color.red, color.green, color.blue, color.alpha);
}

/// "#RRGGBB" or "#RRGGBBAA" in quotes.
std::optional<Color> colorIn(std::string_view value) {
    const std::string text = isString(value) ? textOf(value) : std::string();
    std::uint32_t number = 0;
    const bool hasSize = text.size() == 7 || text.size() == 9;
    if (!hasSize || text[0] != '#') return std::nullopt;
    const auto [end, error] =
        std::from_chars(text.data() + 1, text.data() + text.size(), number, 16);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    if (text.size() == 7) number = number << 8U | 0xFFU;
    const auto byte = [&](unsigned shift) { return static_cast<std::uint8_t>(number >> shift); };
    return Color{byte(24), byte(16), byte(8), byte(0)};
}

std::optional<std::int32_t> wholeIn(std::string_view value) {
    constexpr double kMost = 2'000'000'000;
    const auto number = isNumber(value) ? numberOf(value) : std::nullopt;
    const bool fits = number && std::floor(*number) == *number && std::abs(*number) <= kMost;
    return fits ? std::optional(static_cast<std::int32_t>(*number)) : std::nullopt;
}

struct ColorField {
    std::string_view key;
    Color Style::*field;
};
struct NumberField {
    std::string_view key;
    double Style::*field;
};
struct FlagField {
    std::string_view key;
    bool Style::*field;
};

constexpr std::array kColors = {ColorField{"primary", &Style::primary},
                                ColorField{"secondary", &Style::secondary},
                                ColorField{"outline_color", &Style::outlineColor},
                                ColorField{"back_color", &Style::backColor}};
constexpr std::array kNumbers = {NumberField{"size", &Style::fontSize},
                                 NumberField{"scale_x", &Style::scaleX},
                                 NumberField{"scale_y", &Style::scaleY},
                                 NumberField{"spacing", &Style::spacing},
                                 NumberField{"angle", &Style::angle},
                                 NumberField{"outline", &Style::outline},
                                 NumberField{"shadow", &Style::shadow}};
constexpr std::array kFlags = {FlagField{"bold", &Style::bold},
                               FlagField{"italic", &Style::italic},
                               FlagField{"underline", &Style::underline},
                               FlagField{"strike", &Style::strike}};

template <class Fields, class Read>
bool takeField(const Fields& fields, std::string_view key, Style& style, Read read, bool& isKnown) {
    const auto known =
        std::ranges::find_if(fields, [&](const auto& each) { return each.key == key; });
    if (known == fields.end()) return true;
    isKnown = true;
    const auto value = read();
    // A later member counts, whatever it says.
    style.*(known->field) = value ? *value : Style().*(known->field);
    return value.has_value();
}

std::optional<bool> flagIn(std::string_view value) {
    if (value != "true" && value != "false") return std::nullopt;
    return value == "true";
}

std::optional<double> numberIn(std::string_view value) {
    return isNumber(value) ? numberOf(value) : std::nullopt;
}

bool takeMargins(std::string_view value, Margins& margins) {
    std::vector<std::int32_t> numbers;
    if (!isArray(value)) return false;
    for (Elements elements(value); elements.next();) {
        const auto number = wholeIn(elements.element().of(value));
        if (!number || numbers.size() == 3) return false;
        numbers.push_back(*number);
    }
    if (numbers.size() != 3) return false;
    margins = {numbers[0], numbers[1], numbers[2]};
    return true;
}

bool takeStyleMember(std::string_view key, std::string_view value, Style& style) {
    bool isKnown = false;
    bool isWell = takeField(
                      kColors, key, style, [&] { return colorIn(value); }, isKnown) &&
                  takeField(
                      kNumbers, key, style, [&] { return numberIn(value); }, isKnown) &&
                  takeField(
                      kFlags, key, style, [&] { return flagIn(value); }, isKnown);
    if (isKnown) return isWell;
    if (key == "name" || key == "font") {
        (key == "name" ? style.name : style.fontName) = isString(value) ? textOf(value) : "";
        return isString(value);
    }
    if (key == "margins") return takeMargins(value, style.margins);
    const auto number = wholeIn(value);
    if (key == "alignment") {
        isWell = number && *number >= 1 && *number <= 9;
        if (isWell) style.alignment = static_cast<Alignment>(*number);
    } else if (key == "border") {
        isWell = number && (*number == 1 || *number == 3);
        if (isWell) style.border = static_cast<BorderStyle>(*number);
    } else if (key == "encoding") {
        isWell = number.has_value();
        style.encoding = number.value_or(1);
    }
    return isWell;
}

bool takeStyles(std::string_view value, Document& document) {
    if (!isArray(value)) return value == "null";
    bool areWell = true;
    document.styles.clear();
    for (Elements elements(value); elements.next();) {
        const std::string_view object = elements.element().of(value);
        areWell = areWell && isObject(object);
        Style style;
        for (Members members(object); members.next();)
            if (!takeStyleMember(members.member().key, members.member().value.of(object), style))
                areWell = false;
        document.styles.push_back(style);
    }
    return areWell;
}

bool takeCanvas(std::string_view value, Document& document) {
    document.canvas.reset();
    if (!isObject(value)) return value == "null";
    Canvas canvas;
    bool isWell = true;
    for (Members members(value); members.next();) {
        const std::string& key = members.member().key;
        const std::string_view inner = members.member().value.of(value);
        const auto number = wholeIn(inner);
        if (key == "width") canvas.width = number.value_or(canvas.width);
        if (key == "height") canvas.height = number.value_or(canvas.height);
        const auto flag = flagIn(inner);
        const bool isWrap = key == "wrap" && number && *number >= 0 && *number <= 3;
        if (isWrap) canvas.wrap = static_cast<WrapStyle>(*number);
        if (key == "scaled_border") canvas.scaledBorder = flag.value_or(true);
        isWell = isWell && (key == "scaled_border" ? flag.has_value()
                            : key == "wrap"        ? isWrap
                                                   : number.has_value());
    }
    document.canvas = canvas;
    return isWell;
}

std::string spelledStyle(const Style& style) {
    std::string out = "{\"name\": " + json::spelled(std::string_view(style.name)) +
                      ", \"font\": " + json::spelled(std::string_view(style.fontName));
    for (const NumberField& each : kNumbers)
        out += fmt::format(", \"{}\": {}", each.key, json::spelled(style.*(each.field)));
    for (const ColorField& each : kColors)
        out += fmt::format(", \"{}\": {}", each.key, spelledColor(style.*(each.field)));
    for (const FlagField& each : kFlags)
        out += fmt::format(", \"{}\": {}", each.key, style.*(each.field));
    const Margins& margins = style.margins;
    out += fmt::format(", \"border\": {}, \"alignment\": {}, \"margins\": [{}, {}, {}]",
                       static_cast<int>(style.border),
                       static_cast<int>(style.alignment),
                       margins.left,
                       margins.right,
                       margins.vertical);
    return out + fmt::format(", \"encoding\": {}}}", style.encoding);
}

std::string spelledStyles(const Document& document) {
    std::string out;
    for (const Style& style : document.styles)
        out += (out.empty() ? "[\n    " : ",\n    ") + spelledStyle(style);
    return out.empty() ? "[]" : out + "]";
}

std::string spelledCanvas(const Document& document) {
    if (!document.canvas) return "null";
    const Canvas& canvas = *document.canvas;
    return fmt::format("{{\"width\": {}, \"height\": {}, \"wrap\": {}, \"scaled_border\": {}}}",
                       canvas.width,
                       canvas.height,
                       static_cast<int>(canvas.wrap),
                       canvas.scaledBorder);
}

}  // namespace

bool takeHeadMember(std::string_view key, std::string_view value, Document& document) {
    if (key == "styles") return takeStyles(value, document);
    if (key == "canvas") return takeCanvas(value, document);
    if (key != "title" && key != "language") return true;
    std::string& text = key == "title" ? document.title : document.language;
    text = isString(value) ? textOf(value) : std::string();
    return isString(value) || value == "null";
}

bool isHeadKey(std::string_view key) {
    constexpr std::array<std::string_view, 9> kKeys = {"format",
                                                       "version",
                                                       "language",
                                                       "title",
                                                       "canvas",
                                                       "styles",
                                                       "cues",
                                                       "encoding",
                                                       "diagnostics"};
    return std::ranges::find(kKeys, key) != kKeys.end();
}

std::vector<HeadMember> headMembers(const Document& document) {
    const std::string title =
        document.title.empty() ? "null" : json::spelled(std::string_view(document.title));
    return {
        {"title", title}, {"canvas", spelledCanvas(document)}, {"styles", spelledStyles(document)}};
}

}  // namespace subs::json
