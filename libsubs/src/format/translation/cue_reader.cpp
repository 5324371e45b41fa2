// SPDX-License-Identifier: MIT
#include "format/translation/cue_reader.h"

#include "format/translation/fields.h"
#include "format/xml/words.h"

#include <cstdint>
#include <utility>

namespace subs::translation {

const UnitText& textOf(const Unit& unit, const TranslationFile& file) {
    return file.side() == Side::Target && unit.target.isThere ? unit.target : unit.source;
}

void CueReader::unit(const Unit& unit, const TranslationFile& file) {
    if (unit.tag.begin < done_ || unit.end <= unit.tag.begin) return;
    addGap(unit.tag.begin);
    ReadCue read{{}, unit};
    Cue& cue = read.cue;
    cue.piece.index = static_cast<std::uint32_t>(pieces_.size());
    cue.label = unit.name;
    for (const UnitField& field : unit.fields) {
        if (!putField(cue, field.type, field.value)) ++read.badFields;
        if (field.type == "start") read.hasTimes = true;
    }
    cue.text = textOf(unit, file).text;
    read.isTranslated = file.side() == Side::Source || unit.target.isThere;
    addPiece(unit.tag.begin, unit.end, PieceKind::Cue);
    isBehindCue_ = true;
    take(std::move(read), file);
}

void CueReader::addPiece(std::size_t begin, std::size_t end, PieceKind kind) {
    if (begin < end) pieces_.push_back({static_cast<std::uint32_t>(begin), kind});
    done_ = end;
}

/// White space behind a unit goes with it.
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

}  // namespace subs::translation
