// SPDX-License-Identifier: MIT
#include <subs/text/newline.h>

#include "base/scan.h"

#include <array>

namespace subs {
namespace {

std::size_t findLineEnd(std::string_view text, std::size_t at) {
    return findAny<'\n', '\r'>(text, at);
}

/// How many line ends of each kind there are, and which kind came first.
struct Census {
    std::array<std::size_t, 3> counts{};
    Newline first = Newline::Lf;

    std::size_t of(Newline newline) const { return counts[static_cast<std::size_t>(newline)]; }
};

Newline newlineAt(std::string_view text, std::size_t at) {
    if (text[at] == '\n') return Newline::Lf;
    return at + 1 < text.size() && text[at + 1] == '\n' ? Newline::CrLf : Newline::Cr;
}

Census lineEndsOf(std::string_view text) {
    Census census;
    bool any = false;
    for (std::size_t at = findLineEnd(text, 0); at < text.size(); at = findLineEnd(text, at)) {
        const Newline newline = newlineAt(text, at);
        if (!any) census.first = newline;
        any = true;
        ++census.counts[static_cast<std::size_t>(newline)];
        at += bytesOf(newline).size();
    }
    return census;
}

/// True of most files: all lines end with LF, and nothing needs to be counted.
bool hasNoCarriageReturn(std::string_view text) {
    return text.find('\r') == std::string_view::npos;
}

constexpr std::array kAll = {Newline::Lf, Newline::CrLf, Newline::Cr};

}  // namespace

std::string_view nameOf(Newline newline) {
    constexpr std::array<std::string_view, 3> kNames = {"lf", "crlf", "cr"};
    return kNames[static_cast<std::size_t>(newline)];
}

std::string_view bytesOf(Newline newline) {
    constexpr std::array<std::string_view, 3> kBytes = {"\n", "\r\n", "\r"};
    return kBytes[static_cast<std::size_t>(newline)];
}

Newline dominantNewline(std::string_view text) {
    if (hasNoCarriageReturn(text)) return Newline::Lf;
    const Census census = lineEndsOf(text);
    Newline best = census.first;
    for (const Newline newline : kAll) {
        if (census.of(newline) > census.of(best)) best = newline;
    }
    return best;
}

bool hasMixedNewlines(std::string_view text) {
    return firstOddLine(text) > 0;
}

std::uint32_t firstOddLine(std::string_view text) {
    if (hasNoCarriageReturn(text)) return 0;
    std::uint32_t line = 1;
    std::size_t at = findLineEnd(text, 0);
    const Newline first = newlineAt(text, at);
    while (at < text.size()) {
        if (newlineAt(text, at) != first) return line;
        at = findLineEnd(text, at + bytesOf(first).size());
        ++line;
    }
    return 0;
}

bool isBlank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string withNewlines(std::string_view text, Newline newline) {
    const std::string_view bytes = bytesOf(newline);
    std::string result;
    result.reserve(text.size() + text.size() / 16);
    std::size_t at = 0;
    while (true) {
        const std::size_t end = findLineEnd(text, at);
        result.append(text, at, end - at);
        if (end == text.size()) return result;
        result += bytes;
        at = end + bytesOf(newlineAt(text, end)).size();
    }
}

bool LineReader::next() {
    if (next_ >= text_.size()) return false;
    begin_ = next_;
    end_ = findLineEnd(text_, begin_);
    next_ = end_ == text_.size() ? end_ : end_ + bytesOf(newlineAt(text_, end_)).size();
    ++number_;
    return true;
}

}  // namespace subs
