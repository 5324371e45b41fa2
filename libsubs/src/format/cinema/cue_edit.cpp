// SPDX-License-Identifier: MIT
#include "format/cinema/cue_edit.h"

#include <subs/format/features.h>
#include <subs/text/language_tag.h>

#include "format/cinema/fade_codes.h"
#include "format/cinema/lines.h"
#include "format/cinema/other_place.h"
#include "format/cinema/typical_spots.h"
#include "format/document_losses.h"
#include "format/fades.h"
#include "format/markup_patch.h"
#include "format/xml/tag_text.h"
#include "format/xml/words.h"
#include "format/xml/xml_characters.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace subs::cinema {
namespace {

bool isSamePlace(const Cue& a, const Cue& b) {
    return a.alignment == b.alignment && a.margins == b.margins;
}

/// Where `cue` is put that was in `spot`.
CuePlace newPlaceOf(const Cue& cue, const Spot& spot, const EditContext& context) {
    return placeIn(
        context.document, cue, styleOf(context.document, cue), {spot.look.size, spot.anchor});
}

std::optional<Time> timeOf(const Cue& cue, Edge edge) {
    return edge == Edge::Start ? std::optional(cue.start) : cue.end;
}

/// Reports what an edge that was moved loses as a unit. On a film what stays is shown as before.
void planEdge(
    const Cue& cue, Edge edge, const Cue& original, const CueUnits& units, LossReport& losses) {
    const std::optional<Time> time = timeOf(cue, edge);
    const std::optional<Time> read = timeOf(original, edge);
    if (!time || time == read) return;
    const auto unit = units.unit(cue, *time, edge);
    const bool stays = read && unit && units.keeps(*time, edge, *read, *unit);
    if (!stays || !units.areOfFilm()) units.plan(cue, *time, edge, losses);
}

/// Writes what a Subtitle element says of itself.
class TagEdit {
public:
    TagEdit(TagText& tag, const Cue& cue, const Spot& spot, const EditContext& context)
        : tag_(tag), cue_(cue), spot_(spot), context_(context) {}

    Result<void> run(const Cue* original) {
        if (auto done = putTime("TimeIn", cue_.start, Edge::Start, original); !done) return done;
        if (cue_.end) {
            if (auto done = putTime("TimeOut", *cue_.end, Edge::End, original); !done) return done;
        } else if (!original || original->end) {
            tag_.remove(tag_.speltName("TimeOut"));
        }
        if (!original || cue_.label != original->label)
            put("SpotNumber", cue_.label.empty() ? "0" : cue_.label);
        if (!original || cue_.settings != original->settings) putFades();
        return {};
    }

private:
    Result<void> putTime(std::string_view name, Time time, Edge edge, const Cue* original) {
        const auto unit = context_.units.unit(cue_, time, edge);
        if (!unit) return tl::unexpected(unit.error());
        if (original && isKept(time, edge, *unit, *original)) return {};
        if (edge == Edge::Start && original && time == original->start && !spot_.in) return {};
        put(name, spelt(*unit));
        return {};
    }

    bool isKept(Time time, Edge edge, std::int64_t unit, const Cue& original) const {
        const std::optional<Time> read = timeOf(original, edge);
        return read && context_.units.keeps(time, edge, *read, unit);
    }

    void putFades() {
        const Fades fades = fadesIn(cue_.settings).value_or(Fades());
        put("FadeUpTime", fadeCode(fades.up, context_.units.units(), digits()));
        put("FadeDownTime", fadeCode(fades.down, context_.units.units(), digits()));
    }

    std::string spelt(std::int64_t unit) const {
        return timeCodeText(unit, context_.units.units(), digits());
    }

    std::size_t digits() const {
        constexpr std::size_t kMostDigits = 6;
        return spot_.unitDigits == 0 ? unitDigits(context_.units.units())
                                     : std::min(spot_.unitDigits, kMostDigits);
    }

    void put(std::string_view name, std::string_view value) {
        tag_.set(tag_.speltName(name), value);
    }

    TagText& tag_;
    const Cue& cue_;
    const Spot& spot_;
    const EditContext& context_;
};

/// Writes what is between the tags of a Subtitle element.
class ContentEdit {
public:
    ContentEdit(const Cue& cue, const Original& original, const EditContext& context)
        : cue_(cue),
          original_(original),
          context_(context),
          spot_(original.spot),
          file_(context.document.origin->text) {}

    std::string run() const {
        const bool isSameText = cue_.text == original_.cue.text;
        if (isSamePlace(cue_, original_.cue)) {
            if (isSameText) return std::string(spot_.inner.of(file_));
            if (auto patched = this->patched()) return *std::move(patched);
        } else if (isSameText && !spot_.lines.empty()) {
            return moved();
        }
        return anew();
    }

private:
    std::optional<std::string> patched() const {
        const auto append =
            [](std::string& out, std::string_view plain, std::size_t begin, std::size_t end) {
                appendXml(out, plain, begin, end);
            };
        const auto read = [&](std::string_view markup, CueText& text) {
            return readAgain(markup, text);
        };
        if (original_.text.shown.empty()) return std::nullopt;
        return patchedMarkup(
            {spot_.inner.of(file_), original_.text.text.plain, original_.text.shown, append, read},
            cue_.text);
    }

