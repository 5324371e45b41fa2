// SPDX-License-Identifier: MIT
#include "format/in_place.h"

#include <memory>
#include <utility>

namespace subs {
namespace {

constexpr std::string_view kCode = "format.not-in-place";
constexpr std::string_view kAdvice = "; what is edited can be saved in another format";

}  // namespace

Error inPlaceRefusal(std::string_view reason) {
    return {std::string(kCode), std::string(reason).append(kAdvice)};
}

std::optional<std::string_view> refusalReason(const Error& error) {
    if (error.code != kCode) return std::nullopt;
    const std::string_view message = error.message;
    return message.substr(0, message.size() - kAdvice.size());
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
