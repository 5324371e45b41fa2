// SPDX-License-Identifier: MIT
#include "format/ttml/new_regions.h"

namespace subs::ttml {
namespace {

int indexOf(Alignment alignment) {
    return static_cast<int>(alignment) - 1;
}

}  // namespace

std::string_view placeName(Alignment alignment) {
    constexpr std::array<std::string_view, 9> kNames = {"bottomLeft",
                                                        "bottom",
                                                        "bottomRight",
                                                        "middleLeft",
                                                        "middle",
                                                        "middleRight",
                                                        "topLeft",
                                                        "top",
                                                        "topRight"};
    return kNames.at(static_cast<std::size_t>(indexOf(alignment)));
}

std::string_view displayAlignAt(Alignment alignment) {
    constexpr std::array<std::string_view, 3> kRows = {"after", "center", "before"};
    return kRows.at(static_cast<std::size_t>(indexOf(alignment) / 3));
}

std::string_view textAlignAt(Alignment alignment) {
    constexpr std::array<std::string_view, 3> kColumns = {"left", "center", "right"};
    return kColumns.at(static_cast<std::size_t>(indexOf(alignment) % 3));
}

std::string regionElement(std::string_view id,
                          Alignment alignment,
                          const Names& names,
                          std::string_view styleId) {
    const auto style = [&](std::string_view name, std::string_view value) {
        return names.attribute(Vocabulary::Styling, name, value);
    };
    return names.openOf("region") + names.attribute(Vocabulary::Xml, "id", id) +
           style("origin", "10% 10%") + style("extent", "80% 80%") +
           style("displayAlign", displayAlignAt(alignment)) +
           (styleId.empty() ? style("textAlign", textAlignAt(alignment))
                            : names.attribute(Vocabulary::None, "style", styleId)) +
           "/>";
}

std::optional<std::string> NewRegions::idFor(Alignment alignment) {
    for (std::size_t i = 0; i < head_.layoutRegions; ++i) {
        const Region& region = head_.regions[i];
        const bool isPlain = !region.id.empty() && region.displays.empty() && region.isDisplayed &&
                             !region.active.end && region.active.begin == Fraction(0);
        if (isPlain && alignmentOf(region, region.look.textAlign) == alignment) return region.id;
    }
    if (head_.layoutRegions == 0 || !head_.layoutEnd) return std::nullopt;
    std::string& id = added_.at(static_cast<std::size_t>(alignment));
    if (id.empty()) {
        id = "subs-" + std::string(placeName(alignment));
        while (head_.regionIds.contains(id))
            id += "-";
        const std::string style =
            styleFor_ ? styleFor_("textAlign", textAlignAt(alignment)) : std::string();
        text_ += regionElement(id, alignment, names_, style);
    }
    return id;
}

}  // namespace subs::ttml
