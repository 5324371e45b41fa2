// SPDX-License-Identifier: MIT
#include "edit/looks_otherwise.h"

namespace subs {
namespace {

/// Where a cue stands whose style is `style`, which may be null.
Alignment placeOf(const Cue& cue, const Style* style) {
    const Alignment usual = style != nullptr ? style->alignment : Alignment::BottomCentre;
    return cue.alignment.value_or(usual);
}

}  // namespace

bool sameLook(Style a, const Style& b) {
    a.piece = b.piece;
    a.name = b.name;
    return a == b;
}

std::vector<Look> looksOtherwise(const Cue& cue,
                                 const Style* style,
                                 const Cue& first,
                                 const Style* other) {
    std::vector<Look> looks;
    const auto note = [&](Look look, bool isSet, bool isSame) {
        if (isSet && !isSame) looks.push_back(look);
    };
    note(Look::Style, style != nullptr, style && other && sameLook(*style, *other));
    const bool isPlaced = cue.alignment || first.alignment;
    const bool isThere = cue.alignment == first.alignment ||
                         (!cue.alignment && placeOf(cue, style) == placeOf(first, other));
    note(Look::Alignment, isPlaced, isThere);
    note(Look::Margins, cue.margins != Margins(), cue.margins == first.margins);
    note(Look::Layer, cue.layer != 0, cue.layer == first.layer);
    note(Look::Settings, !cue.settings.empty(), cue.settings == first.settings);
    note(Look::Effect, !cue.effect.empty(), cue.effect == first.effect);
    return looks;
}

}  // namespace subs
