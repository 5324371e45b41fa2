// SPDX-License-Identifier: MIT
#pragma once

#include "format/file_remarks.h"
#include "format/sheet/row.h"

#include <string>
#include <string_view>

namespace subs::sheet {

/// What the reader says of a table. Codes begin with the id of the format: "csv.bad-time".
class TableRemarks {
public:
    explicit TableRemarks(const Dialect& dialect);

    void noColumns();
    void noNames();
    void noCues();
    /// Of the row that names `columns`.
    void columns(const RowReader& row, const Columns& columns);
    void row(const RowReader& row, const RowCue& read);
    Diagnostics take();

private:
    /// Of rows that are no cues.
    void kept(std::uint32_t line, const RowReader& row, Flaw flaw);
    void cue(std::uint32_t line, const RowCue& read);
    void times(std::uint32_t line, const Cue& cue);
    std::uint32_t lineOf(const RowReader& row) const;

    void badCells(std::uint32_t line, const RowCue& read);

    /// The codes live as long as the remarks, which borrow them.
    struct Codes {
        explicit Codes(std::string_view id);
        std::string badTime;
        std::string noTime;
        std::string badEnd;
        std::string noRate;
        std::string badValue;
        std::string guarded;
        std::string empty;
        std::string nul;
        std::string openQuote;
        std::string behindQuotes;
        std::string unknown;
    };

    const Dialect& dialect_;
    Codes codes_;
    FileRemarks remarks_;
    bool hasNoRate_ = false;  ///< A row is no cue since it counts frames.
    bool hasNoCues_ = false;
};

}  // namespace subs::sheet
