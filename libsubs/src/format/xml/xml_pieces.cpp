// SPDX-License-Identifier: MIT
#include "format/xml/xml_pieces.h"

#include "format/xml/words.h"

#include <utility>

namespace subs {
namespace {

/// True of a text with a tag: what is inside of comments and instructions is none.
bool hasTag(std::string_view text) {
    for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at)) {
        const std::string_view rest = text.substr(at);
        const bool isComment = rest.starts_with("<!--");
        if (!isComment && !rest.starts_with("<?")) return true;
        const std::size_t end = isComment ? text.find("-->", at + 4) : text.find("?>", at + 2);
        if (end == text.npos) return false;
        at = end;
    }
    return false;
}

}  // namespace

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
    const bool parts = hasTag(text_.substr(done_, end - done_));
    add(done_, end, parts ? PieceKind::Section : PieceKind::Raw);
    isBehindCue_ = false;
}

}  // namespace subs
