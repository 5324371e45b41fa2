// SPDX-License-Identifier: MIT
#include "format/ass/markup.h"

#include <subs/text/newline.h>

#include "format/ass/event_line.h"
#include "format/ass/file_context.h"
#include "format/ass/source.h"
#include "format/ass/style_choice.h"
#include "format/ass/text_patch.h"

namespace subs::ass {
namespace {

/// The text field in the line of `fields`.
std::string_view textOf(std::string_view fields, const EventLayout& layout) {
    FieldReader line(fields);
    for (const EventField field : layout) {
        if (field == EventField::Text) return line.rest();
        line.next();
    }
    return {};
}

/// What the first events of a file are read by, without looking at all of the file.
FileState stateOfFirstEvents(const Origin& origin, Dialect dialect) {
    FileState state(dialect);
    for (std::size_t piece = 0; piece < origin.pieces.size(); ++piece) {
        const PieceKind kind = origin.pieces[piece].kind;
        if (kind == PieceKind::Cue) break;
        if (kind != PieceKind::Section) continue;
        for (LineReader lines(origin.stretch(piece)); lines.next();)
            state.take(lines.line());
    }
    return state;
}

bool says(const Cue& line, const Cue& cue) {
    return line.text == cue.text && line.alignment == cue.alignment && line.start == cue.start &&
           line.end == cue.end;
}

}  // namespace

std::string markupOf(const Document& document, const Cue& cue, Dialect dialect) {
    const bool inFile = sourceOf(document, dialect) == Source::SameFile &&
                        cue.piece.index < document.origin->pieces.size();
    if (inFile) {
        const std::string_view line = withoutLineEnd(document.origin->stretch(cue.piece.index));
        const std::string_view fields = line.substr(eventHead(line).value_or(EventHead()).fieldsAt);
        const FileState state = stateOfFirstEvents(*document.origin, dialect);
        Cue read;
        readEvent(fields, {state.eventLayout(), state.softBreak()}, read);
        if (says(read, cue)) return std::string(textOf(fields, state.eventLayout()));
        FileContext file(*document.origin, dialect);
        const Context& context = file[file.indexAt(cue.piece.index)];
        const std::string_view text = textOf(fields, context.events);
        if (auto patched = patchedText(text, cue.text, cue.alignment, context.soft))
            return *patched;
    }
    std::string text;
    const TextTarget target =
        cue.text.spans.empty() ? TextTarget() : textTarget(document, StyleChoice(document), cue);
    appendText(text, cue.text, cue.alignment, target);
    return text;
}

}  // namespace subs::ass
