// SPDX-License-Identifier: MIT
#include "format/in_place.h"

#include <memory>
#include <utility>

namespace subs {
namespace {

constexpr std::string_view kAdvice = "; what is edited can be saved in another format";

}  // namespace

Error inPlaceRefusal(std::string code, std::string_view reason) {
    Error error;
    error.code = std::move(code);
    error.message.append(reason).append(kAdvice);
    return error;
}

std::optional<std::string_view> refusalReason(const Error& error) {
    std::string_view message = error.message;
    if (!message.ends_with(kAdvice)) return std::nullopt;
    message.remove_suffix(kAdvice.size());
    return message;
}

Document asNewFile(const Document& document) {
    Document result = document;
    for (Cue& cue : result.cues)
        cue.piece = {};
    if (!document.origin) return result;
    // Without the place of a cue there is nothing to save it into.
    auto origin = std::make_shared<Origin>(*document.origin);
    for (Piece& piece : origin->pieces)
        if (piece.kind == PieceKind::Cue) piece.kind = PieceKind::Separator;
    result.origin = std::move(origin);
    return result;
}

}  // namespace subs