    /// Reads the subtitle with `markup` in place of what is in it.
    bool readAgain(std::string_view markup, CueText& text) const {
        std::string fragment(file_.substr(spot_.tag.begin, spot_.inner.begin - spot_.tag.begin));
        fragment += markup;
        fragment += file_.substr(spot_.inner.end, spot_.end - spot_.inner.end);
        Spot again;
        if (!readSpot(fragment, spot_, context_.reel, again)) return false;
        text = textOf(again, fragment, emHeight()).text;
        return again.lines.size() == spot_.lines.size();
    }

    /// The same lines somewhere else.
    std::string moved() const {
        std::string result;
        const std::string_view inner = spot_.inner.of(file_);
        Copier copier(result, inner);
        const CuePlace place = newPlace();
        std::vector<std::size_t> indexes(spot_.lines.size());
        for (std::size_t i = 0; i < original_.text.order.size(); ++i)
            indexes[original_.text.order[i]] = i;
        for (std::size_t i = 0; i < spot_.lines.size(); ++i) {
            const ByteRange tag{spot_.lines[i].tag.begin - spot_.inner.begin,
                                spot_.lines[i].tag.end - spot_.inner.begin};
            copier.replace(tag, placed(tag.of(inner), place, indexes[i], spot_.lines.size()));
        }
        copier.copyTo(inner.size());
        return result;
    }

    std::string anew() const {
        const std::vector<LineBytes> lines = linesOf(cue_.text.plain);
        const TextContext context = contextOf();
        const std::string pictures = picturesOf(cue_, context);
        const bool isPictureAlone = !pictures.empty() && cue_.text.plain.empty();
        const bool keepsPlaces =
            isSamePlace(cue_, original_.cue) && lines.size() == spot_.lines.size();
        const CuePlace place = newPlace();
        const std::string gap = gapBefore();
        WordsWriter words(cue_, context);
        std::string result;
        for (std::size_t i = 0; i < lines.size() && !isPictureAlone; ++i) {
            result += gap;
            std::string tag = tagLike(i);
            result += keepsPlaces ? tag : placed(tag, place, i, lines.size());
            words.append(result, lines[i].begin, lines[i].end);
            result.append("</").append(context_.reel.prefix).append("Text>");
        }
        if (!pictures.empty()) result.append(gap).append(pictures);
        return result + gapBehind();
    }

    double emHeight() const { return emHeightFor(nearestLanguageTag(context_.reel.language)); }

    TextContext contextOf() const {
        return {.dialect = context_.reel.dialect,
                .prefix = context_.reel.prefix,
                .base = spot_.look,
                .emHeight = emHeight(),
                .canvasHeight = context_.document.canvas.value_or(Canvas()).height,
                .hasCanvas = true,
                .isOwn = true};
    }

    /// Where the lines were, for another number of them; or where the cue says.
    CuePlace newPlace() const {
        const double step = lineStep(cue_.text.plain, spot_.look.size);
        if (spot_.lines.empty() || !isSamePlace(cue_, original_.cue))
            return newPlaceOf(cue_, spot_, context_);
        const Placement first = placeOf(spot_);
        CuePlace place{first.row, first.column, first.vertical, first.horizontal, step, {}};
        for (const Line& line : spot_.lines)
            if (line.placement.row == first.row && first.row != Row::Centre)
                place.vertical = std::min(place.vertical, line.placement.vertical);
        if (original_.text.order.size() > 1) {
            const double found = depthOf(spot_.lines[original_.text.order[1]].placement) -
                                 depthOf(spot_.lines[original_.text.order[0]].placement);
            if (found > 0) place.step = found;
        }
        return place;
    }

    /// The start tag of line `index` as it is typed, or like the last one of the file.
    std::string tagLike(std::size_t index) const {
        if (spot_.lines.empty()) {
            std::string tag = "<" + context_.reel.prefix + "Text";
            return tag + placeAttributes(newPlace(), 0, 1, context_.reel.dialect) + ">";
        }
        const std::size_t line =
            original_.text.order[std::min(index, original_.text.order.size() - 1)];
        std::string tag(spot_.lines[line].tag.of(file_));
        if (tag.ends_with("/>")) tag.replace(tag.size() - 2, 2, ">");
        return tag;
    }

