// SPDX-License-Identifier: MIT
#include "format/translation/cue_reader.h"

#include "format/translation/fields.h"

#include <cstdint>
#include <utility>

namespace subs::translation {

const UnitText& textOf(const Unit& unit, const TranslationFile& file) {
    return file.side() == Side::Target && unit.target.isThere ? unit.target : unit.source;
}

void CueReader::unit(const Unit& unit, const TranslationFile& file) {
    if (!pieces_.takes(unit.tag.begin, unit.end)) return;
    ReadCue read{{}, unit};
    Cue& cue = read.cue;
    cue.piece.index = pieces_.addCue(unit.tag.begin, unit.end);
    cue.label = unit.name;
    for (const UnitField& field : unit.fields) {
        const bool isRead = putField(cue, field.type, field.value);
        if (!isRead) ++read.badFields;
        if (field.type != "start") continue;
        read.hasTimes = true;
        read.isStartRead = isRead;
    }
    cue.text = textOf(unit, file).text;
    read.isPartlyTranslated = file.side() == Side::Target && unit.target.borrowed > 0;
    read.isTranslated = file.side() == Side::Source || unit.target.isThere;
    take(std::move(read), file);
}

}  // namespace subs::translation
