// SPDX-License-Identifier: MIT
#include "format/cinema/cue_reader.h"

#include <subs/text/language_tag.h>

#include "format/fades.h"
#include "format/xml/words.h"

#include <cstdint>
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
    if (spot.tag.begin < done_ || spot.end <= spot.tag.begin) return;
    addGap(spot.tag.begin);
    if (!styles_) styles_.emplace(nearestLanguageTag(reel.language));
    SpotText text = textOf(spot, text_);
    Cue cue;
    cue.piece.index = static_cast<std::uint32_t>(pieces_.size());
    cue.start = spot.in.value_or(Time());
    cue.end = spot.out;
    cue.label = spot.number;
    cue.settings = settingsOf({spot.fadeUp, spot.fadeDown});
    const Style& style = styles_->styleFor(spot);
    cue.style = style.name;
    place(cue, spot, style);
    cue.text = text.text;
    addPiece(spot.tag.begin, spot.end, PieceKind::Cue);
    isBehindCue_ = true;
    take({std::move(cue), spot, std::move(text)}, reel);
}

void CueReader::addPiece(std::size_t begin, std::size_t end, PieceKind kind) {
    if (begin < end) pieces_.push_back({static_cast<std::uint32_t>(begin), kind});
    done_ = end;
}

/// White space behind a cue goes with it.
void CueReader::addGap(std::size_t end) {
    std::size_t blank = done_;
    while (isBehindCue_ && blank < end && isSpace(text_[blank]))
        ++blank;
    addPiece(done_, blank, PieceKind::Separator);
    addPiece(done_, end, PieceKind::Raw);
    isBehindCue_ = false;
}

std::vector<Piece> CueReader::takePieces() {
    addGap(text_.size());
    return std::move(pieces_);
}

std::vector<Style> CueReader::takeStyles() {
    return styles_ ? styles_->takeStyles() : std::vector<Style>();
}

}  // namespace subs::cinema
