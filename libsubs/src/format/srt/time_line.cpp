// SPDX-License-Identifier: MIT
#include "format/srt/time_line.h"

#include <subs/time/largest_time.h>

#include "base/clock_digits.h"
#include "format/srt/letters.h"

#include <algorithm>
#include <array>

namespace subs::srt {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr std::int64_t kMostSeconds = kLargestTime.flicks() / Time::kPerSecond;
/// No group of digits counts further, so that products of them stay inside 64 bits.
constexpr std::int64_t kMostInGroup = 20'000'000'000;

/// A walk over one line.
struct Cursor {
    std::string_view line;
    std::size_t at = 0;

    char peek() const { return at < line.size() ? line[at] : '\0'; }
    bool skip(char letter) {
        if (at >= line.size() || line[at] != letter) return false;
        ++at;
        return true;
    }
    /// True where there were any.
    bool skipSpaces() {
        const std::size_t before = at;
        while (at < line.size() && isSpace(line[at]))
            ++at;
        return at > before;
    }
    /// Spaces and byte order marks, which come into the middle of files that were put together.
    void skipLeading() {
        do
            skipSpaces();
        while (line.substr(at).starts_with(kBom) && (at += kBom.size()) > 0);
    }
};

struct Digits {
    std::int64_t value = 0;
    std::size_t count = 0;
};

Digits takeDigits(Cursor& cursor) {
    Digits digits;
    for (; isDigit(cursor.peek()); ++cursor.at, ++digits.count) {
        digits.value = std::min(digits.value * 10 + (cursor.peek() - '0'), kMostInGroup);
    }
    return digits;
}

struct Clock {
    Time time;
    ByteRange at;
    std::uint8_t oddities = 0;
    std::size_t groups = 0;
};

constexpr std::size_t kMostFractionDigits = 9;

/// The digits from the cursor on as a part of a second; further ones than nine are far below a
/// flick.
Time takeFraction(Cursor& cursor, std::size_t& count) {
    std::int64_t value = 0;
    std::int64_t scale = 1;
    count = 0;
    for (; isDigit(cursor.peek()); ++cursor.at, ++count) {
        if (count >= kMostFractionDigits) continue;
        value = value * 10 + (cursor.peek() - '0');
        scale *= 10;
    }
    return Time::fromFlicks((value * Time::kPerSecond + scale / 2) / scale);
}

/// The sign before the fraction, with the spaces that some put around it.
bool skipFractionSign(Cursor& cursor, Clock& clock) {
    const Cursor before = cursor;
    const bool spaces = cursor.skipSpaces();
    const char sign = cursor.peek();
    const bool known =
        sign == ',' || sign == '.' || sign == ';' || (sign == ':' && clock.groups == 3);
    if (known) {
        ++cursor.at;
        const bool more = cursor.skipSpaces();
        if (isDigit(cursor.peek())) {
            if (spaces || more) clock.oddities |= kSpaces;
            if (sign != ',') clock.oddities |= kPointForComma;
            return true;
        }
    }
    cursor = before;
    return false;
}

/// Up to three groups of digits with colons between them.
bool takeGroups(Cursor& cursor, Clock& clock, std::array<std::int64_t, 3>& values) {
    while (clock.groups < 3) {
        const Digits digits = takeDigits(cursor);
        if (digits.count == 0) return false;
        values[clock.groups++] = digits.value;
        const Cursor before = cursor;
        const bool spaces = cursor.skipSpaces();
        if (clock.groups == 3 || !cursor.skip(':')) {
            cursor = before;
            break;
        }
        if (cursor.skipSpaces() || spaces) clock.oddities |= kSpaces;
    }
    return clock.groups >= 2;
}

std::int64_t secondsOf(Clock& clock, std::array<std::int64_t, 3> values) {
    if (clock.groups == 2) {
        values = {0, values[0], values[1]};
        clock.oddities |= kNoHours;
    }
    if (values[1] >= 60 || values[2] >= 60) clock.oddities |= kOutOfRange;
    const std::int64_t seconds = values[0] * 3600 + values[1] * 60 + values[2];
    if (seconds > kMostSeconds) clock.oddities |= kTooLarge;
    return std::min(seconds, kMostSeconds);
}

/// A time at the cursor, which goes behind it; the cursor is of no more use where there is none.
std::optional<Clock> takeClock(Cursor& cursor) {
    Clock clock;
    clock.at.begin = cursor.at;
    const bool negative = cursor.skip('-');
    std::array<std::int64_t, 3> values{};
    if (!takeGroups(cursor, clock, values)) return std::nullopt;
    Time fraction;
    std::size_t digits = 0;
    const char sign = cursor.peek();
    if (skipFractionSign(cursor, clock)) fraction = takeFraction(cursor, digits);
    // Two groups alone are a time of day, and hh:mm:ss:ff counts frames of an unknown rate.
    if (clock.groups == 2 && digits == 0) return std::nullopt;
    if (sign == ':' && digits != 3) return std::nullopt;
    if (digits != 3) clock.oddities |= kFractionLength;
    clock.time = Time::fromSeconds(secondsOf(clock, values)) + fraction;
    if (negative) clock.time = -clock.time;
    clock.at.end = cursor.at;
    return clock;
}

enum class Arrow { None, Plain, Odd };

Arrow takeArrow(Cursor& cursor) {
    const std::size_t begin = cursor.at;
    while (cursor.skip('-')) {
    }
    const std::size_t dashes = cursor.at - begin;
    const bool spaces = cursor.skipSpaces();
    if (dashes == 0 || !cursor.skip('>')) return Arrow::None;
    return dashes == 2 && !spaces ? Arrow::Plain : Arrow::Odd;
}

ByteRange restOf(const Cursor& cursor) {
    std::size_t begin = cursor.at;
    std::size_t end = cursor.line.size();
    while (begin < end && isSpace(cursor.line[begin]))
        ++begin;
    while (end > begin && isSpace(cursor.line[end - 1]))
        --end;
    return {begin, end};
}

constexpr std::string_view kRegularClock = "00:00:00,000";
constexpr std::string_view kRegularArrow = " --> ";

/// A clock that is spelt as it should be; nothing where a single sign differs.
std::optional<Time> regularClock(std::string_view text) {
    constexpr std::size_t kTailAt = kRegularClock.size() - 8;
    const auto head = EightDigits::like(kRegularClock, text);
    const auto tail = EightDigits::like(kRegularClock.substr(kTailAt), text.substr(kTailAt));
    if (!head || !tail) return std::nullopt;
    const std::uint32_t minutes = head->two(3);
    const std::uint32_t seconds = head->two(6);
    if (minutes > 59 || seconds > 59) return std::nullopt;
    const std::uint32_t whole = (head->two(0) * 60 + minutes) * 60 + seconds;
    const std::uint32_t thousandths = tail->one(5) * 100 + tail->two(6);
    return Time::fromMilliseconds(std::int64_t{whole} * 1000 + thousandths);
}

constexpr std::size_t kRegularEndAt = kRegularClock.size() + kRegularArrow.size();
constexpr std::size_t kRegularSize = kRegularEndAt + kRegularClock.size();

/// The usual line, two regular clocks and an arrow, without looking at it as a walk does.
std::optional<TimeLine> regularTimeLine(std::string_view line) {
    std::optional<TimeLine> result;
    const auto start = regularClock(line);
    const auto end = regularClock(line.substr(kRegularEndAt));
    if (!start || !end) return result;
    result.emplace();
    result->start = *start;
    result->end = *end;
    result->startAt = {0, kRegularClock.size()};
    result->endAt = {kRegularEndAt, kRegularSize};
    result->settingsAt = {kRegularSize, kRegularSize};
    return result;
}

/// Any line of times.
std::optional<TimeLine> oddTimeLine(std::string_view line) {
    Cursor cursor{line};
    cursor.skipLeading();
    if (!isDigit(cursor.peek()) && cursor.peek() != '-') return std::nullopt;
    const std::optional<Clock> start = takeClock(cursor);
    if (!start) return std::nullopt;
    cursor.skipSpaces();
    const Arrow arrow = takeArrow(cursor);
    if (arrow == Arrow::None) return std::nullopt;
    cursor.skipSpaces();
    TimeLine result{
        start->time, std::nullopt, start->at, {cursor.at, cursor.at}, {}, start->oddities};
    if (arrow == Arrow::Odd) result.oddities |= kOddArrow;
    const Cursor before = cursor;
    if (const std::optional<Clock> end = takeClock(cursor)) {
        result.end = end->time;
        result.endAt = end->at;
        result.oddities |= end->oddities;
    } else {
        cursor = before;
    }
    result.settingsAt = restOf(cursor);
    return result;
}

}  // namespace

