// SPDX-License-Identifier: GPL-3.0-or-later
#include "event_window.h"

#include <subs/model/without_cues.h>

#include <algorithm>

namespace subs::media {
namespace {

constexpr Time kHalfMinute = Time::fromSeconds(30);

bool isCueOrItsGap(PieceKind kind) {
    return kind == PieceKind::Cue || kind == PieceKind::Separator;
}

/// The file without its cues; `places` tells where each piece has gone.
std::shared_ptr<const Origin> withoutCues(const Origin& origin,
                                          std::vector<std::uint32_t>& places) {
    auto reduced = std::make_shared<Origin>();
    reduced->encoding = origin.encoding;
    reduced->newline = origin.newline;
    places.assign(origin.pieces.size(), PieceRef::kNone);
    for (std::size_t i = 0; i < origin.pieces.size(); ++i) {
        if (isCueOrItsGap(origin.pieces[i].kind)) continue;
        places[i] = static_cast<std::uint32_t>(reduced->pieces.size());
        reduced->pieces.push_back(
            {static_cast<std::uint32_t>(reduced->text.size()), origin.pieces[i].kind});
        reduced->text += origin.stretch(i);
    }
    return reduced;
}

}  // namespace

EventWindow windowAround(Time time) {
    const std::int64_t flicks = time.flicks();
    const std::int64_t step = kHalfMinute.flicks();
    const std::int64_t rest = flicks % step < 0 ? flicks % step + step : flicks % step;
    const Time begin = Time::fromFlicks(flicks - rest);
    return {begin - kHalfMinute, begin + kHalfMinute + kHalfMinute};
}

std::vector<Cue> cuesIn(const Document& document, const EventWindow& window) {
    std::vector<Cue> cues;
    for (const Cue& cue : document.cues) {
        const bool isSeen =
            cue.start < window.to && cue.end && *cue.end > window.from && cue.start < *cue.end;
        if (isSeen && cue.kind == CueKind::Dialogue) cues.push_back(cue);
    }
    return cues;
}

Document skeletonOf(const Document& document) {
    Document skeleton = withoutCues(document);
    if (!document.origin) return skeleton;
    std::vector<std::uint32_t> places;
    skeleton.origin = withoutCues(*document.origin, places);
    for (Style& style : skeleton.styles) {
        if (style.piece.has())
            style.piece.index =
                style.piece.index < places.size() ? places[style.piece.index] : PieceRef::kNone;
    }
    return skeleton;
}

Document filled(const Document& skeleton, std::vector<Cue> cues) {
    Document document = skeleton;
    document.cues = std::move(cues);
    for (Cue& cue : document.cues) {
        cue.piece = PieceRef();
        cue.id = document.newId();
    }
    return document;
}

bool sameSkeleton(const Document& a, const Document& b) {
    return a.origin == b.origin && a.format == b.format && a.language == b.language &&
           a.title == b.title && a.canvas == b.canvas && a.styles == b.styles;
}

}  // namespace subs::media
