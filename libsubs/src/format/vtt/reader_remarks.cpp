// SPDX-License-Identifier: MIT
#include "format/vtt/reader_remarks.h"

#include <subs/time/largest_time.h>

#include <fmt/format.h>

#include <algorithm>

namespace subs::vtt {
namespace {

std::string_view firstLine(std::string_view text, const Block& block) {
    const std::string_view all = text.substr(block.begin, block.end - block.begin);
    return all.substr(0, all.find_first_of("\r\n"));
}

bool isHeadOf(std::string_view line, std::string_view word) {
    return line.starts_with(word) && line.find_first_not_of(" \t", word.size()) == line.npos;
}

}  // namespace

void remarkNoSignature(FileRemarks& remarks) {
    remarks.add(Severity::Error,
                1,
                1,
                "vtt.no-signature",
                "the file does not begin with WEBVTT, so that no player shows it; all of it is "
                "kept, and there are no cues");
}

void remarkNoCues(FileRemarks& remarks) {
    remarks.add(Severity::Warning, 0, 0, "vtt.no-cues", "there is no cue in the file");
}

void remarkNul(FileRemarks& remarks, std::string_view text) {
    const std::size_t nul = text.find('\0');
    if (nul == text.npos) return;
    LineReader lines(text);
    while (lines.nextBegin() <= nul && lines.next()) {
    }
    remarks.add(Severity::Warning,
                lines.number(),
                nul - lines.begin() + 1,
                "vtt.nul",
                "there is a NUL byte in the file; kept, and read as U+FFFD as players do");
}

void remarkBlock(FileRemarks& remarks, std::string_view text, const Block& block) {
    const std::string_view line = firstLine(text, block);
    if (block.kind == BlockKind::BadCue) {
        remarks.add(Severity::Error,
                    block.timeLineNumber,
                    0,
                    "vtt.bad-time",
                    fmt::format("the times cannot be read: \"{}\"; the lines of this cue are kept "
                                "as they are, it is not shown",
                                shownBeginning(block.timeLine.of(text))));
    }
    if (block.kind == BlockKind::Header &&
        text.substr(block.begin, block.end - block.begin).find("X-TIMESTAMP-MAP") != text.npos)
        remarks.add(Severity::Info,
                    block.line,
                    0,
                    "vtt.timestamp-map",
                    "the header maps the times to those of a stream; kept, not applied");
    if (block.kind != BlockKind::Other) return;
    if (isHeadOf(line, "STYLE") || isHeadOf(line, "REGION"))
        remarks.add(Severity::Warning,
                    block.line,
                    0,
                    "vtt.late-block",
                    "styles and regions stand before the first cue, here players pass over them; "
                    "kept in its place");
    else
        remarks.addHabit(Severity::Warning,
                         block.line,
                         0,
                         "vtt.stray-text",
                         "there is text without times; kept in its place, not shown");
}

void remarkTimes(FileRemarks& remarks, const Block& block) {
    const TimeLine& times = block.times;
    const std::size_t column = times.startAt.begin + 1;
    if (isTooLarge(times.start) || isTooLarge(times.end))
        remarks.add(Severity::Warning,
                    block.timeLineNumber,
                    column,
                    "vtt.time-too-large",
                    "a time is too large to be worked with; kept as written");
    else if (times.end < times.start)
        remarks.add(Severity::Warning,
                    block.timeLineNumber,
                    column,
                    "vtt.end-before-start",
                    "the end is before the start; kept as written");
    else if (times.end == times.start)
        remarks.add(Severity::Warning,
                    block.timeLineNumber,
                    column,
                    "vtt.zero-duration",
                    "the cue has no duration; kept as written");
}

void remarkSetting(FileRemarks& remarks,
                   std::string_view text,
                   const Block& block,
                   std::string_view word) {
    const auto at = static_cast<std::size_t>(word.data() - text.data()) - block.timeLine.begin;
    remarks.addHabit(Severity::Warning,
                     block.timeLineNumber,
                     at + 1,
                     "vtt.bad-setting",
                     "a setting means nothing; kept, not applied",
                     shownBeginning(word));
}

void remarkBody(FileRemarks& remarks,
                const Block& block,
                std::string_view markup,
                const CueBody& body) {
    if (markup.empty())
        remarks.add(Severity::Warning,
                    block.timeLineNumber,
                    0,
                    "vtt.empty-cue",
                    "the cue has no text; kept");
    std::uint32_t line = block.bodyLine;
    std::size_t lineBegin = 0;
    std::size_t from = 0;
    for (const std::size_t at : body.ignored) {
        const std::string_view before = markup.substr(from, at - from);
        line += static_cast<std::uint32_t>(std::ranges::count(before, '\n'));
        if (const std::size_t end = before.rfind('\n'); end != before.npos)
            lineBegin = from + end + 1;
        from = at;
        remarks.addHabit(Severity::Info,
                         line,
                         at - lineBegin + 1,
                         "vtt.ignored-tag",
                         "a tag means nothing where it stands; kept, not shown",
                         shownBeginning(markup.substr(at, markup.find('>', at) - at + 1)));
    }
    if (body.unclosed > 0)
        remarks.addHabit(Severity::Info,
                         block.bodyLine,
                         0,
                         "vtt.unclosed-tag",
                         "a tag is not closed; it holds to the end of the cue");
}

}  // namespace subs::vtt
