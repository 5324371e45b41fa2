// SPDX-License-Identifier: MIT
#include "format/srt/reader_remarks.h"

#include <subs/text/newline.h>

#include <fmt/format.h>

#include <string>
#include <utility>

namespace subs::srt {
namespace {

void remarkOddities(Remarks& remarks, std::uint32_t line, const TimeLine& times) {
    constexpr std::pair<Oddity, Habit> kHabitOf[] = {{kPointForComma, Habit::PointForComma},
                                                     {kFractionLength, Habit::FractionLength},
                                                     {kNoHours, Habit::NoHours},
                                                     {kOddArrow, Habit::OddArrow},
                                                     {kSpaces, Habit::Spaces}};
    for (const auto& [oddity, habit] : kHabitOf) {
        if (times.oddities & oddity) remarks.addHabit(habit, line, times.startAt.begin + 1);
    }
}

/// True where a line of `plain` begins with nothing or with what may be part of a blank line.
bool mayHaveBlankLine(std::string_view plain) {
    for (std::size_t at = plain.find('\n'); at != std::string_view::npos;
         at = plain.find('\n', at + 1)) {
        if (at + 1 == plain.size()) return true;
        const char next = plain[at + 1];
        if (next == '\n' || next == ' ' || next == '\t' || next == '\xEF') return true;
    }
    return false;
}

/// The number from 1 of the first blank line behind a line of text, 0 where there is none.
std::uint32_t blankLineIn(std::string_view body) {
    bool begun = false;
    for (LineReader lines(body); lines.next();) {
        const bool blank = trimmed(lines.line()).empty();
        if (blank && begun) return lines.number();
        begun = begun || !blank;
    }
    return 0;
}

}  // namespace

void remarkTimes(Remarks& remarks, std::uint32_t line, const TimeLine& times) {
    const auto remark = [&](std::string_view code, std::string_view message) {
        remarks.add(Severity::Warning, line, times.startAt.begin + 1, code, std::string(message));
    };
    if (times.oddities != 0) remarkOddities(remarks, line, times);
    if (times.oddities & kOutOfRange)
        remark("srt.time-out-of-range", "a time has 60 or more minutes or seconds; counted on");
    if (times.oddities & kTooLarge) {
        return remark("srt.time-too-large",
                      "a time is too large to be worked with; kept as written");
    }
    const Time end = times.end.value_or(times.start);
    if (times.start < Time() || end < Time())
        remark("srt.negative-time", "a time lies before 0; kept as written");
    if (!times.end)
        return remark("srt.bad-end",
                      "the end of the cue cannot be read; kept as written, the cue has no end");
    if (end < times.start)
        remark("srt.end-before-start", "the end is before the start; kept as written");
    if (end == times.start) remark("srt.zero-duration", "the cue has no duration; kept as written");
}

void remarkDamaged(Remarks& remarks, std::uint32_t line, std::string_view content) {
    remarks.add(
        Severity::Error,
        line,
        0,
        "srt.bad-time",
        fmt::format(
            "the times cannot be read: \"{}\"; the lines of this cue are kept as they are, it is not shown",
            shownBeginning(trimmed(content))));
}

void remarkWordLabel(Remarks& remarks, std::uint32_t line, std::string_view label) {
    remarks.add(
        Severity::Info,
        line,
        0,
        "srt.number-not-numeric",
        fmt::format("\"{}\" stands where the cue's number should; kept as its label", label));
}

void remarkEmpty(Remarks& remarks, std::uint32_t firstLine) {
    remarks.add(Severity::Warning, firstLine - 1, 0, "srt.empty-cue", "the cue has no text; kept");
}

void remarkBody(Remarks& remarks,
                std::uint32_t firstLine,
                std::string_view body,
                const CueText& text,
                const std::vector<MarkupRemark>& markup) {
    if (text.plain.empty() && text.spans.empty()) return remarkEmpty(remarks, firstLine);
    if (mayHaveBlankLine(text.plain)) {
        if (const std::uint32_t blank = blankLineIn(body); blank != 0) {
            remarks.addHabit(Habit::BlankLine, firstLine + blank - 1, 0);
        }
    }
    LineReader lines(body);
    for (const MarkupRemark& remark : markup) {
        while (lines.nextBegin() <= remark.at && lines.next()) {
        }
        remarks.addHabit(remark.flaw,
                         firstLine + lines.number() - 1,
                         remark.at - lines.begin() + 1,
                         shownBeginning(remark.markup));
    }
}

void remarkStrayText(Remarks& remarks) {
    remarks.add(Severity::Warning,
                1,
                0,
                "srt.stray-text",
                "there is text before the first cue; kept in its place, not shown");
}

void remarkTruncated(Remarks& remarks, std::uint32_t line) {
    remarks.add(
        Severity::Error,
        line,
        0,
        "srt.truncated",
        "the file breaks off inside the times of a cue; what is there of it is kept, it is not shown");
}

void remarkNoCues(Remarks& remarks) {
    remarks.add(Severity::Error,
                0,
                0,
                "srt.no-cues",
                "there is no cue in the file; all of it is kept as it is");
}

void remarkNul(Remarks& remarks, std::string_view text, std::uint32_t lineBase) {
    const std::size_t nul = text.find('\0');
    if (nul == std::string_view::npos) return;
    LineReader lines(text);
    while (lines.nextBegin() <= nul && lines.next()) {
    }
    remarks.add(Severity::Warning,
                lineBase + lines.number(),
                nul - lines.begin() + 1,
                "srt.nul",
                "there is a NUL byte in the file; kept");
}

}  // namespace subs::srt
