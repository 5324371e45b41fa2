// SPDX-License-Identifier: MIT
#include "format/json/scanner.h"

#include <subs/base/utf8.h>

#include <charconv>
#include <cstdint>
#include <vector>

namespace subs::json {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

bool isHex(char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f') ||
           (letter >= 'A' && letter <= 'F');
}

/// The number of "\u12AB" at `at`, its backslash; nothing where there is none.
std::optional<char32_t> unitAt(std::string_view text, std::size_t at) {
    constexpr std::size_t kSize = 6;
    if (text.size() < at + kSize || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
    std::uint32_t unit = 0;
    const char* const from = text.data() + at + 2;
    const auto [end, error] = std::from_chars(from, from + 4, unit, 16);
    if (error != std::errc() || end != from + 4) return std::nullopt;
    return static_cast<char32_t>(unit);
}

char simpleEscape(char letter) {
    switch (letter) {
        case 'b':
            return '\b';
        case 'f':
            return '\f';
        case 'n':
            return '\n';
        case 'r':
            return '\r';
        case 't':
            return '\t';
        default:
            return letter;
    }
}

struct Escape {
    std::size_t size = 2;
    char32_t letter = 0;
    bool isHalf = false;  ///< Of a surrogate pair, and no character.
};

/// The escape at `at`, its backslash.
Escape escapeAt(std::string_view text, std::size_t at) {
    constexpr char32_t kReplacement = 0xFFFD;
    const auto unit = unitAt(text, at);
    if (!unit) return {2, static_cast<unsigned char>(simpleEscape(text[at + 1])), false};
    if (*unit < 0xD800 || *unit > 0xDFFF) return {6, *unit, false};
    const auto low = *unit < 0xDC00 ? unitAt(text, at + 6) : std::nullopt;
    if (!low || *low < 0xDC00 || *low > 0xDFFF) return {6, kReplacement, true};
    return {12, 0x10000 + ((*unit - 0xD800) << 10U) + (*low - 0xDC00), false};
}

}  // namespace

char Scanner::peek() {
    at_ = std::min(text_.find_first_not_of(kBlanks, at_), text_.size());
    return at_ < text_.size() ? text_[at_] : '\0';
}

bool Scanner::take(char sign) {
    if (peek() != sign || at_ == text_.size()) return false;
    ++at_;
    return true;
}

bool Scanner::need(char sign, std::string_view message) {
    if (take(sign)) return true;
    fail(message);
    return false;
}

void Scanner::fail(std::string_view message) {
    if (!flaw_) flaw_ = Flaw{at_, message};
}

std::optional<ByteRange> Scanner::string() {
    if (peek() != '"') fail("a name in quotes is missing");
    const std::size_t begin = at_;
    if (flaw_ || !skipString()) return std::nullopt;
    return ByteRange{begin, at_};
}

std::optional<ByteRange> Scanner::value() {
    peek();
    const std::size_t begin = at_;
    std::vector<char> open;
    do {
        const std::size_t depth = open.size();
        if (!beginValue(open)) return std::nullopt;
        const bool hasEnded = open.size() == depth;
        if (hasEnded && !goOn(open)) return std::nullopt;
    } while (!open.empty());
    return ByteRange{begin, at_};
}

bool Scanner::beginValue(std::vector<char>& open) {
    const char sign = peek();
    if (sign != '{' && sign != '[') return skipScalar();
    ++at_;
    const char end = sign == '{' ? '}' : ']';
    if (take(end)) return true;
    open.push_back(end);
    return end == ']' || skipName();
}

bool Scanner::goOn(std::vector<char>& open) {
    while (!open.empty() && take(open.back()))
        open.pop_back();
    if (open.empty()) return true;
    if (!need(',', "a comma or a closing bracket is missing")) return false;
    return open.back() == ']' || skipName();
}

bool Scanner::skipName() {
    return string() && need(':', "a colon is missing");
}

bool Scanner::skipScalar() {
    switch (peek()) {
        case '"':
            return skipString();
        case 't':
            return skipWord("true");
        case 'f':
            return skipWord("false");
        case 'n':
            return skipWord("null");
        default:
            return skipNumber();
    }
}

bool Scanner::skipWord(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) {
        fail("there is no such word in JSON");
        return false;
    }
    at_ += word.size();
    return true;
}

