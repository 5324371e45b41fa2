// SPDX-License-Identifier: MIT
#include "format/ass/file_context.h"

#include <subs/text/newline.h>

#include <algorithm>

namespace subs::ass {
namespace {

Context contextOf(const FileState& state, std::uint32_t piece) {
    return {piece,
            state.section(),
            state.dialect(),
            state.eventLayout(),
            state.styleLayout(),
            state.softBreak()};
}

}  // namespace

FileContext::FileContext(const Origin& origin, Dialect dialect) {
    FileState state(dialect);
    contexts_.push_back(contextOf(state, 0));
    for (std::uint32_t piece = 0; piece < origin.pieces.size(); ++piece) {
        const PieceKind kind = origin.pieces[piece].kind;
        if (kind != PieceKind::Section && kind != PieceKind::Raw) continue;
        for (LineReader lines(origin.stretch(piece)); lines.next();) {
            const LineKind line = state.take(lines.line());
            if (line == LineKind::Head) note(state.section(), piece);
        }
        if (kind == PieceKind::Section) contexts_.push_back(contextOf(state, piece));
    }
    info_ = state.info();
}

void FileContext::note(Section section, std::uint32_t piece) {
    const auto first = [piece](std::uint32_t& known) { known = std::min(known, piece); };
    if (section == Section::Info) first(infoPiece_);
    if (section == Section::Events) first(eventsPiece_);
    if (section == Section::Styles) first(stylesPiece_);
}

bool FileContext::haveTimes() const {
    return std::ranges::all_of(contexts_, [](const Context& context) {
        return std::ranges::count(context.events, EventField::Start) > 0 &&
               std::ranges::count(context.events, EventField::End) > 0;
    });
}

std::size_t FileContext::indexAt(std::uint32_t piece) {
    const auto holds = [&](std::size_t i) {
        return contexts_[i].fromPiece <= piece &&
               (i + 1 == contexts_.size() || piece < contexts_[i + 1].fromPiece);
    };
    if (holds(cursor_)) return cursor_;
    const auto behind = std::upper_bound(
        contexts_.begin(), contexts_.end(), piece, [](std::uint32_t p, const Context& c) {
            return p < c.fromPiece;
        });
    cursor_ = static_cast<std::size_t>(behind - contexts_.begin()) - 1;
    return cursor_;
}

std::string_view withoutLineEnd(std::string_view stretch) {
    if (!stretch.empty() && stretch.back() == '\n') stretch.remove_suffix(1);
    if (!stretch.empty() && stretch.back() == '\r') stretch.remove_suffix(1);
    return stretch;
}

}  // namespace subs::ass
