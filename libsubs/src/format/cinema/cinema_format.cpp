// SPDX-License-Identifier: MIT
#include "format/cinema/cinema_format.h"

#include "format/cinema/cue_reader.h"
#include "format/cinema/new_file.h"
#include "format/cinema/reader.h"
#include "format/cinema/save.h"
#include "format/xml/tag_text.h"
#include "format/xml/words.h"
#include "format/xml/xml_saver.h"

#include <optional>
#include <utility>

namespace subs {
namespace {

/// What `piece`, the Subtitle element of `cue`, has between its tags, as typed; nothing where the
/// cue has other words by now.
std::optional<std::string> typedContent(std::string_view piece, const Cue& cue) {
    cinema::Spot spot;
    cinema::Reel reel;
    const std::string_view name = TagText(piece.substr(0, piece.find('>'))).name();
    reel.prefix = name.substr(0, name.find(':') + 1);
    if (!cinema::readSpot(piece, cinema::Spot(), reel, spot)) return std::nullopt;
    constexpr double kEmHeight = 1;  // sizes are not looked at
    if (cinema::textOf(spot, piece, kEmHeight).text.plain != cue.text.plain) return std::nullopt;
    return std::string(spot.inner.of(piece));
}

}  // namespace

CinemaFormat::CinemaFormat(cinema::Dialect dialect)
    : dialect_(dialect), info_(cinema::infoOf(dialect)) {}

std::optional<OwnRate> CinemaFormat::ownRateIn(std::string_view text, const FrameTimeline&) const {
    const auto rate = cinema::rateIn(text);
    return rate ? std::optional(OwnRate{*rate, false, false}) : std::nullopt;
}

Probe CinemaFormat::probe(std::string_view text) const {
    const std::string_view beginning = text.substr(0, kProbedCues);
    auto found = cinema::dialectOf(beginning);
    if (!found || found->dialect != dialect_) return {};
    return {100, std::move(found->reason), found->begin, countOf(beginning, " TimeIn=")};
}

Parsed CinemaFormat::read(Origin origin, const ReadOptions& options) const {
    return cinema::parsed(std::move(origin), options, dialect_);
}

std::string CinemaFormat::markupOf(const Document& document, const Cue& cue) const {
    if (document.format == info_.id && document.origin &&
        cue.piece.index < document.origin->pieces.size())
        if (auto typed = typedContent(document.origin->stretch(cue.piece.index), cue))
            return *std::move(typed);
    return cinema::newContent(document, cue, dialect_);
}

LossReport CinemaFormat::planLowered(const Document& document, const WriteOptions& options) const {
    return isSavedInPlace(document, info_.id) ? cinema::plannedSave(document, options)
                                              : cinema::plannedNew(document, options, dialect_);
}

Result<std::string> CinemaFormat::writeLowered(const Document& document,
                                               const WriteOptions& options) const {
    return isSavedInPlace(document, info_.id) ? cinema::saved(document, options)
                                              : cinema::writtenNew(document, options, dialect_);
}

}  // namespace subs
