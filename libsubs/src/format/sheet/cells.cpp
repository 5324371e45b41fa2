// SPDX-License-Identifier: MIT
#include "format/sheet/cells.h"

#include <subs/text/newline.h>

#include <algorithm>
#include <array>

namespace subs::sheet {
namespace {

constexpr std::string_view kFormulaSigns = "=+-@\t\r\n";
/// The full width forms of the first four: U+FF1D, U+FF0B, U+FF0D, U+FF20.
constexpr std::array<std::string_view, 4> kWideSigns{
    "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};

bool isLineEnd(char letter) {
    return letter == '\n' || letter == '\r';
}

std::uint32_t lineEndsIn(std::string_view text) {
    std::uint32_t count = 0;
    for (LineReader lines(text); lines.next();)
        if (lines.end() < lines.nextBegin()) ++count;
    return count;
}

/// Where the quote stands that closes the one at `begin`; npos where none does.
std::size_t closingQuote(std::string_view text, std::size_t begin) {
    std::size_t at = text.find('"', begin + 1);
    while (at != text.npos && at + 1 < text.size() && text[at + 1] == '"')
        at = text.find('"', at + 2);
    return at;
}

/// What stands behind the quotes of a cell that begins with one.
std::string_view behindQuotesOf(std::string_view cell) {
    const std::size_t close = cell.starts_with('"') ? closingQuote(cell, 0) : cell.npos;
    return close == cell.npos ? std::string_view() : cell.substr(close + 1);
}

}  // namespace

/// A cell in quotes that nothing closes costs a look at the rest of the text, but that happens once
/// only: all runs of quotes in that rest are even then, and each of them closes what it opens.
std::size_t RowReader::behindQuotes(std::size_t begin) const {
    if (begin >= text_.size() || text_[begin] != '"') return begin;
    const std::size_t close = closingQuote(text_, begin);
    return close == text_.npos || opensCell(begin, close) ? begin : close + 1;
}

/// In a table of RFC 4180 nothing but the end of the cell is behind `close`.
bool RowReader::opensCell(std::size_t begin, std::size_t close) const {
    std::size_t run = close;
    while (run > begin + 1 && text_[run - 1] == '"')
        --run;
    const auto isEdge = [this](char letter) { return letter == separator_ || isLineEnd(letter); };
    if (!isEdge(text_[run - 1]) || close + 1 == text_.size()) return false;
    const char behind = text_[close + 1];
    return !isEdge(behind) && behind != ' ' && behind != '\t';
}

std::size_t RowReader::cellEnd(std::size_t begin) const {
    std::size_t at = behindQuotes(begin);
    while (at < text_.size() && text_[at] != separator_ && !isLineEnd(text_[at]))
        ++at;
    return at;
}

bool RowReader::next() {
    if (next_ >= text_.size()) return false;
    number_ += lineEndsIn(text_.substr(begin_, next_ - begin_));
    begin_ = next_;
    cells_.clear();
    for (std::size_t at = begin_;; ++at) {
        const std::size_t end = cellEnd(at);
        cells_.push_back({at, end});
        at = end;
        if (at == text_.size() || text_[at] != separator_) break;
    }
    end_ = cells_.back().end;
    next_ = end_;
    if (next_ < text_.size() && text_[next_] == '\r') ++next_;
    if (next_ < text_.size() && text_[next_] == '\n' && (next_ == end_ || text_[end_] == '\r'))
        ++next_;
    return true;
}

std::string RowReader::value(std::size_t column) const {
    return column < cells_.size() ? valueOf(cells_[column].of(text_)) : std::string();
}

bool RowReader::isBlank(std::size_t first) const {
    for (std::size_t i = first; i < cells_.size(); ++i)
        if (!subs::isBlank(valueOf(cells_[i].of(text_)))) return false;
    return true;
}

bool RowReader::hasOpenQuote() const {
    return std::ranges::any_of(
        cells_, [&](const ByteRange& cell) { return sheet::hasOpenQuote(cell.of(text_)); });
}

bool RowReader::hasLettersBehindQuotes() const {
    return std::ranges::any_of(cells_, [&](const ByteRange& cell) {
        return sheet::hasLettersBehindQuotes(cell.of(text_));
    });
}

bool hasLettersBehindQuotes(std::string_view cell) {
    return !subs::isBlank(behindQuotesOf(cell));
}

bool hasOpenQuote(std::string_view cell) {
    return cell.starts_with('"') && closingQuote(cell, 0) == cell.npos;
}

std::string valueOf(std::string_view cell) {
    if (cell.empty() || cell[0] != '"') return std::string(cell);
    const std::size_t close = closingQuote(cell, 0);
    if (close == cell.npos || hasLettersBehindQuotes(cell)) return std::string(cell);
    std::string value;
    for (std::size_t at = 1; at < close; ++at) {
        value += cell[at];
        if (cell[at] == '"') ++at;
    }
    return value.append(cell.substr(close + 1));
}

void appendCell(std::string& out,
                std::string_view value,
                char separator,
                std::string_view newline,
                std::string_view like) {
    const bool needsQuotes = like.starts_with('"') || value.starts_with('"') ||
                             std::ranges::any_of(value, [&](char letter) {
                                 return letter == separator || isLineEnd(letter);
                             });
    if (!needsQuotes) {
        out += value;
        return;
    }
    out += '"';
    for (LineReader lines(value); lines.next();) {
        for (const char letter : lines.line())
            out.append(letter == '"' ? 2 : 1, letter);
        if (lines.end() < lines.nextBegin()) out += newline;
    }
    out += '"';
}

bool isGuardedFor(std::string_view value) {
    const std::string_view rest =
        value.substr(std::min(value.find_first_not_of('\''), value.size()));
    return (!rest.empty() && kFormulaSigns.find(rest.front()) != kFormulaSigns.npos) ||
           std::ranges::any_of(kWideSigns,
                               [&](std::string_view sign) { return rest.starts_with(sign); });
}

std::string guarded(std::string_view value) {
    std::string cell(isGuardedFor(value) ? "'" : "");
    return cell.append(value);
}

std::string_view unguarded(std::string_view cell) {
    return cell.starts_with('\'') && isGuardedFor(cell) ? cell.substr(1) : cell;
}

}  // namespace subs::sheet
