// SPDX-License-Identifier: MIT
#include "job/pairs/pair_remarks.h"

#include <subs/base/counted.h>
#include <subs/edit/mixed_lines.h>
#include <subs/edit/partner_times.h>
#include <subs/edit/text_parts.h>
#include <subs/job/cue_lines.h>
#include <subs/time/clock.h>

#include "job/pairs/language_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace subs {
namespace {

using Places = std::vector<std::size_t>;

bool isWithoutText(const Cue& cue) {
    const auto isDrawing = [](const Span& span) { return span.kind == SpanKind::Drawing; };
    return cue.kind == CueKind::Dialogue && cue.text.plain.empty() &&
           std::ranges::none_of(cue.text.spans, isDrawing);
}

bool isIn(std::span<const CueId> some, const Cue& cue) {
    return std::ranges::binary_search(some, cue.id);
}

/// True of one with words, which another might say in the other language.
bool isStartless(const Cue& cue, std::span<const CueId> startless) {
    return cue.kind == CueKind::Dialogue && !cue.text.plain.empty() && isIn(startless, cue);
}

std::string_view whyAlone(const Cue& cue, std::span<const CueId> startless) {
    if (isWithoutText(cue))
        return "has no text, and so no partner in the other track; it stands alone";
    if (isIn(startless, cue))
        return "has no start that can be read, and so no partner in the other track; it stands "
               "alone";
    return "has no partner in the other track; it stands alone";
}

/// Remarks about cues of one document.
class Remarks {
public:
    Remarks(const Document& document, Diagnostics& diagnostics)
        : document_(document), lines_(cueLinesOf(document)), diagnostics_(diagnostics) {}

    /// One for each cue: "cue 3 at 00:00:01.000 has no partner".
    void each(Severity severity,
              const Places& places,
              std::string_view code,
              std::string_view what) {
        for (const std::size_t place : places)
            add(severity, place, code, fmt::format("{} {}", named(place), what));
    }

    /// One for each cue without a partner.
    void alone(const Places& places, std::span<const CueId> startless) {
        for (const std::size_t place : places) {
            const Cue& cue = document_.cues[place];
            // Where it begins is made up.
            const std::string name = isIn(startless, cue) ? cueName(cue, place) : named(place);
            add(Severity::Warning,
                place,
                "pair.alone",
                fmt::format("{} {}", name, whyAlone(cue, startless)));
        }
    }

    /// One for all: "3 cues were cut; the first is cue 4 at 00:00:01.000".
    void all(Severity severity,
             const Places& places,
             std::string_view code,
             std::string_view what) {
        if (places.empty()) return;
        add(severity,
            places.front(),
            code,
            fmt::format("{} {}; the first is {}",
                        counted(places.size(), "cue"),
                        what,
                        named(places.front())));
    }

private:
    std::string named(std::size_t place) const {
        const Cue& cue = document_.cues[place];
        return fmt::format("{} at {}", cueName(cue, place), clockText(cue.start));
    }

    void add(Severity severity, std::size_t place, std::string_view code, std::string message) {
        diagnostics_.push_back({severity, lines_[place], 0, std::string(code), std::move(message)});
    }

    const Document& document_;
    std::vector<std::uint32_t> lines_;
    Diagnostics& diagnostics_;
};

std::string_view whyInBoth(const Cue& cue) {
    if (cue.kind == CueKind::Comment)
        return "is a comment, which may be about either language; it is in both";
    if (std::ranges::any_of(linesIn(cue.text.plain), holdsTwoScripts))
        return "has letters of both languages in one line and does not tell where one ends; it is "
               "in both";
    return "does not tell which language it is in; it is in both";
}

void remarkShift(const Document& first,
                 const Document& second,
                 const Startless& startless,
                 Diagnostics& diagnostics) {
    const auto shift = shiftBetween(first, second, startless);
    if (!shift) return;
    const bool isLater = *shift > Time();
    const double seconds = static_cast<double>(shift->nearestMilliseconds()) / 1000;
    diagnostics.push_back(
        {Severity::Warning,
         0,
         0,
         "pair.shifted",
         fmt::format("its cues begin {:.2f} s {} than those of the first track; subs shift "
                     "--by {:.2f}s puts that right",
                     isLater ? seconds : -seconds,
                     isLater ? "later" : "earlier",
                     -seconds)});
}

}  // namespace

