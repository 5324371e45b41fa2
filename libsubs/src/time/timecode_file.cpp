// SPDX-License-Identifier: MIT
#include <subs/time/frame_timeline.h>

#include "wide.h"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace subs {
namespace {

constexpr std::int64_t kPicosecondsPerMillisecond = 1'000'000'000;
constexpr std::int64_t kMostStamps = 20'000'000;              // 92 hours at 60 frames a second
constexpr std::int64_t kLongestMilliseconds = 4'000'000'000;  // 1100 hours

tl::unexpected<Error> faultAt(std::size_t line, std::string_view what) {
    return failureAt(
        static_cast<std::uint32_t>(line), 0, "time.bad-timecode-file", std::string(what));
}

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

std::string lowered(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

/// The lines that say something: not blank, no comment.
class Lines {
public:
    explicit Lines(std::string_view text) : rest_(text) {}

    bool next() {
        while (!rest_.empty()) {
            const std::size_t end = rest_.find('\n');
            line_ = trimmed(rest_.substr(0, end));
            rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
            ++number_;
            if (!line_.empty() && (number_ == 1 || line_.front() != '#')) return true;
        }
        return false;
    }
    std::string_view line() const { return line_; }
    std::size_t number() const { return number_; }

private:
    std::string_view rest_;
    std::string_view line_;
    std::size_t number_ = 0;
};

/// The version in "# timecode format v2" (also "timestamp", "timecodes").
std::optional<std::string> versionIn(std::string_view header) {
    const std::string lower = lowered(header);
    const std::size_t format = lower.find(" format v");
    if (!lower.starts_with('#') || lower.find("# time") != 0 || format == std::string::npos)
        return std::nullopt;
    return lower.substr(format + 9);
}

std::optional<Frame> readFrameNumber(std::string_view text) {
    const auto number = parseFraction(trimmed(text));
    if (!number || number->denominator() != 1) return std::nullopt;
    if (number->numerator() < 0 || number->numerator() >= kMostStamps) return std::nullopt;
    return Frame{number->numerator()};
}

/// "0,1000,23.976"
std::optional<RateRange> readRange(std::string_view line) {
    const std::size_t first = line.find(',');
    const std::size_t second = first == std::string_view::npos ? first : line.find(',', first + 1);
    if (second == std::string_view::npos) return std::nullopt;
    const auto begin = readFrameNumber(line.substr(0, first));
    const auto end = readFrameNumber(line.substr(first + 1, second - first - 1));
    const auto rate = parseFrameRate(trimmed(line.substr(second + 1)));
    if (!begin || !end || !rate) return std::nullopt;
    return RateRange{*begin, *end, *rate};
}

Result<FrameTimeline> parseVersion1(Lines lines) {
    constexpr std::string_view kAssume = "assume ";
    if (!lines.next() || !lowered(lines.line()).starts_with(kAssume))
        return faultAt(lines.number(), "\"assume\" and a frame rate should stand here");
    const auto assumed = parseFrameRate(trimmed(lines.line().substr(kAssume.size())));
    if (!assumed) return faultAt(lines.number(), assumed.error().message);
    std::vector<RateRange> ranges;
    while (lines.next()) {
        const auto range = readRange(lines.line());
        if (!range)
            return faultAt(
                lines.number(),
                "first frame, last frame and rate should stand here, such as 0,1000,23.976");
        if (range->last < range->first)
            return faultAt(lines.number(), "the last frame is before the first");
        if (!ranges.empty() && range->first <= ranges.back().last)
            return faultAt(lines.number(),
                           "these frames do not come after those of the range before");
        ranges.push_back(*range);
    }
    return FrameTimeline::fromRanges(*assumed, ranges);
}

/// "41.708", in picoseconds.
std::optional<std::int64_t> readStamp(std::string_view line) {
    std::string_view digits = line;
    const std::size_t point = line.find('.');
    constexpr std::size_t kDecimals = 12;  // three more than are kept, so that rounding is right
    if (point != std::string_view::npos &&
        line.find_first_not_of("0123456789", point + 1) != std::string_view::npos)
        return std::nullopt;
    if (point != std::string_view::npos) digits = line.substr(0, point + 1 + kDecimals);
    const auto ms = parseFraction(digits.ends_with('.') ? digits.substr(0, point) : digits);
    if (!ms || *ms > Fraction(kLongestMilliseconds) || *ms < Fraction(-kLongestMilliseconds))
        return std::nullopt;
    return static_cast<std::int64_t>(
        wideNearest(Wide{ms->numerator()} * kPicosecondsPerMillisecond, ms->denominator()));
}

/// The longest power of ten picoseconds, up to a millisecond, that all `ticks` are multiples of.
std::int64_t commonUnit(const std::vector<std::int64_t>& ticks) {
    std::int64_t unit = kPicosecondsPerMillisecond;
    for (const std::int64_t tick : ticks)
        while (tick % unit != 0)
            unit /= 10;
    return unit;
}

Result<FrameTimeline> parseVersion2(Lines lines) {
    std::vector<std::int64_t> ticks;
    std::int64_t first = 0;
    while (lines.next()) {
        const auto stamp = readStamp(lines.line());
        if (!stamp)
            return faultAt(lines.number(),
                           fmt::format("\"{}\" is no time in milliseconds", lines.line()));
        if (ticks.empty()) first = *stamp;
        if (!ticks.empty() && *stamp - first <= ticks.back())
            return faultAt(lines.number(),
                           fmt::format("{} is not after the time before it", lines.line()));
        ticks.push_back(*stamp - first);
    }
    if (ticks.size() < 2)
        return faultAt(lines.number(), "the file ends before a second time; a rate needs two");
    const std::int64_t unit = commonUnit(ticks);
    for (std::int64_t& tick : ticks)
        tick /= unit;
    return FrameTimeline::fromTicks(std::move(ticks),
                                    Fraction(unit, 1000 * kPicosecondsPerMillisecond));
}

}  // namespace

Result<FrameTimeline> parseTimecodeFile(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    Lines lines(text);
    lines.next();
    const auto version = versionIn(lines.line());
    if (version == "1") return parseVersion1(lines);
    if (version == "2") return parseVersion2(lines);
    if (version)
        return faultAt(
            lines.number(),
            fmt::format("version {} of timecode files is not read; 1 and 2 are", *version));
    return faultAt(1, "\"# timecode format v1\" or v2 should stand here");
}

}  // namespace subs
