// SPDX-License-Identifier: MIT
#include "format/ass/text_scanner.h"

#include "base/scan.h"
#include "format/ass/ascii.h"

#include <algorithm>

namespace subs::ass {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

/// The scale of a `\p` tag, whose body (without the backslash) is `body`; -1 for any other tag.
std::int64_t drawingScale(std::string_view body) {
    body = trimmed(body);
    if (body.empty() || body.front() != 'p') return -1;
    body.remove_prefix(1);
    const bool number = body.empty() || isDigit(body.front()) || isBlank(body.front());
    return number ? leadingInteger(body).value : -1;
}

TokenKind escapeKind(char c) {
    switch (c) {
        case 'N':
            return TokenKind::LineBreak;
        case 'n':
            return TokenKind::SoftBreak;
        case 'h':
            return TokenKind::HardSpace;
        case '{':
        case '}':
            return TokenKind::Brace;
        default:
            return TokenKind::Characters;
    }
}

}  // namespace

bool TextScanner::next(Token& token) {
    token = {};
    while (at_ < text_.size()) {
        if (inBlock_) {
            if (scanBlock(token)) return true;
            continue;
        }
        if (text_[at_] == '{' && entersBlock()) {
            const std::string_view block = text_.substr(at_, blockEnd_ - at_);
            if (block.find('\\') == kNone) {
                token = {TokenKind::Comment, at_, blockEnd_ + 1, false, false};
                at_ = blockEnd_ + 1;
                return true;
            }
            inBlock_ = true;
            ++at_;
            continue;
        }
        scanShown(token);
        return true;
    }
    return false;
}

/// One token of the current block, or false at its end.
bool TextScanner::scanBlock(Token& token) {
    if (at_ == blockEnd_) {
        inBlock_ = false;
        ++at_;
        return false;
    }
    if (text_[at_] == '\\') {
        scanTag(token);
        return true;
    }
    const std::size_t begin = at_;
    at_ = std::min(text_.substr(0, blockEnd_).find('\\', at_), blockEnd_);
    token = {TokenKind::Comment, begin, at_, true, true};
    return !trimmed(text_.substr(begin, at_ - begin)).empty();
}

void TextScanner::scanTag(Token& token) {
    token = {TokenKind::Tag, at_, endOfTag(at_), true, true};
    at_ = token.end;
    if (drawingScale(text_.substr(token.begin + 1, token.end - token.begin - 1)) <= 0) return;
    token.kind = TokenKind::Drawing;
    token.end = endOfDrawing();
    token.closesInBlock = inBlock_;
}

/// Goes on to behind the next `\p0` and answers that place, or the end of the text.
std::size_t TextScanner::endOfDrawing() {
    while (at_ < text_.size()) {
        if (!inBlock_) {
            at_ = std::min(text_.find('{', at_), text_.size());
            if (at_ == text_.size() || !entersBlock()) break;
            inBlock_ = true;
        }
        const std::size_t tag = text_.substr(0, blockEnd_).find('\\', at_);
        if (tag == kNone) {
            at_ = blockEnd_ + 1;
            inBlock_ = false;
            continue;
        }
        at_ = endOfTag(tag);
        if (drawingScale(text_.substr(tag + 1, at_ - tag - 1)) == 0) return at_;
    }
    return at_ = text_.size();
}

/// Where the tag of the backslash at `backslash` ends, in the current block.
std::size_t TextScanner::endOfTag(std::size_t backslash) const {
    std::size_t at = backslash + 1;
    while (at < blockEnd_ && text_[at] != '(' && text_[at] != '\\')
        ++at;
    if (at < blockEnd_ && text_[at] == '(') {
        while (at < blockEnd_ && text_[at] != ')')
            ++at;
        while (at < blockEnd_ && text_[at] != '\\')
            ++at;
    }
    return at;
}

bool TextScanner::entersBlock() {
    const std::size_t closing = closingBrace(at_);
    if (closing == kNone) {
        sawUnclosedBrace_ = true;
        return false;
    }
    blockEnd_ = closing;
    return true;
}

/// The first `}` from `from` on, which never goes back: what was found before is remembered.
std::size_t TextScanner::closingBrace(std::size_t from) {
    if (closing_ != kNone && closing_ < from + 1) closing_ = text_.find('}', from);
    return closing_;
}

void TextScanner::scanShown(Token& token) {
    if (text_[at_] == '\\' && at_ + 1 < text_.size() &&
        escapeKind(text_[at_ + 1]) != TokenKind::Characters) {
        token = {escapeKind(text_[at_ + 1]), at_, at_ + 2, false, false};
        at_ += 2;
        return;
    }
    const std::size_t begin = at_;
    at_ = findAny<'{', '\\'>(text_, begin + 1);
    token = {TokenKind::Characters, begin, at_, false, false};
}

}  // namespace subs::ass
