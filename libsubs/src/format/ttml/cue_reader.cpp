// SPDX-License-Identifier: MIT
#include "format/ttml/cue_reader.h"

#include "format/ttml/exact_seconds.h"
#include "format/xml/words.h"

#include <algorithm>
#include <utility>

namespace subs::ttml {
namespace {

/// When a cue ends: as its element says, but not behind what is around it.
std::optional<Fraction> endOf(const ContentElement& element) {
    const TimedElement& timing = element.timing;
    if (!timing.isReached) return timing.said.begin;
    if (!timing.said.end) return element.shown.end;
    const bool isCut = timing.limit && *timing.limit < *timing.said.end;
    return isCut ? std::max(*timing.limit, timing.said.begin) : timing.said.end;
}

}  // namespace

CueReader::CueReader(std::string_view text) : text_(text) {}

StyleTable& CueReader::styles(const Head& head) {
    // By what the file says of its language alone, so that it is read in the same way again.
    if (!styles_) styles_.emplace(head.language, head.parameters);
    return *styles_;
}

void CueReader::content(const Head& head) {
    styles(head);
}

void CueReader::paragraph(const Paragraph& paragraph, const Head& head) {
    for (const std::uint32_t element : cueElements(paragraph))
        addCue(paragraph, element, head);
}

void CueReader::addCue(const Paragraph& paragraph, std::uint32_t element, const Head& head) {
    const ContentElement& one = paragraph.elements[element];
    if (one.tag.begin < done_ || one.end <= one.tag.begin) return;
    addGap(one.tag.begin);
    ParagraphText text = textOf(paragraph, element, head, styles(head).unit());
    Cue cue;
    cue.piece.index = static_cast<std::uint32_t>(pieces_.size());
    cue.start = timeOf(one.timing.said.begin);
    if (const auto end = endOf(one)) cue.end = timeOf(*end);
    cue.label = one.id;
    cue.speaker = text.speaker;
    cue.style = styles(head).nameFor(paragraph.elements[text.base], head);
    cue.text = text.text;
    addPiece(one.tag.begin, one.end, PieceKind::Cue);
    isBehindCue_ = true;
    take({std::move(cue), paragraph, element, std::move(text)}, head);
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

}  // namespace subs::ttml
