// SPDX-License-Identifier: MIT
#include "format/sheet/reader_remarks.h"

#include <subs/time/largest_time.h>

#include "format/lines/clock.h"

#include <fmt/format.h>

namespace subs::sheet {

TableRemarks::Codes::Codes(std::string_view id)
    : badTime(fmt::format("{}.bad-time", id)),
      noTime(fmt::format("{}.no-time", id)),
      badEnd(fmt::format("{}.bad-end", id)),
      noRate(fmt::format("{}.no-rate", id)),
      badValue(fmt::format("{}.bad-value", id)),
      guarded(fmt::format("{}.guarded", id)),
      empty(fmt::format("{}.empty-cue", id)),
      nul(fmt::format("{}.nul", id)),
      openQuote(fmt::format("{}.open-quote", id)),
      behindQuotes(fmt::format("{}.letters-behind-quotes", id)),
      unknown(fmt::format("{}.unknown-column", id)) {}

TableRemarks::TableRemarks(const Dialect& dialect) : dialect_(dialect), codes_(dialect.id) {}

/// The rows of a workbook have numbers of their own.
std::uint32_t TableRemarks::lineOf(const RowReader& row) const {
    if (dialect_.firstCell == FirstCell::Plain) return row.number();
    std::size_t at = 0;
    return static_cast<std::uint32_t>(lines::takeNumber(row.value(0), at).value_or(0));
}

void TableRemarks::noColumns() {
    remarks_.add(
        Severity::Error,
        1,
        0,
        fmt::format("{}.no-columns", dialect_.id),
        fmt::format("which columns hold times and texts is not known; {}", neededColumns()));
}

void TableRemarks::noNames() {
    remarks_.add(Severity::Info,
                 0,
                 0,
                 fmt::format("{}.no-names", dialect_.id),
                 "there is no row with the names of the columns; which hold times and texts was "
                 "told from what is in them");
}

void TableRemarks::noCues() {
    hasNoCues_ = true;
    remarks_.add(Severity::Warning,
                 0,
                 0,
                 fmt::format("{}.no-cues", dialect_.id),
                 "there is no cue in the file");
}

void TableRemarks::columns(const RowReader& row, const Columns& columns) {
    for (std::size_t i = dialect_.cuesFrom(); i < columns.size(); ++i) {
        const std::string name = row.value(i);
        if (columns.all()[i].role != Role::Unknown || name.empty()) continue;
        remarks_.addHabit(
            Severity::Info,
            lineOf(row),
            0,
            codes_.unknown,
            "a column is for nothing that a cue has; kept in this file and in no other",
            shownBeginning(name));
    }
}

void TableRemarks::row(const RowReader& row, const RowCue& read) {
    if (row.isBlank(dialect_.cuesFrom())) return;
    const std::uint32_t line = lineOf(row);
    if (row.hasOpenQuote())
        remarks_.addHabit(Severity::Warning,
                          line,
                          0,
                          codes_.openQuote,
                          "a cell begins with a quote that nothing closes; read as a letter of it");
    if (row.hasLettersBehindQuotes())
        remarks_.addHabit(Severity::Warning,
                          line,
                          0,
                          codes_.behindQuotes,
                          "a cell goes on behind the quote that closes it; read as it is written, "
                          "with its quotes");
    if (read.cue) return cue(line, read);
    kept(line, row, read.flaw);
}

void TableRemarks::kept(std::uint32_t line, const RowReader& row, Flaw flaw) {
    std::string shown;
    for (std::size_t i = dialect_.cuesFrom(); i < row.cells().size() && shown.empty(); ++i)
        shown = row.value(i);
    const auto habit = [&](std::string_view code, std::string_view message) {
        remarks_.addHabit(Severity::Warning, line, 0, code, message, shownBeginning(shown));
    };
    switch (flaw) {
        case Flaw::NoTime:
            return habit(codes_.noTime, "a row has no start; kept in its place, not shown");
        case Flaw::NoRate:
            hasNoRate_ = true;
            return habit(codes_.noRate,
                         "a row counts frames, and how many a second has stands in no column "
                         "\"fps\" and was not asked for (--fps); kept, not shown");
        default:
            return habit(codes_.badTime,
                         "the start of a row is no time as 01:02:03.456; kept in its place, not "
                         "shown");
    }
}

void TableRemarks::cue(std::uint32_t line, const RowCue& read) {
    times(line, *read.cue);
    const auto habit = [&](Severity severity, std::string_view code, std::string_view message) {
        remarks_.addHabit(severity, line, 0, code, message);
    };
    if (read.flaw == Flaw::BadEnd)
        habit(Severity::Warning, codes_.badEnd, "the end is no time; kept as written, not used");
    if (read.flaw == Flaw::NoRate)
        habit(Severity::Warning,
              codes_.noRate,
              "an end counts frames, and how many a second has stands in no column \"fps\" and was "
              "not asked for (--fps); kept as written, not used");
    badCells(line, read);
    if (read.wasGuarded)
        habit(Severity::Info,
              codes_.guarded,
              "an apostrophe that keeps a spreadsheet from taking a text for a formula is not part "
              "of it");
    if (read.cue->text.plain.empty())
        habit(Severity::Warning, codes_.empty, "the cue has no text; kept");
    if (read.cue->text.plain.find('\0') != std::string::npos)
        habit(Severity::Warning, codes_.nul, "there is a NUL byte; kept");
}

/// Of what is no end, which has remarks of its own.
void TableRemarks::badCells(std::uint32_t line, const RowCue& read) {
    for (const BadCell& cell : read.bad) {
        const bool isEnd =
            cell.role == Role::End || cell.role == Role::Duration || cell.role == Role::EndFrame;
        if (isEnd) continue;
        remarks_.addHabit(
            Severity::Warning,
            line,
            0,
            codes_.badValue,
            "a value of the row means nothing in its column; kept as written, not used",
            shownCell(cell));
    }
}

/// Where all rows count frames at no known rate, the file is as good as unreadable.
Diagnostics TableRemarks::take() {
    Diagnostics all = remarks_.take();
    for (Diagnostic& remark : all)
        if (hasNoRate_ && hasNoCues_ && remark.code == codes_.noRate)
            remark.severity = Severity::Error;
    return all;
}

void TableRemarks::times(std::uint32_t line, const Cue& cue) {
    const auto warn = [&](std::string_view what, std::string message) {
        remarks_.add(Severity::Warning,
                     line,
                     0,
                     fmt::format("{}.{}", dialect_.id, what),
                     std::move(message));
    };
    if (isTooLarge(cue.start) || (cue.end && isTooLarge(*cue.end)))
        warn("time-too-large", "a time is too large to be worked with; kept as written");
    else if (cue.end && *cue.end < cue.start)
        warn("end-before-start", "the end is before the start; kept as written");
    else if (cue.end && *cue.end == cue.start)
        warn("zero-duration", "the cue has no duration; kept as written");
}

}  // namespace subs::sheet
