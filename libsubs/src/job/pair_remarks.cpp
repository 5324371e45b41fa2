// SPDX-License-Identifier: MIT
#include "job/pair_remarks.h"

#include <subs/base/counted.h>
#include <subs/edit/partner_times.h>
#include <subs/job/cue_lines.h>
#include <subs/time/clock.h>

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace subs {
namespace {

using Places = std::vector<std::size_t>;

/// Remarks about cues of one document.
class Remarks {
public:
    Remarks(const Document& document, Diagnostics& diagnostics)
        : document_(document), lines_(cueLinesOf(document)), diagnostics_(diagnostics) {}

    /// One for each cue: "cue 3 at 00:00:01.000 has no partner".
    void each(const Places& places, std::string_view code, std::string_view what) {
        for (const std::size_t place : places)
            add(Severity::Warning, place, code, fmt::format("{} {}", named(place), what));
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

void remarkShift(const Document& first, const Document& second, Diagnostics& diagnostics) {
    const auto shift = shiftBetween(first, second);
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

/// True where a file says anything besides its cues and styles.
bool hasMore(const Document& document) {
    if (!document.origin) return false;
    for (std::size_t i = 0; i < document.origin->pieces.size(); ++i) {
        const PieceKind kind = document.origin->pieces[i].kind;
        if (kind != PieceKind::Raw && kind != PieceKind::Section) continue;
        const std::string_view stretch = document.origin->stretch(i);
        if (stretch.find_first_not_of(" \t\r\n") != std::string_view::npos) return true;
    }
    return false;
}

}  // namespace

void remarkPairing(const Document& first,
                   const Document& second,
                   const Stacked& told,
                   std::array<Diagnostics, 2>& diagnostics) {
    const std::array<const Document*, 2> documents{&first, &second};
    for (const std::size_t track : {0U, 1U}) {
        Remarks remarks(*documents.at(track), diagnostics.at(track));
        remarks.each(told.alone.at(track),
                     "pair.alone",
                     "has no partner in the other track; it stands alone");
        remarks.all(Severity::Info,
                    told.moved.at(track),
                    "pair.moved",
                    "got other times, those of the other track");
        remarks.all(Severity::Warning,
                    told.cutTags.at(track),
                    "pair.cut-tags",
                    "with karaoke or effects timed from the beginning were cut in two or more, "
                    "each of which begins them anew");
        if (track == 1)
            remarks.all(Severity::Warning,
                        told.lookLost,
                        "pair.look",
                        "had a style, a place or settings of their own, and have those of the cue "
                        "that they were put into");
    }
    remarkShift(first, second, diagnostics[1]);
    if (hasMore(second))
        diagnostics[1].push_back({Severity::Info,
                                  0,
                                  0,
                                  "pair.header",
                                  "what the file has besides cues and styles (its header, notes) "
                                  "is not in the result, which has that of the first file"});
}

void remarkParting(const Document& document, const Unstacked& told, Diagnostics& diagnostics) {
    Remarks remarks(document, diagnostics);
    remarks.each(
        told.inBoth, "unpair.unclear", "does not tell which language it is in; it is in both");
    remarks.all(Severity::Info,
                told.guessed,
                "unpair.guessed",
                "had a line without letters below or above one of a language; it was given to the "
                "other language");
}

}  // namespace subs
