// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace subs::vtt {

enum class TokenKind : std::uint8_t { Text, StartTag, EndTag, Timestamp };

/// A piece of a cue's text.
struct Token {
    TokenKind kind = TokenKind::Text;
    std::size_t begin = 0;                  ///< In the cue's text, in bytes.
    std::string_view whole;                 ///< As it stands there.
    std::string_view name;                  ///< Of a tag, or the words of a timestamp.
    std::vector<std::string_view> classes;  ///< Of a start tag, empty ones left out.
    std::string annotation;                 ///< Of a start tag, with single spaces.
    bool isClosed = true;                   ///< Of a tag: false where the text ends before its '>'.
};

/// Cuts the text of a cue, lines joined by '\n', into tokens ("WebVTT cue text tokenizer", WebVTT
/// §6.4). O(n).
class Tokenizer {
public:
    explicit Tokenizer(std::string_view text) : text_(text) {}

    /// Reads the next token into `token`; false where there is none.
    bool next(Token& token);

private:
    void takeText(Token& token);
    void takeTag(Token& token);
    void takeStartTag(Token& token);
    void takeClasses(Token& token);
    void takeAnnotation(Token& token);
    void takeToEnd(Token& token, TokenKind kind, std::size_t nameAt);
    bool atEnd() const { return at_ == text_.size(); }
    /// Moves to one of `ends`, or to the end of the text.
    void skipTo(std::string_view ends);
    void close(Token& token);

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace subs::vtt
