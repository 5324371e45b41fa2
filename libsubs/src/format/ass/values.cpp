// SPDX-License-Identifier: MIT
#include "format/ass/values.h"

#include "base/clock_digits.h"
#include "format/ass/ascii.h"

#include <algorithm>
#include <limits>

namespace subs::ass {
namespace {

/// Digits at the front of `text`, taken off it. Longer numbers than 12 digits become 10^12.
std::optional<std::int64_t> takenNumber(std::string_view& text) {
    constexpr std::int64_t kMost = 1'000'000'000'000;
    std::size_t at = 0;
    std::int64_t value = 0;
    for (; at < text.size() && isDigit(text[at]); ++at) {
        value = value >= kMost ? kMost : value * 10 + (text[at] - '0');
    }
    if (at == 0) return std::nullopt;
    text.remove_prefix(at);
    return value;
}

bool tookCharacter(std::string_view& text, char c) {
    if (text.empty() || text.front() != c) return false;
    text.remove_prefix(1);
    return true;
}

/// Decimals of a second as flicks, to the nearest; those after the ninth count nothing.
std::int64_t fractionFlicks(std::string_view digits) {
    std::int64_t value = 0;
    std::int64_t scale = 1;
    for (const char c : digits.substr(0, 9)) {
        value = value * 10 + (c - '0');
        scale *= 10;
    }
    return (value * Time::kPerSecond + scale / 2) / scale;
}

std::optional<std::int64_t> secondsFrom(std::int64_t hours,
                                        std::int64_t minutes,
                                        std::int64_t seconds) {
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max() / Time::kPerSecond - 1;
    if (hours > kMost / 3600 || minutes > kMost / 60 || seconds > kMost) return std::nullopt;
    const std::int64_t total = hours * 3600 + minutes * 60 + seconds;
    if (total > kMost) return std::nullopt;
    return total;
}

/// The usual spelling, "0:01:02.34", also with two digits of hours, without any loop.
std::optional<Time> usualTime(std::string_view text) {
    constexpr std::string_view kUsual = "0:00:00.00";
    constexpr std::size_t kTailAt = kUsual.size() - 8;
    std::uint32_t hours = 0;
    if (text.size() == kUsual.size() + 1 && isDigit(text.front())) {
        hours = static_cast<std::uint32_t>(text.front() - '0') * 10;
        text.remove_prefix(1);
    }
    if (text.size() != kUsual.size()) return std::nullopt;
    const auto head = EightDigits::like(kUsual, text);
    const auto tail = EightDigits::like(kUsual.substr(kTailAt), text.substr(kTailAt));
    if (!head || !tail || head->two(2) > 59 || head->two(5) > 59) return std::nullopt;
    hours += head->one(0);
    const std::uint32_t seconds = (hours * 60 + head->two(2)) * 60 + head->two(5);
    return Time::fromCentiseconds(std::int64_t{seconds} * 100 + tail->two(6));
}

int hexValue(char c) {
    if (isDigit(c)) return c - '0';
    const char low = lowered(c);
    return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

/// Hexadecimal digits, the last eight of them counting (as 32 bits do).
std::optional<std::uint32_t> hexadecimal(std::string_view text) {
    std::uint32_t value = 0;
    std::size_t at = 0;
    for (; at < text.size() && hexValue(text[at]) >= 0; ++at) {
        value = value << 4 | static_cast<std::uint32_t>(hexValue(text[at]));
    }
    if (at == 0) return std::nullopt;
    return value;
}

Color fromAbgr(std::uint32_t abgr) {
    const auto byte = [abgr](int shift) { return static_cast<std::uint8_t>(abgr >> shift & 0xFF); };
    return {byte(0), byte(8), byte(16), static_cast<std::uint8_t>(255 - byte(24))};
}

void appendHexByte(std::string& out, std::uint8_t byte) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
}

}  // namespace

std::optional<ReadTime> parseTime(std::string_view text) {
    if (const auto usual = usualTime(text)) return ReadTime{*usual, true};
    std::string_view rest = trimmed(text);
    const bool negative = tookCharacter(rest, '-');
    const auto hours = takenNumber(rest);
    if (!hours || !tookCharacter(rest, ':')) return std::nullopt;
    const auto minutes = takenNumber(rest);
    if (!minutes || !tookCharacter(rest, ':')) return std::nullopt;
    const auto seconds = takenNumber(rest);
    if (!seconds) return std::nullopt;
    const auto total = secondsFrom(*hours, *minutes, *seconds);
    if (!total) return std::nullopt;
    const bool point = !rest.empty() && rest.front() == '.';
    if (point || tookCharacter(rest, ':') || tookCharacter(rest, ','))
        rest.remove_prefix(point ? 1 : 0);
    std::string_view decimals = rest;
    takenNumber(rest);
    if (!rest.empty()) return std::nullopt;
    const std::int64_t flicks = *total * Time::kPerSecond + fractionFlicks(decimals);
    const bool regular =
        point && !negative && decimals.size() == 2 && *minutes < 60 && *seconds < 60;
    return ReadTime{Time::fromFlicks(negative ? -flicks : flicks), regular};
}

void appendTime(std::string& out, std::int64_t centiseconds) {
    appendClockDigits<100>(
        out, static_cast<std::uint64_t>(std::max<std::int64_t>(centiseconds, 0)), {.first = 1});
}

std::optional<Color> parseColor(std::string_view text) {
    std::string_view rest = trimmed(text);
    std::optional<std::uint32_t> value;
    if (beginsWithWord(rest, "&h") || beginsWithWord(rest, "0x")) {
        value = hexadecimal(rest.substr(2));
    } else if (const Integer number = leadingInteger(rest); number.length > 0) {
        value = static_cast<std::uint32_t>(static_cast<std::uint64_t>(number.value));
    }
    if (!value) return std::nullopt;
    return fromAbgr(*value);
}

void appendColor(std::string& out, Color color, Dialect dialect) {
    if (dialect == Dialect::Ssa) {
        appendInteger(out, color.blue << 16 | color.green << 8 | color.red);
        return;
    }
    out += "&H";
    appendHexByte(out, static_cast<std::uint8_t>(255 - color.alpha));
    appendHexByte(out, color.blue);
    appendHexByte(out, color.green);
    appendHexByte(out, color.red);
}

std::optional<Color> parseTagColor(std::string_view text) {
    std::string_view rest = trimmed(text);
    while (!rest.empty() && (rest.front() == '&' || lowered(rest.front()) == 'h'))
        rest.remove_prefix(1);
    auto value = hexadecimal(rest);
    if (!value) return std::nullopt;
    return fromAbgr(*value & 0xFFFFFF);
}

std::string spanColor(Color color) {
    std::string out = "#";
    for (const std::uint8_t byte : {color.red, color.green, color.blue})
        appendHexByte(out, byte);
    if (color.alpha != 255) appendHexByte(out, color.alpha);
    return out;
}

std::optional<Color> parseSpanColor(std::string_view text) {
    if ((text.size() != 7 && text.size() != 9) || text.front() != '#') return std::nullopt;
    for (const char c : text.substr(1)) {
        if (hexValue(c) < 0) return std::nullopt;
    }
    const auto byte = [text](std::size_t at) {
        return static_cast<std::uint8_t>(hexValue(text[at]) << 4 | hexValue(text[at + 1]));
    };
    return Color{byte(1), byte(3), byte(5), text.size() == 9 ? byte(7) : std::uint8_t{255}};
}

std::optional<Alignment> alignmentOfSsa(std::int64_t number) {
    if (number < 1 || number > 11 || number % 4 == 0) return std::nullopt;
    constexpr std::int64_t kRow[] = {0, 6, 3};  // bottom, top, middle on the number pad
    return static_cast<Alignment>(number % 4 + kRow[number / 4]);
}

std::int32_t ssaNumberOf(Alignment alignment) {
    const std::int32_t pad = static_cast<std::int32_t>(alignment);
    constexpr std::int32_t kRow[] = {0, 8, 4};
    return (pad - 1) % 3 + 1 + kRow[(pad - 1) / 3];
}

std::optional<Alignment> alignmentOfPad(std::int64_t number) {
    if (number < 1 || number > 9) return std::nullopt;
    return static_cast<Alignment>(number);
}

}  // namespace subs::ass
