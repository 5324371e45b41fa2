// SPDX-License-Identifier: MIT
#include "format/ttml/look.h"

#include "format/html_color.h"
#include "format/ttml/letter_sizes.h"
#include "format/ttml/vocabulary.h"
#include "format/xml/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <utility>

namespace subs::ttml {
namespace {

constexpr double kLargestNumber = 1e6;

template <class Value>
struct Word {
    std::string_view name;
    Value value;
};

template <class Value, std::size_t Count>
std::optional<Value> valueOf(const std::array<Word<Value>, Count>& words, std::string_view name) {
    const auto found = std::ranges::find(words, name, &Word<Value>::name);
    return found == words.end() ? std::nullopt : std::optional(found->value);
}

constexpr std::array<Word<TextAlign>, 6> kTextAligns{{{"start", TextAlign::Start},
                                                      {"end", TextAlign::End},
                                                      {"left", TextAlign::Left},
                                                      {"right", TextAlign::Right},
                                                      {"center", TextAlign::Center},
                                                      {"justify", TextAlign::Justify}}};
constexpr std::array<Word<DisplayAlign>, 3> kDisplayAligns{{{"before", DisplayAlign::Before},
                                                            {"center", DisplayAlign::Center},
                                                            {"after", DisplayAlign::After}}};
constexpr std::array<Word<WritingMode>, 7> kWritingModes{{{"lrtb", WritingMode::LeftToRight},
                                                          {"lr", WritingMode::LeftToRight},
                                                          {"rltb", WritingMode::RightToLeft},
                                                          {"rl", WritingMode::RightToLeft},
                                                          {"tbrl", WritingMode::TopToBottom},
                                                          {"tblr", WritingMode::TopToBottom},
                                                          {"tb", WritingMode::TopToBottom}}};
constexpr std::array<Word<bool>, 4> kFontStyles{
    {{"normal", false}, {"italic", true}, {"oblique", true}, {"reverseOblique", true}}};
constexpr std::array<Word<bool>, 2> kFontWeights{{{"normal", false}, {"bold", true}}};
constexpr std::array<Word<bool>, 3> kDisplays{
    {{"auto", true}, {"inlineBlock", true}, {"none", false}}};
constexpr std::array<Word<RubyRole>, 7> kRubyRoles{{{"none", RubyRole::None},
                                                    {"container", RubyRole::Container},
                                                    {"base", RubyRole::Base},
                                                    {"text", RubyRole::Text},
                                                    {"delimiter", RubyRole::Delimiter},
                                                    {"baseContainer", RubyRole::BaseGroup},
                                                    {"textContainer", RubyRole::TextGroup}}};
/// Families that name no font (TTML2 §10.3.12).
constexpr std::array<std::string_view, 8> kGenericFamilies = {"default",
                                                              "monospace",
                                                              "sansSerif",
                                                              "serif",
                                                              "monospaceSansSerif",
                                                              "monospaceSerif",
                                                              "proportionalSansSerif",
                                                              "proportionalSerif"};

/// A number with its unit.
struct Length {
    double number = 0;
    std::string_view unit;
};

std::optional<Length> lengthOf(std::string_view text) {
    Length length;
    if (text.starts_with('+')) text.remove_prefix(1);
    const auto [end, error] = std::from_chars(
        text.data(), text.data() + text.size(), length.number, std::chars_format::fixed);
    if (error != std::errc() ||
        !(length.number > -kLargestNumber && length.number < kLargestNumber))
        return std::nullopt;
    length.unit = text.substr(static_cast<std::size_t>(end - text.data()));
    return length;
}

enum class Axis : std::uint8_t { Horizontal, Vertical };

/// As a part of the picture; nothing for a unit that needs more than that.
std::optional<double> partOf(const Length& length, Axis axis, const Parameters& parameters) {
    constexpr double kHundred = 100;
    const bool isWide = axis == Axis::Horizontal;
    if (length.unit == "%") return length.number / kHundred;
    if (length.unit == "rw" && isWide) return length.number / kHundred;
    if (length.unit == "rh" && !isWide) return length.number / kHundred;
    if (length.unit == "c") return length.number / (isWide ? parameters.columns : parameters.rows);
    if (length.unit == "px") {
        // Without a size of its own the root container is taken for one of full high definition.
        constexpr std::int32_t kWidth = 1920;
        constexpr std::int32_t kHeight = 1080;
        const std::int32_t width = parameters.width > 0 ? parameters.width : kWidth;
        const std::int32_t height = parameters.height > 0 ? parameters.height : kHeight;
        return length.number / (isWide ? width : height);
    }
    return std::nullopt;
}

/// How much of what is left over is before the box, by one word of tts:position.
std::optional<double> partBefore(std::string_view word) {
    constexpr double kHundred = 100;
    constexpr double kHalf = 0.5;
    if (word == "left" || word == "top") return 0;
    if (word == "right" || word == "bottom") return 1;
    if (word == "center") return kHalf;
    const auto length = lengthOf(word);
    if (!length || length->unit != "%") return std::nullopt;
    return length->number / kHundred;
}

/// "center", "left 10%" and the like: how much of what is left over is before it (TTML2
/// §10.2.30). Offsets from an edge are taken as such parts too.
std::optional<Extent> positionOf(std::string_view text) {
    Extent result{0.5, 0.5};
    bool hasHorizontal = false;
    for (std::string_view word = takeWord(text); !word.empty(); word = takeWord(text)) {
        const auto part = partBefore(word);
        if (!part) return std::nullopt;
        const bool isVertical = word == "top" || word == "bottom";
        const bool isSecond = hasHorizontal && word != "left" && word != "right";
        if (word != "center") (isVertical || isSecond ? result.y : result.x) = *part;
        hasHorizontal = hasHorizontal || !isVertical;
    }
    return result;
}

/// tts:textDecoration: each word switches one of three lines on or off (§10.2.41).
bool readDecoration(std::string_view text, StyleValues& values) {
    for (std::string_view word = takeWord(text); !word.empty(); word = takeWord(text)) {
        if (word == "none")
            values.underline = values.strike = false;
        else if (word == "underline" || word == "noUnderline")
            values.underline = word == "underline";
        else if (word == "lineThrough" || word == "noLineThrough")
            values.strike = word == "lineThrough";
        else if (word != "overline" && word != "noOverline")
            return false;
    }
    return true;
}

template <class Value>
bool set(std::optional<Value>& slot, std::optional<Value> value) {
    if (value) slot = value;
    return value.has_value();
}

std::optional<std::uint8_t> componentOf(std::string_view text) {
    constexpr std::int64_t kMost = 255;
    const auto number = wholeNumber(trimmed(text));
    if (!number || *number > kMost) return std::nullopt;
    return static_cast<std::uint8_t>(*number);
}

/// "rgba(255, 0, 0, 255)"
std::optional<Color> colorOfParts(std::string_view text) {
    const bool hasAlpha = text.starts_with("rgba(");
    if ((!hasAlpha && !text.starts_with("rgb(")) || !text.ends_with(')')) return std::nullopt;
    text = text.substr(text.find('(') + 1);
    text.remove_suffix(1);
    std::array<std::uint8_t, 4> parts = {0, 0, 0, 255};
    for (std::size_t i = 0; i < (hasAlpha ? 4U : 3U); ++i) {
        const std::size_t comma = text.find(',');
        const auto part = componentOf(text.substr(0, comma));
        if (!part) return std::nullopt;
        parts.at(i) = *part;
        text = comma == text.npos ? std::string_view() : text.substr(comma + 1);
    }
    return Color{parts[0], parts[1], parts[2], parts[3]};
}

}  // namespace

void StyleValues::add(const StyleValues& over) {
    const auto take = [](auto& mine, const auto& other) {
        if (other) mine = other;
    };
    take(color, over.color);
    take(background, over.background);
    take(font, over.font);
    take(bold, over.bold);
    take(italic, over.italic);
    take(underline, over.underline);
    take(strike, over.strike);
    take(textAlign, over.textAlign);
    take(displayAlign, over.displayAlign);
    take(writingMode, over.writingMode);
    take(origin, over.origin);
    take(extent, over.extent);
    take(position, over.position);
    take(displayed, over.displayed);
    extras.add(over.extras);
    if (!over.size) return;
    const bool isNested = over.size->isRelative && size;
    size = isNested ? FontSize{size->factor * over.size->factor, size->isRelative} : over.size;
}

StyleValues StyleValues::inherited() const {
    StyleValues values = *this;
    values.displayed.reset();
    values.origin.reset();
    values.extent.reset();
    values.position.reset();
    values.displayAlign.reset();
    return values;
}

std::uint16_t Fonts::indexOf(std::string_view families) {
    constexpr std::size_t kMostFonts = 1000;
    std::string_view name = trimmed(families.substr(0, families.find(',')));
    const bool isQuoted = name.size() > 1 && (name.front() == '"' || name.front() == '\'') &&
                          name.back() == name.front();
    if (isQuoted) name = name.substr(1, name.size() - 2);
    if (!isQuoted && std::ranges::count(kGenericFamilies, name) > 0) return 0;
    auto found = std::ranges::find(names_, name);
    if (found == names_.end() && names_.size() < kMostFonts)
        found = names_.insert(names_.end(), std::string(name));
    return found == names_.end() ? std::uint16_t{0}
                                 : static_cast<std::uint16_t>(found - names_.begin());
}

bool StyleReader::read(const XmlAttribute& attribute, StyleValues& values) const {
    if (static_cast<Vocabulary>(attribute.vocabulary) != Vocabulary::Styling) return true;
    const std::string_view name = attribute.name;
    const std::string_view text = trimmed(attribute.value);
    if (name == "color") return set(values.color, colorOf(text));
    if (name == "backgroundColor") return set(values.background, colorOf(text));
    if (name == "fontStyle") return set(values.italic, valueOf(kFontStyles, text));
    if (name == "fontWeight") return set(values.bold, valueOf(kFontWeights, text));
    if (name == "textDecoration") return readDecoration(text, values);
    if (name == "fontSize") return set(values.size, fontSize(text));
    if (name == "textAlign") return set(values.textAlign, valueOf(kTextAligns, text));
    if (name == "displayAlign") return set(values.displayAlign, valueOf(kDisplayAligns, text));
    if (name == "writingMode") return set(values.writingMode, valueOf(kWritingModes, text));
    if (name == "display") return set(values.displayed, valueOf(kDisplays, text));
    if (name == "fontFamily") values.font = fonts_.indexOf(text);
    if (name == "position") return set(values.position, positionOf(text));
    if (name == "origin") return text == "auto" || set(values.origin, lengths(text));
    if (name == "extent")
        return text == "auto" || text == "contain" || text == "cover" ||
               set(values.extent, lengths(text));
    return true;
}

std::optional<FontSize> StyleReader::fontSize(std::string_view text) const {
    constexpr double kHundred = 100;
    std::string_view word = takeWord(text);
    // Of a width and a height the height counts.
    if (const std::string_view second = takeWord(text); !second.empty()) word = second;
    const auto length = lengthOf(word);
    if (!length || length->number < 0) return std::nullopt;
    if (length->unit == "%") return FontSize{length->number / kHundred, true};
    if (length->unit == "em") return FontSize{length->number, true};
    const auto part = partOf(*length, Axis::Vertical, parameters_);
    return part ? std::optional(FontSize{*part * kInitialRows, false}) : std::nullopt;
}

std::optional<Extent> StyleReader::lengths(std::string_view text) const {
    const auto width = lengthOf(takeWord(text));
    const auto height = lengthOf(takeWord(text));
    if (!width || !height || !trimmed(text).empty()) return std::nullopt;
    const auto x = partOf(*width, Axis::Horizontal, parameters_);
    const auto y = partOf(*height, Axis::Vertical, parameters_);
    return x && y ? std::optional(Extent{*x, *y}) : std::nullopt;
}

std::optional<Color> colorOf(std::string_view text) {
    if (text == "transparent") return Color{0, 0, 0, 0};
    if (const auto parts = colorOfParts(text)) return parts;
    const bool isHex = text.starts_with('#');
    const auto html = htmlColor(text);
    if (!html || (isHex && text.size() == 4)) return std::nullopt;
    const auto component = [&](std::size_t at) {
        std::uint8_t value = 0;
        std::from_chars(html->data() + at, html->data() + at + 2, value, 16);
        return value;
    };
    return Color{component(1),
                 component(3),
                 component(5),
                 html->size() > 7 ? component(7) : std::uint8_t{255}};
}

std::string colorText(Color color) {
    std::string text = fmt::format("#{:02X}{:02X}{:02X}", color.red, color.green, color.blue);
    if (color.alpha != 255) fmt::format_to(std::back_inserter(text), "{:02X}", color.alpha);
    return text;
}

Look lookOf(const StyleValues& values, const Look& around) {
    Look look = around;
    look.color = values.color.value_or(look.color);
    look.background = values.background.value_or(look.background);
    look.font = values.font.value_or(look.font);
    look.bold = values.bold.value_or(look.bold);
    look.italic = values.italic.value_or(look.italic);
    look.underline = values.underline.value_or(look.underline);
    look.strike = values.strike.value_or(look.strike);
    look.textAlign = values.textAlign.value_or(look.textAlign);
    if (values.size)
        look.size = values.size->isRelative ? look.size * values.size->factor : values.size->factor;
    return look;
}

RubyRole rubyRoleOf(const XmlTag& tag) {
    const auto value = tag.value(Vocabulary::Styling, "ruby");
    return value ? valueOf(kRubyRoles, trimmed(*value)).value_or(RubyRole::None) : RubyRole::None;
}

}  // namespace subs::ttml
