// SPDX-License-Identifier: MIT
#include "job/pairs/placed_cues.h"

#include <subs/model/style_index.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace subs {
namespace {

bool isOneOf(const Format& format, std::span<const std::string_view> ids) {
    return std::ranges::count(ids, format.info().id) > 0;
}

/// What `style`, one of `joined`, was in the first track; null where it is of the second. Those of
/// the first come first.
const Style* styleBefore(const Document& first, const Document& joined, const Style* style) {
    const auto place = static_cast<std::size_t>(style - joined.styles.data());
    return place < first.styles.size() ? &first.styles[place] : nullptr;
}

}  // namespace

bool takesStyles(const Format& format) {
    constexpr std::array<std::string_view, 3> kIds = {"ass", "ssa", "json"};
    return isOneOf(format, kIds);
}

bool takesMargins(const Format& format) {
    constexpr std::array<std::string_view, 2> kIds = {"dcdm", "interop"};
    return isOneOf(format, kIds);
}

void placeByCues(Document& joined, const Document& first, const Format& format) {
    const StyleIndex styles(joined);
    const Alignment usual =
        first.styles.empty() ? Alignment::BottomCentre : first.styles.front().alignment;
    for (Cue& cue : joined.cues) {
        const Style* style = styles.styleOf(cue);
        if (style == nullptr) continue;
        const Style* before = styleBefore(first, joined, style);
        const Alignment wasAt = before != nullptr ? before->alignment : usual;
        if (!cue.alignment && style->alignment != wasAt) cue.alignment = style->alignment;
        const bool isRaised =
            before == nullptr || before->margins.vertical != style->margins.vertical;
        if (takesMargins(format) && isRaised && cue.margins.vertical == 0)
            cue.margins.vertical = style->margins.vertical;
    }
}

}  // namespace subs