std::optional<TimeLine> parsedTimeLine(std::string_view line) {
    const bool mayBeRegular =
        line.size() == kRegularSize &&
        line.substr(kRegularClock.size(), kRegularArrow.size()) == kRegularArrow;
    if (!mayBeRegular) return oddTimeLine(line);
    std::optional<TimeLine> regular = regularTimeLine(line);
    if (!regular) regular = oddTimeLine(line);
    return regular;
}

bool isDamagedTimeLine(std::string_view line) {
    const std::string_view content = trimmed(line);
    if (content.empty() || (!isDigit(content.front()) && content.front() != '-')) return false;
    return content.find("-->") != std::string_view::npos &&
           content.find(':') != std::string_view::npos;
}

bool isCutOffTimeLine(std::string_view line) {
    const std::string_view content = trimmed(line);
    return !content.empty() &&
           content.find_first_not_of("0123456789:,.- ") == std::string_view::npos &&
           content.find(':') != std::string_view::npos;
}

void appendTime(std::string& out, std::int64_t milliseconds) {
    // In unsigned arithmetic the least 64-bit number has a magnitude too.
    std::uint64_t magnitude = static_cast<std::uint64_t>(milliseconds);
    if (milliseconds < 0) {
        out += '-';
        magnitude = 0 - magnitude;
    }
    appendClockDigits<1000>(out, magnitude, {.first = 2, .point = ','});
}

std::string_view trimmedSlowly(std::string_view line) {
    Cursor cursor{line};
    cursor.skipLeading();
    return restOf(cursor).of(line);
}

}  // namespace subs::srt
