// SPDX-License-Identifier: MIT
#include "format/ass/remarks.h"

#include <subs/base/utf8.h>

#include "format/ass/ascii.h"

#include <fmt/format.h>

namespace subs::ass {
namespace {

/// The beginning of a text for a message.
std::string quoted(std::string_view text) {
    constexpr std::size_t kMost = 40;
    std::size_t length = std::min(text.size(), kMost);
    while (length < text.size() && length > 0 &&
           (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80)
        --length;
    return fmt::format(
        "\"{}{}\"", withReplacements(text.substr(0, length)), length < text.size() ? "..." : "");
}

std::uint32_t columnOf(std::string_view line, const char* place) {
    return static_cast<std::uint32_t>(place - line.data()) + 1;
}

std::string fieldAt(std::string_view line, const char* place) {
    return quoted(
        trimmed(FieldReader(line.substr(static_cast<std::size_t>(place - line.data()))).next()));
}

}  // namespace

void Remarks::add(Severity severity,
                  std::uint32_t column,
                  std::string_view code,
                  std::string message) {
    diagnostics.push_back({severity, line, column, std::string(code), std::move(message)});
}

void Remarks::strayLine(Section section, std::string_view text) {
    const std::string_view where =
        section == Section::None ? "stands before the first section" : "is not understood";
    add(Severity::Warning,
        0,
        "ass.stray-line",
        fmt::format("the line {} {}; kept as written", quoted(text), where));
}

void Remarks::unknownSection(std::string_view head) {
    add(Severity::Info,
        0,
        "ass.unknown-section",
        fmt::format("the section {} is not known; kept as written", quoted(trimmed(head))));
}

void Remarks::badFormatLine() {
    add(Severity::Warning,
        0,
        "ass.bad-format-line",
        "the Format line does not name the columns that are needed; the usual ones were taken");
}

void Remarks::columnsWithoutTimes(const EventLayout& layout) {
    const bool hasStart = hasColumn(layout, EventField::Start);
    const bool hasEnd = hasColumn(layout, EventField::End);
    if (hasStart && hasEnd) return;
    add(Severity::Warning,
        0,
        "ass.no-time-column",
        fmt::format(
            "the Format line names no {}, so that players show nothing; the events are read "
            "{}",
            hasStart ? "End" : (hasEnd ? "Start" : "Start and no End"),
            hasStart ? "without an end" : "as if they began at 0"));
}

void Remarks::columnsBehindText(std::string_view formatLine) {
    FieldReader columns(formatLine.substr(formatLine.find(':') + 1));
    while (!columns.atEnd() && !sameWord(trimmed(columns.next()), "Text")) {
    }
    if (columns.atEnd()) return;
    add(Severity::Warning,
        0,
        "ass.text-not-last",
        "the Format line has columns behind Text; they were read as part of the text");
}

void Remarks::repeatedColumn(std::string_view formatLine) {
    const std::string_view name = repeatedEventColumn(formatLine.substr(formatLine.find(':') + 1));
    if (name.empty()) return;
    add(Severity::Warning,
        0,
        "ass.repeated-column",
        fmt::format("the Format line has a further column for what {} holds, and the last counts, "
                    "as in players; the others are kept as written, not used",
                    quoted(name)));
}

void Remarks::styleRead(const StyleRead& read, std::string_view text) {
    if (read.missingFields) {
        add(Severity::Warning,
            0,
            "ass.missing-fields",
            "the style has fewer fields than the Format line; the missing ones were given usual values");
    }
    const auto bad = [&](const BadField& field, std::string_view code, std::string_view what) {
        if (field.column.empty()) return;
        add(Severity::Warning,
            columnOf(text, field.text.data()),
            code,
            fmt::format("{} is not {}; a usual value was taken", quoted(field.text), what));
    };
    bad(read.badColor, "ass.bad-color", "a colour");
    bad(read.badAlignment, "ass.bad-alignment", "an alignment");
    bad(read.badNumber, "ass.bad-number", "a number");
}

void Remarks::duplicateStyle(std::string_view name) {
    add(Severity::Warning,
        0,
        "ass.duplicate-style",
        fmt::format("there is a style {} already; both were kept and the later one counts",
                    quoted(name)));
}

void Remarks::unknownStyle(std::string_view name, std::uint32_t firstLine) {
    line = firstLine;
    add(Severity::Warning,
        0,
        "ass.unknown-style",
        fmt::format("there is no style {}; players take Default", quoted(name)));
}

void Remarks::eventRead(const EventRead& read, std::string_view text) {
    if (read.missingFields) {
        add(Severity::Warning,
            0,
            "ass.missing-fields",
            "the event has fewer fields than the Format line; the missing ones are empty");
    }
    if (read.badStart) {
        const std::string typed = fieldAt(text, read.badStart);
        add(Severity::Warning,
            columnOf(text, read.badStart),
            "ass.bad-time",
            fmt::format("{}; taken as 0:00:00.00, which another format gets; kept as written",
                        typed == quoted({}) ? "there is no start"
                                            : fmt::format("the start {} cannot be read", typed)));
    }
    if (read.badEnd) {
        add(Severity::Warning,
            columnOf(text, read.badEnd),
            "ass.bad-time",
            fmt::format("the end {} cannot be read; taken as absent and kept as written",
                        fieldAt(text, read.badEnd)));
    }
    if (read.oddTime) {
        add(Severity::Info,
            columnOf(text, read.oddTime),
            "ass.odd-time",
            fmt::format(
                "the time {} is not spelt H:MM:SS.cc; read by its value and kept as written",
                fieldAt(text, read.oddTime)));
    }
    if (read.badNumber) {
        add(Severity::Warning,
            columnOf(text, read.badNumber),
            "ass.bad-number",
            fmt::format("{} is not a number; taken as 0 and kept as written",
                        fieldAt(text, read.badNumber)));
    }
    if (read.unclosedBrace) {
        add(Severity::Warning,
            0,
            "ass.unclosed-brace",
            "an opening brace has no closing one; shown as text, as players do");
    }
}

void Remarks::times(const Cue& cue) {
    if (cue.start < Time() || (cue.end && *cue.end < Time())) {
        add(Severity::Warning, 0, "ass.negative-time", "the time is negative; kept as written");
    }
    if (cue.end && *cue.end < cue.start) {
        add(Severity::Warning,
            0,
            "ass.end-before-start",
            "the end is before the start; kept as written");
    }
}

void Remarks::noInfo() {
    line = 0;
    add(Severity::Info,
        0,
        "ass.no-script-info",
        "there is no [Script Info] section; usual values were taken");
}

void Remarks::noEvents() {
    line = 0;
    add(Severity::Warning,
        0,
        "ass.no-events",
        "there is no [Events] section, so there are no cues");
}

void Remarks::noCanvas(const Canvas& canvas) {
    line = 0;
    add(Severity::Info,
        0,
        "ass.no-canvas",
        fmt::format("PlayResX or PlayResY is missing; {} x {} was taken, as players do",
                    canvas.width,
                    canvas.height));
}

}  // namespace subs::ass
