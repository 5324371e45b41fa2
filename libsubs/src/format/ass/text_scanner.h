// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

// The text field of an event, cut into what a renderer tells apart. Follows libass 0.17
// (ass_parse.c): a brace opens a block only where one closes it, a tag's parentheses end at the
// first `)`.
namespace subs::ass {

enum class TokenKind : std::uint8_t {
    Characters,
    LineBreak,  ///< `\N`
    SoftBreak,  ///< `\n`
    HardSpace,  ///< `\h`
    Brace,      ///< `\{` or `\}`
    Tag,        ///< `\b1` in a block, up to the next tag; without the braces.
    Comment,    ///< A block without tags, with its braces; or what stands before the first tag of a
                ///< block.
    Drawing,    ///< From `\p1` to `\p0`, or to the end.
};

struct Token {
    TokenKind kind = TokenKind::Characters;
    std::size_t begin = 0;  ///< Bytes of the field.
    std::size_t end = 0;
    bool opensInBlock = false;   ///< Begins inside of braces that its bytes do not hold.
    bool closesInBlock = false;  ///< Ends inside of braces.
};

/// True of what a viewer sees as characters.
constexpr bool isShown(TokenKind kind) {
    return kind <= TokenKind::Brace;
}

/// Walks over the tokens of a text. Linear in its length whatever it holds.
class TextScanner {
public:
    explicit TextScanner(std::string_view text) : text_(text) {}

    bool next(Token& token);
    /// True once a `{` without a `}` after it was passed.
    bool sawUnclosedBrace() const { return sawUnclosedBrace_; }

private:
    bool scanBlock(Token& token);
    void scanShown(Token& token);
    void scanTag(Token& token);
    std::size_t endOfDrawing();
    std::size_t endOfTag(std::size_t backslash) const;
    bool entersBlock();
    std::size_t closingBrace(std::size_t from);

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t blockEnd_ = 0;  ///< Where the `}` of the current block is.
    bool inBlock_ = false;
    std::size_t closing_ = 0;  ///< The first `}` from some place before it on; npos: none is left.
    bool sawUnclosedBrace_ = false;
};

}  // namespace subs::ass
