// SPDX-License-Identifier: MIT
#include "format/ttml/new_head.h"

#include <subs/format/features.h>
#include <subs/text/language_tag.h>

#include "format/document_losses.h"
#include "format/ttml/cue_times.h"
#include "format/ttml/letter_sizes.h"
#include "format/ttml/look.h"
#include "format/ttml/marks.h"
#include "format/ttml/new_regions.h"
#include "format/xml/xml_characters.h"
#include "format/xml/xml_declaration.h"

#include <fmt/format.h>

#include <algorithm>

namespace subs::ttml {
namespace {

constexpr std::string_view kUsual = "default";
constexpr std::string_view kInitialSize = "100%";

/// Only two rows, and the column by the text's own alignment.
bool hasTwoRegions(const DialectRules& rules) {
    return rules.dialect == Dialect::Itt || rules.dialect == Dialect::Netflix;
}

bool isTop(Alignment alignment) {
    return static_cast<int>(alignment) >= static_cast<int>(Alignment::TopLeft);
}

bool isMiddle(Alignment alignment) {
    return !isTop(alignment) &&
           static_cast<int>(alignment) >= static_cast<int>(Alignment::MiddleLeft);
}

}  // namespace

NewHead::NewHead(const Document& document, const WriteOptions& options, const DialectRules& rules)
    : document_(document),
      index_(document),
      options_(options),
      rules_(rules),
      height_(std::max(document.canvas.value_or(Canvas()).height, 1)) {
    usualSize_ = defaultStyleFor(document.language).fontSize * height_ / Canvas().height;
    ids_.insert(std::string(kUsual));
    for (const Cue& cue : document.cues)
        if (cue.kind == CueKind::Dialogue) places_.insert(placeOf(cue));
    // EBU-TT-D has a region at least, whether something is shown in it or not.
    if (places_.empty()) places_.insert(Alignment::BottomCentre);
    for (const Alignment place : places_)
        ids_.insert(std::string(placeName(place)));
    gatherStyles();
    if (rules.has(feature::kSpeaker)) gatherAgents();
}

void NewHead::gatherStyles() {
    std::size_t number = 0;
    for (const Style& style : document_.styles) {
        const std::string attributes = styleAttributes(style);
        const std::string id = attributes.empty() ? std::string() : fmt::format("s{}", ++number);
        styleIds_[style.name] = id;  // of two of one name the last counts
        if (id.empty()) continue;
        ids_.insert(id);
        styles_.push_back("<style" + spelledAttribute("xml:id", id) + attributes + "/>");
    }
}

void NewHead::gatherAgents() {
    const auto add = [&](std::string_view name) {
        if (name.empty() || agentIds_.contains(name)) return;
        const std::string id = fmt::format("a{}", agents_.size() + 1);
        agentIds_.emplace(name, id);
        agents_.emplace_back(name, id);
        ids_.insert(id);
    };
    for (const Cue& cue : document_.cues) {
        add(cue.speaker);
        for (const Span& span : cue.text.spans)
            if (span.kind == SpanKind::Voice) add(span.value);
    }
}

std::string NewHead::styleAttributes(const Style& style) const {
    std::string text;
    if (style.bold) text += spelledAttribute("tts:fontWeight", "bold");
    if (style.italic) text += spelledAttribute("tts:fontStyle", "italic");
    if (style.underline) text += spelledAttribute("tts:textDecoration", "underline");
    if (style.strike && rules_.has(feature::kStrike))
        text += spelledAttribute("tts:textDecoration",
                                 style.underline ? "underline lineThrough" : "lineThrough");
    if (style.underline && style.strike && rules_.has(feature::kStrike)) {
        const std::string doubled = spelledAttribute("tts:textDecoration", "underline");
        text.erase(text.find(doubled), doubled.size());
    }
    if (style.primary != Color()) text += spelledAttribute("tts:color", colorText(style.primary));
    if (style.border == BorderStyle::OpaqueBox && style.outlineColor.alpha > 0)
        text += spelledAttribute("tts:backgroundColor", colorText(style.outlineColor));
    const Style usual = defaultStyleFor(document_.language);
    if (rules_.has(feature::kFont) && style.fontName != usual.fontName && !style.fontName.empty())
        text += spelledAttribute("tts:fontFamily", quotedFamily(style.fontName));
    const std::string size = percentText(style.fontSize / initialSize(style.fontName, height_));
    if (rules_.has(feature::kFontSize) && style.fontSize > 0 && size != kInitialSize)
        text += spelledAttribute("tts:fontSize", size);
    return text;
}

Alignment NewHead::wishOf(const Cue& cue) const {
    if (cue.alignment) return *cue.alignment;
    const Style* style = index_.styleOf(cue);
    return style ? style->alignment : Alignment::BottomCentre;
}

Alignment NewHead::placeOf(const Cue& cue) const {
    const Alignment wish = wishOf(cue);
    if (!hasTwoRegions(rules_)) return wish;
    return isTop(wish) ? Alignment::TopCentre : Alignment::BottomCentre;
}

std::string NewHead::attributesFor(const Cue& cue) {
    std::string text = spelledAttribute("region", placeName(placeOf(cue)));
    std::string styles;
    const auto addStyle = [&](std::string_view id) {
        if (id.empty()) return;
        if (!styles.empty()) styles += ' ';
        styles += id;
    };
    const Style* style = index_.styleOf(cue);
    if (style) addStyle(styleIds_.at(style->name));
    const std::string_view column = textAlignAt(wishOf(cue));
    if (rules_.dialect == Dialect::EbuTtD) addStyle(styleFor("textAlign", column));
    if (!styles.empty()) text += spelledAttribute("style", styles);
    if (hasTwoRegions(rules_) && column != "center")
        text += spelledAttribute("tts:textAlign", column);
    return text;
}

std::optional<std::string> NewHead::agentOf(std::string_view name) const {
    const auto found = agentIds_.find(name);
    return found == agentIds_.end() ? std::nullopt : std::optional(found->second);
}

std::string NewHead::styleFor(std::string_view name, std::string_view value) {
    const auto [found, isNew] = sharedIds_.try_emplace(std::string(name) + "=" + std::string(value),
                                                       fmt::format("t{}", sharedIds_.size() + 1));
    if (isNew) {
        ids_.insert(found->second);
        styles_.push_back("<style" + spelledAttribute("xml:id", found->second) +
                          spelledAttribute("tts:" + std::string(name), value) + "/>");
    }
    return found->second;
}

double NewHead::sizeFor(const Cue& cue) const {
    const Style* style = index_.styleOf(cue);
    const bool isHeld = style && style->fontSize > 0 && rules_.has(feature::kFontSize);
    return isHeld ? style->fontSize : usualSize_;
}

std::string NewHead::regionText(Alignment place) const {
    if (rules_.dialect == Dialect::Itt) {
        const bool atTop = isTop(place);
        return "<region" + spelledAttribute("xml:id", placeName(place)) +
               spelledAttribute("tts:origin", atTop ? "0% 0%" : "0% 85%") +
               spelledAttribute("tts:extent", "100% 15%") +
               spelledAttribute("tts:displayAlign", displayAlignAt(place)) +
               spelledAttribute("tts:textAlign", "center") + "/>";
    }
    if (rules_.dialect == Dialect::EbuTtD)
        return "<region" + spelledAttribute("xml:id", placeName(place)) +
               spelledAttribute("tts:origin", "10% 10%") +
               spelledAttribute("tts:extent", "80% 80%") +
               spelledAttribute("tts:displayAlign", displayAlignAt(place)) + "/>";
    return regionElement(placeName(place), place, Names());
}

std::string NewHead::rootText(std::string_view newline) const {
    std::string text = "<tt";
    const auto add = [&](std::string_view name, std::string_view value) {
        if (text.size() > 3) text.append(newline).append("   ");
        text += spelledAttribute(name, value);
    };
    add("xmlns", uriOf(Vocabulary::Tt));
    add("xmlns:ttm", uriOf(Vocabulary::Metadata));
    add("xmlns:ttp", uriOf(Vocabulary::Parameter));
    add("xmlns:tts", uriOf(Vocabulary::Styling));
    if (rules_.dialect == Dialect::EbuTtD) add("xmlns:ebuttm", uriOf(Vocabulary::EbuMetadata));
    switch (rules_.dialect) {
        case Dialect::Ttml:
            add("ttp:contentProfiles", "http://www.w3.org/ns/ttml/profile/imsc1.1/text");
            add("ttp:timeBase", "media");
            break;
        case Dialect::EbuTtD:
            add("ttp:timeBase", "media");
            add("ttp:cellResolution", "32 15");
            break;
        case Dialect::Itt: {
            const RateText rate = rateText(timeCodeParameters(options_));
            add("ttp:timeBase", "smpte");
            add("ttp:frameRate", rate.rate);
            add("ttp:frameRateMultiplier", rate.multiplier);
            add("ttp:dropMode", "nonDrop");
            break;
        }
        case Dialect::Netflix:
            add("ttp:profile", "http://www.netflix.com/ns/ttml/profile/nflx-tt");
            add("ttp:timeBase", "media");
            add("ttp:tickRate", "10000000");
            break;
    }
    add("xml:lang", nearestLanguageTag(document_.language));
    return text + ">";
}

std::string NewHead::text(std::string_view newline) const {
    std::string out = "<?xml version=\"1.0\" encoding=\"" +
                      newFileEncoding(document_, rules_.id, options_) + "\"?>";
    out += newline;
    out.append(rootText(newline)).append(newline);
    const auto line = [&](std::size_t depth, std::string_view text) {
        out.append(depth * 2, ' ').append(text).append(newline);
    };
    const auto element = [](std::string_view name, std::string_view content) {
        std::string text = "<" + std::string(name) + ">";
        appendXml(text, content, 0, content.size());
        return text + "</" + std::string(name.substr(0, name.find(' '))) + ">";
    };
    line(1, "<head>");
    const bool isEbu = rules_.dialect == Dialect::EbuTtD;
    if (!document_.title.empty() || !agents_.empty() || isEbu) {
        line(2, "<metadata>");
        if (!document_.title.empty()) line(3, element("ttm:title", document_.title));
        for (const auto& [name, id] : agents_)
            line(3,
                 "<ttm:agent type=\"character\"" + spelledAttribute("xml:id", id) + ">" +
                     element("ttm:name type=\"full\"", name) + "</ttm:agent>");
        if (isEbu)
            line(
                3,
                "<ebuttm:documentMetadata><ebuttm:conformsToStandard>urn:ebu:tt:distribution:2018-04"
                "</ebuttm:conformsToStandard></ebuttm:documentMetadata>");
        line(2, "</metadata>");
    }
    line(2, "<styling>");
    line(3,
         "<style xml:id=\"default\" tts:fontFamily=\"" +
             std::string(rules_.dialect == Dialect::Itt ? "sansSerif" : "proportionalSansSerif") +
             "\" tts:fontSize=\"100%\" tts:color=\"" + std::string(isEbu ? "#FFFFFF" : "white") +
             "\"/>");
    for (const std::string& style : styles_)
        line(3, style);
    line(2, "</styling>");
    line(2, "<layout>");
    for (const Alignment place : places_)
        line(3, regionText(place));
    line(2, "</layout>");
    line(1, "</head>");
    return out;
}

void NewHead::appendBodyBegin(std::string& out, std::string_view newline) {
    out.append("  <body style=\"default\">").append(newline).append("    <div>").append(newline);
}

void NewHead::plan(LossReport& losses) const {
    reportStyles(document_,
                 "a style element; colour, letters and the ninth of the picture are kept",
                 losses);
    reportCanvas(document_, losses);
    reportLanguage(document_, losses);
    reportRaw(document_, losses);
}

void NewHead::planPlace(const Cue& cue, LossReport& losses) const {
    if (!hasTwoRegions(rules_) || !isMiddle(wishOf(cue))) return;
    losses.add(feature::kAlignment,
               LossSeverity::Approximated,
               cue.id,
               placeName(wishOf(cue)),
               placeName(placeOf(cue)));
}

}  // namespace subs::ttml
