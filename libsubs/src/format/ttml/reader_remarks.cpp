// SPDX-License-Identifier: MIT
#include "format/ttml/reader_remarks.h"

#include <subs/text/newline.h>
#include <subs/time/largest_time.h>

#include "format/xml/xml_remarks.h"

namespace subs::ttml {
namespace {

constexpr XmlCodes kCodes{"ttml.not-well-formed",
                          "ttml.undeclared-prefix",
                          "ttml.declarations",
                          "ttml.limit",
                          "ttml.bad-character",
                          "ttml.encoding"};

struct Remark {
    Severity severity;
    std::string_view code;
    std::string_view message;
};

Remark remarkOf(ContentFlaw::Kind kind) {
    switch (kind) {
        case ContentFlaw::Kind::Time:
            return {Severity::Error,
                    "ttml.bad-time",
                    "a time cannot be read; kept as it is, and read as if it were not there"};
        case ContentFlaw::Kind::Parameter:
            return {Severity::Warning,
                    "ttml.bad-parameter",
                    "a parameter of the file means nothing; kept, and the usual value is taken"};
        case ContentFlaw::Kind::StyleValue:
            return {Severity::Info,
                    "ttml.bad-style-value",
                    "the value of a style means nothing; kept, not applied"};
        case ContentFlaw::Kind::UnknownStyle:
            return {Severity::Warning,
                    "ttml.unknown-style",
                    "there is no style of that name; kept, not applied"};
        case ContentFlaw::Kind::UnknownRegion:
            return {Severity::Warning,
                    "ttml.unknown-region",
                    "there is no region of that name; kept, and read as if it were not there"};
        case ContentFlaw::Kind::Picture:
            return {Severity::Warning,
                    "ttml.picture",
                    "there is a picture in place of a text; kept, not read"};
        case ContentFlaw::Kind::UnknownElement:
            return {Severity::Warning,
                    "ttml.unknown-element",
                    "there is no such element in TTML, players may not show what is in it; kept, "
                    "and its text is read"};
        case ContentFlaw::Kind::ForeignText:
            return {Severity::Warning,
                    "ttml.foreign-text",
                    "there is text in an element that is not of TTML, and is not shown; kept, not "
                    "read"};
        case ContentFlaw::Kind::Unclosed:
            break;
    }
    return {Severity::Error,
            "ttml.unclosed",
            "a paragraph begins inside of another; the one before is taken to end here"};
}

std::string_view reasonFor(Hidden hidden) {
    switch (hidden) {
        case Hidden::NotDisplayed:
            return "tts:display hides it";
        case Hidden::NoRegion:
            return "it goes to no region, and the layout has some";
        case Hidden::TornRegion:
            return "it goes to another region than what is around it";
        default:
            return "its region is not active then";
    }
}

/// What a cue hides, or its region does.
void remarkHidden(FileRemarks& remarks, const ReadCue& read, std::uint32_t line) {
    const ParagraphText& text = read.text;
    if (text.hidden != Hidden::No)
        remarks.addHabit(Severity::Warning,
                         line,
                         0,
                         "ttml.never-shown",
                         "the cue is never shown; kept, and read as any other",
                         reasonFor(text.hidden));
    if (read.isCutByRegion)
        remarks.addHabit(Severity::Info,
                         line,
                         0,
                         "ttml.region-time",
                         "the cue's region is active for a part of its time only; read as cut off "
                         "with that, kept as written");
    if (!text.hiddenPart.empty())
        remarks.addHabit(Severity::Info,
                         line,
                         0,
                         "ttml.hidden-text",
                         "a part of the cue's text is never shown (tts:display); kept, not read",
                         shownBeginning(text.hiddenPart));
    if (!text.timelessPart.empty())
        remarks.addHabit(Severity::Info,
                         line,
                         0,
                         "ttml.hidden-text",
                         "a text directly in a sequence is shown for no time; kept, not read",
                         shownBeginning(text.timelessPart));
}

bool isWarned(const ReadCue& read, const ContentElement& element) {
    return !element.timing.isReached ||
           (element.timing.limit && element.timing.said.end &&
            *element.timing.limit < *element.timing.said.end) ||
           (element.timing.limit && *element.timing.limit < element.timing.said.begin &&
            read.cue.end && *read.cue.end == read.cue.start);
}

}  // namespace

void remarkXml(FileRemarks& remarks, const XmlFlaw& flaw) {
    subs::remarkXml(remarks, flaw, kCodes);
}

void remarkFlaw(FileRemarks& remarks, const ContentFlaw& flaw) {
    const Remark remark = remarkOf(flaw.kind);
    remarks.addHabit(
        remark.severity, flaw.line, 0, remark.code, remark.message, shownBeginning(flaw.detail));
}

void remarkCue(FileRemarks& remarks, const ReadCue& read) {
    const ContentElement& element = read.paragraph.elements[read.element];
    const auto add = [&](Severity severity, std::string_view code, std::string_view message) {
        remarks.addHabit(severity, element.line, 0, code, message);
    };
    const Cue& cue = read.cue;
    const Time end = cue.end.value_or(kLargestTime);
    if (isTooLarge(cue.start) || (cue.end && isTooLarge(end)))
        add(Severity::Warning,
            "ttml.time-too-large",
            "a time is too large to be worked with; kept as written");
    else if (end < cue.start)
        add(Severity::Warning,
            "ttml.end-before-start",
            "the end is before the start; kept as written");
    else if (isWarned(read, element))
        add(Severity::Warning,
            "ttml.outside-container",
            "what is around the cue ends before it; read as cut off there, kept as written");
    else if (end == cue.start)
        add(Severity::Warning, "ttml.zero-duration", "the cue has no duration; kept as written");
    remarkHidden(remarks, read, element.line);
    if (cue.text.plain.empty())
        add(Severity::Warning, "ttml.empty-cue", "the cue has no text; kept");
    if (!read.text.lostEnd.empty())
        add(Severity::Info,
            "ttml.inner-end",
            "a part of the cue's text is gone before its end; kept, and read as if it stayed");
}

void remarkFile(FileRemarks& remarks,
                std::string_view text,
                const Encoding& encoding,
                const Head& head,
                const Document& document) {
    if (!head.isTt)
        return remarks.add(Severity::Error,
                           1,
                           0,
                           "ttml.no-tt",
                           "there is no tt element around the file, so that no player shows it; "
                           "all of it is kept, and there are no cues");
    if (document.cues.empty())
        remarks.add(Severity::Warning, 0, 0, "ttml.no-cues", "there is no cue in the file");
    if (head.parameters.isDiscontinuous)
        remarks.add(Severity::Warning,
                    0,
                    0,
                    "ttml.discontinuous",
                    "time codes are marks on the film by ttp:markerMode; read as if they counted");
    remarkEncoding(remarks, text, encoding, kCodes);
}

}  // namespace subs::ttml
