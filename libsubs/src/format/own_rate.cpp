// SPDX-License-Identifier: MIT
#include "format/own_rate.h"

#include <algorithm>

namespace subs {
namespace {

/// A new file may be written of a document whose file is of the same format (`asNewFile`).
bool isSavedInto(const Document& document, const Format& format) {
    return document.format == format.info().id && document.origin &&
           (document.cues.empty() ||
            std::ranges::any_of(document.origin->pieces,
                                [](const Piece& piece) { return piece.kind == PieceKind::Cue; }));
}

}  // namespace

std::optional<OwnRate> otherRateOf(const Document& document,
                                   const Format& format,
                                   const FrameTimeline* asked) {
    if (asked == nullptr || !isSavedInto(document, format)) return std::nullopt;
    const auto* const reader = dynamic_cast<const OwnRateReader*>(&format);
    if (reader == nullptr) return std::nullopt;
    auto own = reader->ownRateIn(document.origin->text, *asked);
    return own && own->rate != asked->averageRate() ? own : std::nullopt;
}

WriteOptions withOwnRate(const Document& document,
                         const Format& format,
                         const WriteOptions& options) {
    WriteOptions result = options;
    const auto own = otherRateOf(document, format, options.timeline);
    if (!own || own->yields) return result;
    result.timeline = nullptr;
    if (isFrameRule(result.rounding)) result.rounding = Rounding::Nearest;
    return result;
}

}  // namespace subs
