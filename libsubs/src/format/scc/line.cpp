// SPDX-License-Identifier: MIT
#include "format/scc/line.h"

#include <algorithm>
#include <bit>

namespace subs::scc {
namespace {

constexpr std::string_view kBlanks = " \t";

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

std::optional<unsigned> hexOf(std::string_view text) {
    unsigned number = 0;
    for (const char c : text) {
        const char low = static_cast<char>(c | 0x20);
        if (!isDigit(c) && (low < 'a' || low > 'f')) return std::nullopt;
        number = number << 4U | static_cast<unsigned>(isDigit(c) ? c - '0' : low - 'a' + 10);
    }
    return number;
}

bool isOdd(unsigned byte) {
    return std::popcount(byte) % 2 == 1;
}

}  // namespace

TimeCodes codesFor(DropFrame drop) {
    static const FrameRate kRate =
        FrameRate::fromFraction(Fraction(30000, 1001)).value_or(FrameRate());
    return {kRate, drop};
}

std::optional<LineStart> lineStartOf(std::string_view line) {
    constexpr std::size_t kSize = 11;
    LineStart start;
    const std::size_t blank = std::min(line.find_first_not_of(kBlanks), line.size());
    const std::string_view text = line.substr(blank);
    if (text.size() < kSize) return std::nullopt;
    for (std::size_t i = 0; i < start.code.size(); ++i) {
        const std::size_t at = i * 3;
        if (!isDigit(text[at]) || !isDigit(text[at + 1])) return std::nullopt;
        start.code.at(i) = static_cast<std::uint8_t>((text[at] - '0') * 10 + (text[at + 1] - '0'));
        const bool isParted = i == 3 || text[at + 2] == ':' || (i == 2 && text[at + 2] == ';') ||
                              (i == 2 && (text[at + 2] == '.' || text[at + 2] == ','));
        if (!isParted) return std::nullopt;
        if (i == 2 && text[at + 2] != ':') start.drop = DropFrame::Yes;
    }
    const bool isEnded = text.size() == kSize || kBlanks.find(text[kSize]) != kBlanks.npos;
    if (!isEnded) return std::nullopt;
    start.size = blank + kSize;
    return start;
}

bool isDataLine(std::string_view line) {
    const auto start = lineStartOf(line);
    if (!start) return false;
    constexpr int kEnough = 4;
    WordWalk words(line, start->size);
    int count = 0;
    for (; count < kEnough && words.next(); ++count)
        if (!words.word().isRead) return false;
    return count > 0;
}

bool WordWalk::next() {
    constexpr std::size_t kDigits = 4;
    at_ = line_.find_first_not_of(kBlanks, at_);
    if (at_ == line_.npos) return false;
    const std::size_t end = std::min(line_.find_first_of(kBlanks, at_), line_.size());
    const std::string_view text = line_.substr(at_, end - at_);
    word_ = {};
    word_.begin = at_;
    at_ = end;
    const auto number = text.size() == kDigits ? hexOf(text) : std::nullopt;
    word_.isRead = number.has_value();
    if (!number) return true;
    constexpr unsigned kSeven = 0x7F;
    word_.pair = {static_cast<std::uint8_t>(*number >> 8U & kSeven),
                  static_cast<std::uint8_t>(*number & kSeven)};
    word_.hasParity = isOdd(*number >> 8U) && isOdd(*number & 0xFFU);
    return true;
}

}  // namespace subs::scc