void noteNobodys(const Document& first,
                 const Document& second,
                 const Startless& startless,
                 Stacked& told) {
    const std::array<const Document*, 2> documents{&first, &second};
    for (const std::size_t track : {0U, 1U}) {
        Places& alone = told.alone.at(track);
        const std::vector<Cue>& cues = documents.at(track)->cues;
        for (std::size_t i = 0; i < cues.size(); ++i)
            if (isWithoutText(cues[i]) || isStartless(cues[i], startless.at(track)))
                alone.push_back(i);
        std::ranges::sort(alone);
    }
}

void remarkNewFile(std::string_view code, Diagnostics& diagnostics) {
    const Severity severity = hasMoreThanCues(diagnostics) ? Severity::Warning : Severity::Info;
    diagnostics.push_back({severity,
                           0,
                           0,
                           std::string(code),
                           "what is written is a new file, with other fields for texts than this "
                           "one; columns and rows of this one that are no part of a cue are not "
                           "in it"});
}

void remarkPairing(const Document& first,
                   const Document& second,
                   const Startless& startless,
                   const Stacked& told,
                   std::array<Diagnostics, 2>& diagnostics) {
    const std::array<const Document*, 2> documents{&first, &second};
    for (const std::size_t track : {0U, 1U}) {
        Remarks remarks(*documents.at(track), diagnostics.at(track));
        remarks.alone(told.alone.at(track), startless.at(track));
        remarks.all(Severity::Warning,
                    told.cutTags.at(track),
                    "pair.cut-tags",
                    "with karaoke or effects timed from the beginning were cut in two or more, "
                    "each of which begins them anew");
        if (track == 1)
            remarks.each(
                Severity::Info,
                told.apart,
                "pair.apart",
                "is not in the cue of its partner, since one of them has a place or fades "
                "that hold for all of a cue (\\pos, \\fad and the like), or times inside of "
                "its text (karaoke, \\t and the like); they are two cues at their times");
    }
    remarkShift(first, second, startless, diagnostics[1]);
}

void remarkMissing(const Document& document, const Unpaired& told, Diagnostics& diagnostics) {
    Remarks remarks(document, diagnostics);
    for (const std::size_t track : {0U, 1U}) {
        const std::string& language = told.languages.at(track);
        const std::string name =
            language.empty() ? fmt::format("the {} language", track == 0 ? "first" : "second")
                             : language;
        remarks.all(Severity::Warning,
                    told.missing.at(track),
                    "unpair.missing",
                    fmt::format("had no text in {} and went to the other output alone", name));
    }
}

void remarkDoubt(const Document& document,
                 const Unstacked& parts,
                 const ChosenSorter& chosen,
                 Diagnostics& diagnostics) {
    const auto first =
        parts.second.cues.empty() ? std::nullopt : indexOf(document, parts.second.cues.front().id);
    diagnostics.push_back({Severity::Warning,
                           first ? lineOfCue(document, *first) : 0,
                           0,
                           "unpair.uneven",
                           fmt::format("this may be one language in two {}s: {}; it was parted by "
                                       "{} all the same",
                                       nameOf(chosen.by),
                                       *chosen.doubt,
                                       nameOf(chosen.by))});
}

void remarkContrary(const Document& document,
                    const ChosenSorter& chosen,
                    Diagnostics& diagnostics) {
    Remarks(document, diagnostics)
        .each(Severity::Warning,
              chosen.contrary,
              "unpair.contrary",
              fmt::format("is in the letters of one language and in a style of the other; it went "
                          "with its {}",
                          chosen.by == UnpairBy::Style ? "style" : "letters"));
}

void remarkPartedLines(const Document& document,
                       const std::vector<std::size_t>& parted,
                       Diagnostics& diagnostics) {
    Remarks(document, diagnostics)
        .all(Severity::Warning,
             parted,
             "unpair.one-line",
             "had both languages in one line and were parted where the letters change; a name in "
             "Latin letters there goes with the other language");
}

void remarkParting(const Document& document, const Unstacked& told, Diagnostics& diagnostics) {
    Remarks remarks(document, diagnostics);
    for (const std::size_t place : told.inBoth) {
        remarks.each(Severity::Warning, {place}, "unpair.unclear", whyInBoth(document.cues[place]));
    }
    remarks.all(Severity::Info,
                told.guessed,
                "unpair.guessed",
                "had a line without letters below or above one of a language; it was given to the "
                "other language");
}

}  // namespace subs
