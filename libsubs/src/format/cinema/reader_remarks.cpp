// SPDX-License-Identifier: MIT
#include "format/cinema/reader_remarks.h"

#include <subs/text/language_tag.h>
#include <subs/time/largest_time.h>

#include "format/xml/words.h"
#include "format/xml/xml_remarks.h"

#include <fmt/format.h>

namespace subs::cinema {
namespace {

constexpr XmlCodes kCodes{"cinema.not-well-formed",
                          "cinema.undeclared-prefix",
                          "cinema.declarations",
                          "cinema.limit",
                          "cinema.bad-character",
                          "cinema.encoding"};

struct Remark {
    Severity severity;
    std::string_view code;
    std::string_view message;
};

Remark remarkOf(SpotFlaw::Kind kind) {
    switch (kind) {
        case SpotFlaw::Kind::Time:
            return {Severity::Error,
                    "cinema.bad-time",
                    "a time cannot be read; kept as it is, and read as if it were not there"};
        case SpotFlaw::Kind::TimeBeyond:
            return {Severity::Warning,
                    "cinema.unit-beyond-second",
                    "a time has more units than a second has; read as if they went on counting"};
        case SpotFlaw::Kind::Value:
            return {Severity::Warning,
                    "cinema.bad-value",
                    "the value of an attribute means nothing; kept, not applied"};
        case SpotFlaw::Kind::Rate:
            return {Severity::Error,
                    "cinema.bad-rate",
                    "the rate of the file means nothing; kept, and its times are read as 24 units "
                    "a second, or as --fps says"};
        case SpotFlaw::Kind::Vertical:
            break;
    }
    return {
        Severity::Info, "cinema.vertical", "a text is written downwards; kept, and read as a line"};
}

bool isStartZero(std::string_view start) {
    const auto code = timeCodeIn(start);
    return start.empty() || (code && timeOf(*code, Units()) == Time());
}

void remarkRate(FileRemarks& remarks, const Reel& reel) {
    if (reel.dialect != Dialect::Dcdm) return;
    if (!reel.hasKnownRate && reel.editRate.empty() && reel.timeCodeRate.empty())
        remarks.add(Severity::Warning,
                    0,
                    0,
                    "cinema.no-rate",
                    "the file does not say how many units a second has; read as 24, or as --fps "
                    "says");
    if (reel.units.perSecond.denominator() != 1)
        remarks.add(Severity::Warning,
                    0,
                    0,
                    "cinema.edit-rate",
                    fmt::format("the file has {} units a second, which no cinema shows; times are "
                                "read exactly so",
                                formatted(reel.units.perSecond)));
}

}  // namespace

void remarkXml(FileRemarks& remarks, const XmlFlaw& flaw) {
    subs::remarkXml(remarks, flaw, kCodes);
}

void remarkFlaw(FileRemarks& remarks, const SpotFlaw& flaw) {
    const Remark remark = remarkOf(flaw.kind);
    remarks.addHabit(
        remark.severity, flaw.line, 0, remark.code, remark.message, shownBeginning(flaw.detail));
}

void remarkCue(FileRemarks& remarks, const ReadCue& read) {
    const auto add = [&](Severity severity, std::string_view code, std::string_view message) {
        remarks.addHabit(severity, read.spot.line, 0, code, message);
    };
    const Cue& cue = read.cue;
    if (isTooLarge(cue.start) || (cue.end && isTooLarge(*cue.end)))
        add(Severity::Warning,
            "cinema.time-too-large",
            "a time is too large to be worked with; kept as written");
    else if (cue.end && *cue.end < cue.start)
        add(Severity::Warning,
            "cinema.end-before-start",
            "the end is before the start; kept as written");
    else if (cue.end && *cue.end == cue.start)
        add(Severity::Warning, "cinema.zero-duration", "the cue has no duration; kept as written");
    if (!read.spot.pictures.empty())
        add(Severity::Warning,
            "cinema.picture",
            "there is a picture in place of a text; kept, not read");
    else if (cue.text.plain.empty())
        add(Severity::Warning, "cinema.empty-cue", "the cue has no text; kept");
}

void remarkFile(FileRemarks& remarks,
                std::string_view text,
                const Encoding& encoding,
                const Reel& reel,
                const Document& document) {
    remarkEncoding(remarks, text, encoding, kCodes);
    if (!reel.isCinema)
        return remarks.add(Severity::Error,
                           1,
                           0,
                           "cinema.no-reel",
                           "there is no SubtitleReel or DCSubtitle element around the file, so "
                           "that no server shows it; all of it is kept, and there are no cues");
    if (document.cues.empty())
        remarks.add(Severity::Warning, 0, 0, "cinema.no-cues", "there is no cue in the file");
    else
        remarkRate(remarks, reel);
    if (reel.language.empty())
        remarks.add(Severity::Warning,
                    0,
                    0,
                    "cinema.no-language",
                    "the file does not name its language, which servers need");
    else if (nearestLanguageTag(reel.language).empty())
        remarks.add(Severity::Info,
                    0,
                    0,
                    "cinema.unknown-language",
                    fmt::format("\"{}\" is no language that is known; kept as it is",
                                shownBeginning(reel.language)));
    if (!isStartZero(reel.startTime))
        remarks.add(Severity::Warning,
                    0,
                    0,
                    "cinema.start-time",
                    fmt::format("the reel begins at {}, and in a cinema package it has to begin "
                                "at 0; times are read as they are written",
                                shownBeginning(reel.startTime)));
}

}  // namespace subs::cinema
