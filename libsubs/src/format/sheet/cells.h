// SPDX-License-Identifier: MIT
#pragma once

#include "format/byte_range.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// A table as text: rows of cells that a separator parts (RFC 4180).
namespace subs::sheet {

/// The rows of a text. A cell that begins with a quote goes on to the next single one, over line
/// ends and separators; what follows that quote up to the separator belongs to the cell too. A
/// quote without a partner is a letter. So is one whose partner begins a cell: it stands at the
/// beginning of one and has letters behind it. Rows end with LF, CR LF or CR.
///
///     for (RowReader rows(text, ','); rows.next();) use(rows.value(0));
class RowReader {
public:
    RowReader(std::string_view text, char separator, std::size_t at = 0)
        : text_(text), separator_(separator), next_(at) {}

    /// Goes to the next row; false when there is none.
    bool next();
    std::size_t begin() const { return begin_; }      ///< Where the row begins, in bytes.
    std::size_t end() const { return end_; }          ///< Where its line end begins.
    std::size_t nextBegin() const { return next_; }   ///< Where the next row begins.
    std::uint32_t number() const { return number_; }  ///< Of its first line, from 1.
    /// Its cells as they are typed; at least one.
    const std::vector<ByteRange>& cells() const { return cells_; }
    /// True where one of its cells begins with a quote that nothing closes.
    bool hasOpenQuote() const;
    /// True where one of its cells has letters behind its quotes.
    bool hasLettersBehindQuotes() const;
    /// What cell `column` says; empty where the row has fewer.
    std::string value(std::size_t column) const;
    /// True of a row with nothing but blanks in its cells from `first` on.
    bool isBlank(std::size_t first = 0) const;

private:
    std::size_t cellEnd(std::size_t begin) const;
    std::size_t behindQuotes(std::size_t begin) const;
    /// True where the quote `close`, next to that at `begin`, is the first letter of a cell.
    bool opensCell(std::size_t begin, std::size_t close) const;

    std::string_view text_;
    char separator_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::size_t next_ = 0;
    std::uint32_t number_ = 1;
    std::vector<ByteRange> cells_;
};

/// True of a cell that begins with a quote which nothing closes: it is a letter.
bool hasOpenQuote(std::string_view cell);

/// True of a cell in quotes with more than blanks behind them, which RFC 4180 does not allow.
bool hasLettersBehindQuotes(std::string_view cell);

/// What a cell says that is typed as `cell`: all that is typed, quotes too, where
/// `hasLettersBehindQuotes`.
std::string valueOf(std::string_view cell);

/// Appends `value` as a cell, in quotes where it needs them or `like`, the cell as it was typed,
/// has them. Line ends in it are written as `newline`.
void appendCell(std::string& out,
                std::string_view value,
                char separator,
                std::string_view newline,
                std::string_view like = {});

/// True of a value that a spreadsheet could take for a formula: it begins with one of = + - @, a
/// tab, a line end (OWASP, "CSV Injection") or the full width form of a sign, which a spreadsheet
/// in Chinese or Japanese may read as the sign, or with apostrophes before one of these.
bool isGuardedFor(std::string_view value);
/// `value` with an apostrophe before it where a spreadsheet would take it for a formula.
std::string guarded(std::string_view value);
/// The value that `cell` is guarded from, or nothing new: the way back of `guarded`.
std::string_view unguarded(std::string_view cell);

}  // namespace subs::sheet
