// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace subs {

// All of these are one pass over the text, O(n).

/// How a text ends its lines.
enum class Newline : std::uint8_t { Lf, CrLf, Cr };

/// "lf", "crlf" or "cr".
std::string_view nameOf(Newline newline);
/// The bytes.
std::string_view bytesOf(Newline newline);

/// The kind of line end that most lines of `text` have, the first on a tie; `Lf` where there is
/// none.
Newline dominantNewline(std::string_view text);
/// True where `text` has line ends of more than one kind.
bool hasMixedNewlines(std::string_view text);
/// The first line, from 1, that ends in another way than the first one; 0 where there is none.
std::uint32_t firstOddLine(std::string_view text);
/// True of a text with nothing in it but blank lines.
bool isBlank(std::string_view text);
/// `text` with every line end as `newline`.
std::string withNewlines(std::string_view text, Newline newline);

/// Walks over the lines of a text, whatever ends them (LF, CR LF, CR).
///
///     for (LineReader lines(text); lines.next();) use(lines.line());
class LineReader {
public:
    explicit LineReader(std::string_view text, std::size_t at = 0) : text_(text), next_(at) {}

    /// Goes to the next line; false when there is none. A text that ends with a line end has no
    /// line after it.
    bool next();
    /// The current line without its line end.
    std::string_view line() const { return text_.substr(begin_, end_ - begin_); }
    std::size_t begin() const { return begin_; }      ///< Where the current line begins, in bytes.
    std::size_t end() const { return end_; }          ///< Where its line end begins.
    std::size_t nextBegin() const { return next_; }   ///< Where the next line begins.
    std::uint32_t number() const { return number_; }  ///< Of the current line, from 1.

private:
    std::string_view text_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::size_t next_ = 0;
    std::uint32_t number_ = 0;
};

}  // namespace subs
