// SPDX-License-Identifier: MIT
#include "format/ttml/extra_styles.h"

#include <subs/format/features.h>

#include "format/xml/words.h"

#include <algorithm>

namespace subs::ttml {
namespace {

using namespace feature;
using enum SeenWith;

constexpr auto kTts = Vocabulary::Styling;
constexpr auto kItts = Vocabulary::ImscStyling;
constexpr auto kEbutts = Vocabulary::EbuStyling;
constexpr std::string_view kSet = "set";
constexpr std::string_view kDecoration = "textDecoration";

// Values that are usual: the initial ones of TTML2 §10.2, IMSC 1.1 §7.4 and EBU Tech 3380, and of
// ruby what all players do.
// clang-format off
constexpr std::array<ExtraStyle, kExtraStyles> kStyles{{
    {Vocabulary::None, kSet, kAnimation, Text, {}, -1},
    {kTts, "backgroundColor", kBackground, Part, "transparent", -1},
    {kTts, "padding", kBackground, Text, {}, 0},
    {kTts, "border", kBackground, Text, "none", -1},
    {kEbutts, "linePadding", kBackground, Text, {}, 0},
    {kItts, "fillLineGap", kBackground, Text, "false", -1},
    {kTts, "direction", kWritingDirection, Text, "ltr", -1},
    {kTts, "unicodeBidi", kWritingDirection, Text, "normal", -1},
    {kTts, "writingMode", kWritingDirection, Region, "lrtb lr", -1},
    {kTts, "lineHeight", kSpacing, Text, "normal", -1},
    {kTts, "letterSpacing", kSpacing, Text, "normal", 0},
    {kTts, "rubyReserve", kSpacing, Text, "none", -1},
    {kTts, "textOutline", kOutline, Text, "none", -1},
    {kTts, "textShadow", kOutline, Text, "none", -1},
    {kTts, "textEmphasis", kEmphasisMarks, Text, "none", -1},
    {kTts, "opacity", kOpacity, Text, {}, 1},
    {kTts, "visibility", kOpacity, Text, "visible", -1},
    {kItts, "forcedDisplay", kForced, Text, "false", -1},
    {kTts, "extent", kRegion, NarrowRegion, "auto contain cover", -1},
    {kTts, "overflow", kRegion, Region, "hidden", -1},
    {kTts, "zIndex", kLayer, Region, "auto", 0},
    {kTts, "wrapOption", kRegion, Text, "wrap", -1},
    {kTts, "disparity", kDepth, Region, {}, 0},
    {kTts, "shear", kItalic, Text, {}, 0},
    {kTts, "fontShear", kItalic, Text, {}, 0},
    {kTts, "lineShear", kItalic, Text, {}, 0},
    {kTts, "fontVariant", kFont, Text, "normal", -1},
    {kTts, "luminanceGain", kColor, Text, {}, 1},
    {kTts, kDecoration, kUnderline, Text, "none noOverline", -1},
    {kTts, "rubyAlign", kRuby, Ruby, "center", -1},
    {kTts, "rubyPosition", kRuby, Ruby, "outside before", -1},
    {kEbutts, "multiRowAlign", kAlignment, Text, "auto", -1},
}};
// clang-format on

bool isUsual(const ExtraStyle& style, std::string_view value) {
    if (style.usualNumber >= 0 && areNumbers(value, style.usualNumber)) return true;
    return hasWord(style.usual, value);
}

std::string_view prefixOf(Vocabulary vocabulary) {
    switch (vocabulary) {
        case Vocabulary::Styling:
            return "tts:";
        case Vocabulary::ImscStyling:
            return "itts:";
        case Vocabulary::EbuStyling:
            return "ebutts:";
        default:
            return {};
    }
}

std::string spelling(Vocabulary vocabulary, std::string_view name, std::string_view value) {
    std::string text(prefixOf(vocabulary));
    return text.append(name).append("=\"").append(value).append("\"");
}

/// "set tts:color="red"", with the first style that it changes.
std::string animationOf(const XmlTag& tag) {
    std::string text(tag.name);
    for (const XmlAttribute& attribute : tag.attributes) {
        const auto vocabulary = static_cast<Vocabulary>(attribute.vocabulary);
        if (prefixOf(vocabulary).empty()) continue;
        return text.append(" ").append(spelling(vocabulary, attribute.name, attribute.value));
    }
    return text;
}

}  // namespace

const std::array<ExtraStyle, kExtraStyles>& extraStyles() {
    return kStyles;
}

void ExtraValues::add(const ExtraValues& over) {
    for (std::size_t i = 0; i < kExtraStyles; ++i)
        words[i] = over.words[i] == ExtraWords::kUnsaid ? words[i] : over.words[i];
}

void ExtraWords::read(const XmlAttribute& attribute, ExtraValues& values) {
    const auto vocabulary = static_cast<Vocabulary>(attribute.vocabulary);
    if (prefixOf(vocabulary).empty()) return;
    const auto style = std::ranges::find_if(kStyles, [&](const ExtraStyle& one) {
        return one.vocabulary == vocabulary && one.name == attribute.name;
    });
    const std::string_view value = trimmed(attribute.value);
    if (style == kStyles.end() || value.empty()) return;
    std::uint16_t& word = values.words[static_cast<std::size_t>(style - kStyles.begin())];
    // Of lines beside letters a document has all but those above them.
    const bool isDecoration = style->name == kDecoration;
    if (isDecoration && !hasWord(value, "overline")) {
        if (hasWord(value, "none") || hasWord(value, "noOverline")) word = kUsual;
        return;
    }
    word = isUsual(*style, value) ? kUsual : words_.indexOf(value);
}

void ExtraWords::readAnimation(const XmlTag& tag, ExtraValues& values) {
    const auto named = tag.value(Vocabulary::None, "animate");
    values.words.front() =
        words_.indexOf(named ? spelling(Vocabulary::None, "animate", *named) : animationOf(tag));
}

std::string ExtraWords::spelt(std::size_t style, std::uint16_t word) const {
    const ExtraStyle& one = kStyles.at(style);
    if (one.name == kSet) return words_.word(word);
    return spelling(one.vocabulary, one.name, word <= kUsual ? one.usual : words_.word(word));
}

}  // namespace subs::ttml
