// SPDX-License-Identifier: MIT
#include "format/vtt/tokens.h"

#include "format/vtt/ascii.h"
#include "format/vtt/references.h"

#include <algorithm>

namespace subs::vtt {
namespace {

/// `text` without blanks around it, and with one space for each run of them inside.
std::string withSingleSpaces(std::string_view text) {
    std::string result;
    for (std::string_view word = takeWord(text); !word.empty(); word = takeWord(text)) {
        if (!result.empty()) result += ' ';
        result += word;
    }
    return result;
}

}  // namespace

bool Tokenizer::next(Token& token) {
    if (atEnd()) return false;
    token.begin = at_;
    token.name = {};
    token.classes.clear();
    token.annotation.clear();
    token.isClosed = true;
    text_[at_] == '<' ? takeTag(token) : takeText(token);
    token.whole = text_.substr(token.begin, at_ - token.begin);
    return true;
}

void Tokenizer::takeText(Token& token) {
    token.kind = TokenKind::Text;
    const std::size_t end = std::min(text_.find('<', at_), text_.size());
    at_ = end;
}

void Tokenizer::takeTag(Token& token) {
    ++at_;
    const char first = atEnd() ? '\0' : text_[at_];
    if (first == '/') return takeToEnd(token, TokenKind::EndTag, at_ + 1);
    if (isDigit(first)) return takeToEnd(token, TokenKind::Timestamp, at_);
    takeStartTag(token);
}

void Tokenizer::takeStartTag(Token& token) {
    token.kind = TokenKind::StartTag;
    const std::size_t begin = at_;
    skipTo("\t\n\f .>");
    token.name = text_.substr(begin, at_ - begin);
    if (!atEnd() && text_[at_] == '.') takeClasses(token);
    if (!atEnd() && text_[at_] != '>') takeAnnotation(token);
    close(token);
}

void Tokenizer::takeClasses(Token& token) {
    while (!atEnd() && text_[at_] == '.') {
        const std::size_t begin = ++at_;
        skipTo("\t\n\f .>");
        if (at_ > begin) token.classes.push_back(text_.substr(begin, at_ - begin));
    }
}

void Tokenizer::takeAnnotation(Token& token) {
    const std::size_t begin = at_;
    skipTo(">");
    std::string resolved;
    appendResolved(resolved, text_.substr(begin, at_ - begin));
    token.annotation = withSingleSpaces(resolved);
}

void Tokenizer::takeToEnd(Token& token, TokenKind kind, std::size_t nameAt) {
    token.kind = kind;
    at_ = nameAt;
    skipTo(">");
    token.name = text_.substr(nameAt, at_ - nameAt);
    close(token);
}

void Tokenizer::skipTo(std::string_view ends) {
    at_ = std::min(text_.find_first_of(ends, at_), text_.size());
}

void Tokenizer::close(Token& token) {
    token.isClosed = !atEnd();
    if (!atEnd()) ++at_;
}

}  // namespace subs::vtt
