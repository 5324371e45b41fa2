// SPDX-License-Identifier: MIT
#include "format/cinema/cue_reader.h"

#include <subs/text/language_tag.h>

#include "format/fades.h"

#include <cstdint>
#include <string>
#include <utility>

namespace subs::cinema {
namespace {

/// What a cue itself says of its place: where that is other than its style's.
void place(Cue& cue, const Spot& spot, const Style& style) {
    const Alignment alignment = alignmentOf(placeOf(spot));
    if (alignment != style.alignment) cue.alignment = alignment;
    const Margins margins = marginsOf(spot);
    if (margins.vertical != style.margins.vertical) cue.margins.vertical = margins.vertical;
    if (margins.left != style.margins.left) cue.margins.left = margins.left;
    if (margins.right != style.margins.right) cue.margins.right = margins.right;
}

}  // namespace

void CueReader::spot(const Spot& spot, const Reel& reel) {
    if (!pieces_.takes(spot.tag.begin, spot.end)) return;
    const std::string language = nearestLanguageTag(reel.language);
    if (!styles_) styles_.emplace(language);
    SpotText text = textOf(spot, text_, emHeightFor(language));
    Cue cue;
    cue.piece.index = pieces_.addCue(spot.tag.begin, spot.end);
    cue.start = spot.in.value_or(Time());
    cue.end = spot.out;
    cue.label = spot.number;
    cue.settings = settingsOf({spot.fadeUp, spot.fadeDown});
    const Style& style = styles_->styleFor(spot);
    cue.style = style.name;
    place(cue, spot, style);
    cue.text = text.text;
    take({std::move(cue), spot, std::move(text)}, reel);
}

std::vector<Style> CueReader::takeStyles() {
    return styles_ ? styles_->takeStyles() : std::vector<Style>();
}

}  // namespace subs::cinema
