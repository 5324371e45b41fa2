// SPDX-License-Identifier: MIT
#include "format/xml/xml_pieces.h"

#include "format/xml/words.h"

#include <utility>

namespace subs {

std::uint32_t XmlPieces::addCue(std::size_t begin, std::size_t end) {
    addGap(begin);
    add(begin, end, PieceKind::Cue);
    isBehindCue_ = true;
    return static_cast<std::uint32_t>(pieces_.size() - 1);
}

std::vector<Piece> XmlPieces::take() {
    addGap(text_.size());
    return std::move(pieces_);
}

void XmlPieces::add(std::size_t begin, std::size_t end, PieceKind kind) {
    if (begin < end) pieces_.push_back({static_cast<std::uint32_t>(begin), kind});
    done_ = end;
}

void XmlPieces::addGap(std::size_t end) {
    std::size_t blank = done_;
    while (isBehindCue_ && blank < end && isSpace(text_[blank]))
        ++blank;
    add(done_, blank, PieceKind::Separator);
    add(done_, end, PieceKind::Raw);
    isBehindCue_ = false;
}

}  // namespace subs
