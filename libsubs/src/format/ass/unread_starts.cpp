// SPDX-License-Identifier: MIT
#include "format/ass/unread_starts.h"

#include "format/ass/event_line.h"
#include "format/ass/file_context.h"

#include <cstdint>

namespace subs::ass {
namespace {

bool hasReadStart(std::string_view line, const Context& context, Cue& scratch) {
    if (!hasColumn(context.events, EventField::Start)) return false;
    const auto head = eventHead(line);
    if (!head) return true;
    return readEvent(line.substr(head->fieldsAt), {context.events, context.soft}, scratch)
               .badStart == nullptr;
}

}  // namespace

std::vector<UnreadStart> unreadStartsIn(const Document& document, Dialect dialect) {
    std::vector<UnreadStart> starts;
    const Origin& origin = *document.origin;
    FileContext file(origin, dialect);
    Cue scratch;
    for (std::uint32_t piece = 0; piece < origin.pieces.size(); ++piece) {
        if (origin.pieces[piece].kind != PieceKind::Cue) continue;
        const Context& context = file[file.indexAt(piece)];
        if (!hasReadStart(withoutLineEnd(origin.stretch(piece)), context, scratch))
            starts.push_back({piece, Time()});
    }
    return starts;
}

}  // namespace subs::ass