bool Scanner::skipString() {
    for (std::size_t at = at_ + 1; at < text_.size(); ++at) {
        const char letter = text_[at];
        if (letter == '"') {
            at_ = at + 1;
            return true;
        }
        if (static_cast<unsigned char>(letter) < 0x20) {
            at_ = at;
            fail(
                "a control character or a line end stands in a text; it is written as \\n, \\t or "
                "\\u0000");
            return false;
        }
        if (letter != '\\') continue;
        ++at;
        const char escaped = at < text_.size() ? text_[at] : '\0';
        const bool isUnit = escaped == 'u' && at + 4 < text_.size() && isHex(text_[at + 1]) &&
                            isHex(text_[at + 2]) && isHex(text_[at + 3]) && isHex(text_[at + 4]);
        if (!isUnit && (escaped == '\0' ||
                        std::string_view("\"\\/bfnrt").find(escaped) == std::string_view::npos)) {
            at_ = at;
            fail("a backslash stands before what it does not escape");
            return false;
        }
    }
    at_ = text_.size();
    fail("the file ends inside of a text");
    return false;
}

bool Scanner::skipNumber() {
    const std::size_t begin = at_;
    const auto digits = [&] {
        const std::size_t first = at_;
        while (isDigitNext())
            ++at_;
        return at_ > first;
    };
    const auto next = [&](std::string_view signs) {
        const bool is = at_ < text_.size() && signs.find(text_[at_]) != signs.npos;
        at_ += is ? 1 : 0;
        return is;
    };
    next("-");
    bool isWell = next("0") || digits();
    if (isWell && next(".")) isWell = digits();
    if (isWell && next("eE")) {
        next("+-");
        isWell = digits();
    }
    if (isWell) return true;
    at_ = begin;
    fail(begin == text_.size() ? "the file ends too early" : "here is no value");
    return false;
}

bool Members::next() {
    if (!scanner_.take(hasBegun_ ? ',' : '{')) return false;
    hasBegun_ = true;
    if (scanner_.peek() == '}') return false;
    const auto key = scanner_.string();
    if (!key || !scanner_.need(':', {})) return false;
    const auto value = scanner_.value();
    if (!value) return false;
    member_ = {textOf(key->of(text_)), *value};
    return true;
}

bool Elements::next() {
    if (!scanner_.take(hasBegun_ ? ',' : '[')) return false;
    hasBegun_ = true;
    if (scanner_.peek() == ']') return false;
    const auto value = scanner_.value();
    if (!value) return false;
    element_ = *value;
    return true;
}

std::string textOf(std::string_view typed) {
    std::string text;
    for (std::size_t at = 1; at + 1 < typed.size();) {
        if (typed[at] != '\\') {
            text += typed[at++];
            continue;
        }
        const Escape escape = escapeAt(typed, at);
        appendUtf8(text, escape.letter);
        at += escape.size;
    }
    return text;
}

std::vector<std::string_view> halfPairsIn(std::string_view value) {
    std::vector<std::string_view> halves;
    for (std::size_t at = value.find('\\'); at != value.npos && at + 1 < value.size();) {
        const Escape escape = escapeAt(value, at);
        if (escape.isHalf) halves.push_back(value.substr(at, escape.size));
        at = value.find('\\', at + escape.size);
    }
    return halves;
}

bool isNumber(std::string_view value) {
    return !value.empty() && (value[0] == '-' || (value[0] >= '0' && value[0] <= '9'));
}

}  // namespace subs::json