    std::string placed(std::string_view typed,
                       const CuePlace& place,
                       std::size_t index,
                       std::size_t count) const {
        TagText tag(typed);
        const DialectWords& words = wordsOf(context_.reel.dialect);
        const auto put = [&](std::string_view name, std::string_view value) {
            tag.set(tag.speltName(name), value);
        };
        const auto putUnusual = [&](std::string_view name, std::string_view value, bool isUsual) {
            if (!isUsual || tag.value(tag.speltName(name))) put(name, value);
        };
        putUnusual(words.halign, nameOf(place.column), place.column == Column::Centre);
        putUnusual(words.valign, nameOf(place.row), place.row == Row::Centre);
        put(words.vposition,
            percentText(lineVertical(place.row, place.vertical, place.step, index, count)));
        putUnusual(words.hposition, percentText(place.horizontal), place.horizontal == 0);
        return tag.text();
    }

    /// The white space that elements of the subtitle begin with.
    std::string gapBefore() const {
        const std::string_view inner = spot_.inner.of(file_);
        return std::string(inner.substr(0, inner.find_first_not_of(" \t\r\n")));
    }

    std::string gapBehind() const {
        const std::string_view inner = spot_.inner.of(file_);
        const std::size_t last = inner.find_last_not_of(" \t\r\n");
        return last == inner.npos ? std::string() : std::string(inner.substr(last + 1));
    }

    const Cue& cue_;
    const Original& original_;
    const EditContext& context_;
    const Spot& spot_;
    std::string_view file_;
};

}  // namespace

Result<void> appendEdited(std::string& out,
                          const Cue& cue,
                          const Original& original,
                          const EditContext& context) {
    if (cue.kind == CueKind::Comment) {
        appendXmlComment(out, cue.text.plain);
        return {};
    }
    const std::string_view file = context.document.origin->text;
    const Spot& spot = original.spot;
    TagText tag(spot.tag.of(file));
    if (auto done = TagEdit(tag, cue, spot, context).run(&original.cue); !done) return done;
    const std::string content = ContentEdit(cue, original, context).run();
    appendElement(out, tag, content, file.substr(spot.inner.end, spot.end - spot.inner.end));
    return {};
}

Result<void> appendAdded(std::string& out,
                         const Cue& cue,
                         const Original& like,
                         const EditContext& context) {
    if (cue.kind == CueKind::Comment) {
        appendXmlComment(out, cue.text.plain);
        return {};
    }
    TagText tag(like.spot.tag.of(context.document.origin->text));
    if (auto done = TagEdit(tag, cue, like.spot, context).run(nullptr); !done) return done;
    // As if its words were taken out and its place were not its own.
    Original empty = like;
    empty.cue.text = {};
    empty.text.shown.clear();
    if (otherPlaceIn(empty.spot)) {
        empty.spot.lines = {empty.spot.lines[empty.text.order.front()]};
        empty.text.order = {0};
    }
    const std::string content = ContentEdit(cue, empty, context).run();
    const bool isEmpty = cue.text == CueText();
    appendElement(
        out, tag, isEmpty ? std::string() : content, "</" + std::string(tag.name()) + ">");
    return {};
}

void planEdit(const Cue& cue,
              const Original& original,
              const EditContext& context,
              LossReport& losses) {
    const auto drop = [&](std::string_view feature, std::string_view before) {
        losses.add(feature, LossSeverity::Dropped, cue.id, before, {});
    };
    if (cue.kind == CueKind::Comment)
        return losses.add(feature::kComment,
                          LossSeverity::Approximated,
                          cue.id,
                          cue.text.plain,
                          "an XML comment without times");
    if (cue.style != original.cue.style) drop(feature::kStyles, cue.style);
    // Its lines are put in one place where they are placed anew.
    const bool areLinesPlaced = !isSamePlace(cue, original.cue) ||
                                linesOf(cue.text.plain).size() != original.spot.lines.size();
    const auto other = otherPlaceIn(original.spot);
    if (other && areLinesPlaced && !original.cue.text.plain.empty())
        drop(other->feature, other->words);
    if (!cue.speaker.empty()) drop(feature::kSpeaker, cue.speaker);
    if (!cue.settings.empty() && !fadesIn(cue.settings)) drop(feature::kCoordinates, cue.settings);
    if (cue.settings != original.cue.settings) planFades(cue, context.units.units(), losses);
    for (const Edge edge : {Edge::Start, Edge::End})
        planEdge(cue, edge, original.cue, context.units, losses);
    if (original.spot.lines.empty() || !isSamePlace(cue, original.cue))
        planMargins(cue, newPlaceOf(cue, original.spot, context), losses);
    Cue rest = cue;
    rest.margins = {};
    reportLayout(rest, losses);
    TextContext words;
    words.dialect = context.reel.dialect;
    words.isOwn = true;
    if (cue.text != original.cue.text) planWords(cue, words, losses);
}

void planAdded(const Cue& cue,
               const Original& like,
               const EditContext& context,
               LossReport& losses) {
    Original empty = like;
    empty.cue.text = {};
    planEdit(cue, empty, context, losses);
    if (cue.kind == CueKind::Comment || cue.piece == like.cue.piece) return;
    for (const UnreadLook& look : like.spot.unreadLooks)
        if (isOfSubtitle(look))
            losses.add(look.feature, LossSeverity::Approximated, cue.id, {}, look.words);
}

}  // namespace subs::cinema
