// SPDX-License-Identifier: MIT
#include "format/ttml/style_table.h"

#include <subs/model/document.h>

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace subs::ttml {
namespace {

constexpr std::string_view kDefault = "Default";

/// Where a text goes that is in no region. TTML has it at the top (§11.1.1); players that show
/// files without regions have it where subtitles are.
Alignment usualPlace(std::optional<TextAlign> align) {
    if (!align || *align == TextAlign::Center) return Alignment::BottomCentre;
    const bool isRight = *align == TextAlign::Right || *align == TextAlign::End;
    return isRight ? Alignment::BottomRight : Alignment::BottomLeft;
}

}  // namespace

StyleTable::StyleTable(std::string_view language, const Parameters& parameters)
    : usual_(defaultStyleFor(language)),
      width_(parameters.width > 0 ? parameters.width : Canvas().width),
      height_(parameters.height > 0 ? parameters.height : Canvas().height),
      sizes_(usual_.fontName, height_) {
    usual_.name = kDefault;
    const double scale = static_cast<double>(height_) / Canvas().height;
    usual_.fontSize = initialSize(usual_.fontName, height_);
    usual_.outline *= scale;
    usual_.shadow *= scale;
    usual_.margins.left = static_cast<std::int32_t>(usual_.margins.left * scale);
    usual_.margins.right = static_cast<std::int32_t>(usual_.margins.right * scale);
    usual_.margins.vertical = static_cast<std::int32_t>(usual_.margins.vertical * scale);
}

const std::string& StyleTable::nameFor(const ContentElement& element, const Head& head) {
    const RegionChoice& region = element.inherited.region;
    const bool hasAlign = element.inherited.values.textAlign.has_value();
    const bool isAsBefore = !names_.empty() && lastLook_ == element.look && lastRegion_ == region &&
                            lastHasAlign_ == hasAlign && (last_ > 0 || hasPlain_);
    if (isAsBefore) return names_[last_];
    lastLook_ = element.look;
    lastRegion_ = region;
    lastHasAlign_ = hasAlign;
    const Style style = styleFor(element, head);
    last_ = 0;
    if (style == usual_) {
        hasPlain_ = true;
        return names_[last_];
    }
    const std::string key = fmt::format("{} {} {} {} {} {} {} {} {} {} {} {} {} {}",
                                        style.fontName,
                                        style.fontSize,
                                        colorText(style.primary),
                                        colorText(style.outlineColor),
                                        static_cast<int>(style.border),
                                        style.bold,
                                        style.italic,
                                        style.underline,
                                        style.strike,
                                        static_cast<int>(style.alignment),
                                        style.margins.left,
                                        style.margins.right,
                                        style.margins.vertical,
                                        region.index);
    const auto [found, isNew] = known_.try_emplace(key, names_.size());
    last_ = found->second;
    if (isNew) {
        Style& added = styles_.emplace_back(style);
        added.name = freeName(region.has() ? head.regions[region.index].id : std::string());
        names_.push_back(added.name);
        taken_.insert(added.name);
    }
    return names_[last_];
}

std::vector<Style> StyleTable::takeStyles() {
    if ((!styles_.empty() || hasSizes_) && hasPlain_) styles_.insert(styles_.begin(), usual_);
    return std::move(styles_);
}

Style StyleTable::styleFor(const ContentElement& element, const Head& head) const {
    const Look& look = element.look;
    Style style = usual_;
    if (look.font != 0) style.fontName = head.fonts.name(look.font);
    style.fontSize = sizes_.of(look, head.fonts);
    style.primary = look.color;
    if (look.background.alpha > 0) {
        style.border = BorderStyle::OpaqueBox;
        style.outlineColor = look.background;
        // A box in TTML has no shadow; one behind a box that lets the picture through would be seen
        // through it.
        style.shadow = 0;
    }
    style.bold = look.bold;
    style.italic = look.italic;
    style.underline = look.underline;
    style.strike = look.strike;
    const RegionChoice& choice = element.inherited.region;
    if (!choice.has()) {
        style.alignment = usualPlace(element.inherited.values.textAlign);
        return style;
    }
    const Region& region = head.regions[choice.index];
    style.alignment = alignmentOf(region, look.textAlign);
    style.margins = marginsOf(region, width_, height_);
    return style;
}

std::string StyleTable::freeName(std::string_view wish) {
    std::string begin(wish.empty() ? "Style" : wish);
    const auto isTaken = [&](const std::string& name) {
        return name == kDefault || taken_.contains(name);
    };
    if (!isTaken(begin)) return begin;
    std::size_t& number = numbers_[begin];
    number = std::max(number, names_.size());
    std::string name = fmt::format("{}-{}", begin, number);
    while (isTaken(name))
        name = fmt::format("{}-{}", begin, ++number);
    return name;
}

}  // namespace subs::ttml
