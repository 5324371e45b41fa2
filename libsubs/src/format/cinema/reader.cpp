// SPDX-License-Identifier: MIT
#include "format/cinema/reader.h"

#include <subs/format/features.h>
#include <subs/text/language_tag.h>

#include "format/cinema/cue_reader.h"
#include "format/cinema/other_place.h"
#include "format/cinema/reader_remarks.h"
#include "format/file_remarks.h"
#include "format/unread_ends.h"
#include "format/xml/words.h"
#include "format/xml/xml_comments.h"
#include "format/xml/xml_remarks.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace subs::cinema {
namespace {

class DocumentReader final : public CueReader {
public:
    DocumentReader(std::string_view text, Document& document)
        : CueReader(text), text_(text), document_(document) {}

    void flaw(const SpotFlaw& flaw) override { remarkFlaw(remarks_, flaw); }
    FileRemarks& remarks() { return remarks_; }
    std::vector<UnreadStart> takeUnreadStarts() { return std::move(unreadStarts_); }
    LossReport takeUnread() {
        std::ranges::move(unreadEnds_.items, std::back_inserter(unread_.items));
        return std::move(unread_);
    }

private:
    void take(ReadCue read, const Reel&) override {
        remarkCue(remarks_, read);
        read.cue.id = document_.newId();
        for (const UnreadLook& look : read.spot.unreadLooks)
            unread_.add(
                look.feature,
                LossSeverity::Dropped,
                read.cue.id,
                look.feature == feature::kTextComment ? shownBeginning(look.words) : look.words,
                {});
        addBadTimes(read);
        if (!read.spot.in) unreadStarts_.push_back({read.cue.piece.index, read.cue.start});
        if (const auto other = otherPlaceIn(read.spot))
            unread_.add(other->feature, LossSeverity::Dropped, read.cue.id, other->words, {});
        for (const std::string_view words : xmlCommentsIn(read.spot.inner.of(text_)))
            unread_.add(
                feature::kNote, LossSeverity::Dropped, read.cue.id, shownBeginning(words), {});
        document_.cues.push_back(std::move(read.cue));
    }

    void addBadTimes(const ReadCue& read) {
        const Spot& spot = read.spot;
        const auto add = [&](const std::string& typed, std::string_view after) {
            if (!typed.empty())
                unread_.add(feature::kUnread,
                            LossSeverity::Dropped,
                            read.cue.id,
                            shownBeginning(typed),
                            after);
        };
        add(spot.badIn, "00:00:00:00");
        add(spot.badFades, {});
        // Where there is none at all, it is true that there is no end.
        const bool isTyped = spot.badOut.find('"') != std::string::npos;
        if (isTyped) addUnreadEnd(unreadEnds_, read.cue.id, shownBeginning(spot.badOut));
    }

    std::string_view text_;
    Document& document_;
    FileRemarks remarks_;
    LossReport unread_;
    LossReport unreadEnds_;
    std::vector<UnreadStart> unreadStarts_;
};

/// What the head says that has no place in another format; a reel that is the first, as new files
/// are, is as any.
void addUnread(const Reel& reel, LossReport& unread) {
    const auto drop = [&](std::string_view feature, const std::string& before) {
        unread.add(feature, LossSeverity::Dropped, {}, before, {});
    };
    if (!reel.number.empty() && wholeNumber(reel.number) != 1)
        drop(feature::kReel, "ReelNumber " + reel.number);
    if (!reel.annotation.empty()) drop(feature::kNote, reel.annotation);
    if (!reel.strayText.empty()) drop(feature::kTextComment, shownBeginning(reel.strayText));
    constexpr std::string_view kUsualType = "MainSubtitle";
    if (!reel.displayType.empty() && reel.displayType != kUsualType)
        drop(feature::kRaw, reel.displayType);
}

/// Ends at the root element.
class RootVisitor final : public SpotVisitor {
public:
    void spot(const Spot&, const Reel&) override {}
    bool hasEnough(const Reel&) const override { return true; }
};

/// Ends at the first subtitle: what times count is known then.
class FirstSpotVisitor final : public SpotVisitor {
public:
    void spot(const Spot&, const Reel&) override { isFound_ = true; }
    bool hasEnough(const Reel&) const override { return isFound_; }
    bool isFound() const { return isFound_; }

private:
    bool isFound_ = false;
};

/// A language that is said to be undetermined is not known.
std::string knownTagOf(std::string_view language) {
    std::string tag = nearestLanguageTag(language);
    return tag == "und" ? std::string() : tag;
}

}  // namespace

std::optional<FrameRate> rateIn(std::string_view text) {
    FirstSpotVisitor visitor;
    Reel reel;
    readSpots(text, visitor, reel);
    if (!visitor.isFound() || reel.dialect != Dialect::Dcdm || !reel.hasKnownRate)
        return std::nullopt;
    const auto rate = FrameRate::fromFraction(reel.units.perSecond);
    return rate ? std::optional(*rate) : std::nullopt;
}

Units unitsOf(const FrameTimeline* timeline) {
    if (timeline == nullptr) return {};
    const FrameRate rate = timeline->averageRate();
    return {rate.nominal(), rate.framesPerSecond()};
}

std::optional<DialectFound> dialectOf(std::string_view beginning) {
    const std::size_t first = beginning.find_first_not_of(" \t\r\n");
    if (first == beginning.npos || beginning[first] != '<') return std::nullopt;
    RootVisitor visitor;
    Reel reel;
    readSpots(beginning, visitor, reel);
    if (!reel.isCinema) return std::nullopt;
    const bool isDcdm = reel.dialect == Dialect::Dcdm;
    return DialectFound{reel.dialect,
                        isDcdm ? "a SubtitleReel element, as SMPTE ST 428-7 has it"
                               : "a DCSubtitle element, as Interop cinema packages have it",
                        first};
}

Parsed parsed(Origin origin, const ReadOptions& options, Dialect dialect) {
    auto file = std::make_shared<Origin>(std::move(origin));
    Document document;
    document.format = wordsOf(dialect).id;
    DocumentReader reader(file->text, document);
    Reel reel;
    const std::vector<XmlFlaw> flaws =
        readSpots(file->text, reader, reel, unitsOf(options.timeline));
    for (const XmlFlaw& flaw : flaws)
        remarkXml(reader.remarks(), flaw);
    remarkFile(reader.remarks(), file->text, file->encoding, reel, document);
    file->pieces = reader.takePieces();
    file->unreadStarts = reader.takeUnreadStarts();
    document.language = !options.language.empty() ? options.language : knownTagOf(reel.language);
    document.title = reel.title;
    if (reel.isCinema) document.canvas = kGrid;
    document.styles = reader.takeStyles();
    document.origin = std::move(file);
    LossReport unread = unreadBehind(flaws);
    addUnread(reel, unread);
    std::ranges::move(reader.takeUnread().items, std::back_inserter(unread.items));
    return {std::move(document), reader.remarks().take(), std::move(unread)};
}

}  // namespace subs::cinema
