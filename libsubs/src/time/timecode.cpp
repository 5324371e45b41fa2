// SPDX-License-Identifier: MIT
#include <subs/time/timecode.h>

#include <fmt/format.h>

#include <cassert>
#include <charconv>
#include <optional>

namespace subs {
namespace {

/// How a rate numbers its frames. In each minute that ten does not divide, the first `dropped`
/// labels are left out.
struct Numbering {
    std::int64_t perSecond = 24;
    std::int64_t dropped = 0;

    std::int64_t labelsPerMinute() const { return 60 * perSecond; }
    std::int64_t framesPerMinute() const { return labelsPerMinute() - dropped; }
    std::int64_t framesPerTenMinutes() const { return 10 * framesPerMinute() + dropped; }
};

/// Two labels a minute at 30000/1001, four at 60000/1001 (SMPTE ST 12-1).
Numbering numberingOf(FrameRate rate, DropFrame drop) {
    const std::int64_t perSecond = rate.nominal();
    return {perSecond, drop == DropFrame::Yes ? perSecond / 15 : 0};
}

/// The number of the label of frame `frame`, counting the labels that are left out.
std::int64_t labelNumber(std::int64_t frame, const Numbering& numbering) {
    const std::int64_t tens = frame / numbering.framesPerTenMinutes();
    const std::int64_t rest = frame % numbering.framesPerTenMinutes();
    // The first minute of each ten is a full one.
    const std::int64_t minutes =
        rest < numbering.labelsPerMinute()
            ? 0
            : (rest - numbering.labelsPerMinute()) / numbering.framesPerMinute() + 1;
    return frame + numbering.dropped * (9 * tens + minutes);
}

struct Label {
    std::int64_t hours = 0;
    std::int64_t minutes = 0;
    std::int64_t seconds = 0;
    std::int64_t frames = 0;
};

std::optional<std::int64_t> readNumber(std::string_view digits,
                                       std::size_t least,
                                       std::size_t most) {
    if (digits.size() < least || digits.size() > most) return std::nullopt;
    if (digits.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// `text` up to the first of `separators`, which is taken off with it.
std::string_view takePart(std::string_view& text, std::string_view separators) {
    const std::size_t end = text.find_first_of(separators);
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return part;
}

std::optional<Label> readLabel(std::string_view text) {
    const auto hours = readNumber(takePart(text, ":"), 2, 9);
    const auto minutes = readNumber(takePart(text, ":"), 2, 2);
    const auto seconds = readNumber(takePart(text, ":;"), 2, 2);
    const auto frames = readNumber(text, 2, 4);
    if (!hours || !minutes || !seconds || !frames || *minutes > 59 || *seconds > 59)
        return std::nullopt;
    return Label{*hours, *minutes, *seconds, *frames};
}

bool isLeftOut(const Label& label, const Numbering& numbering) {
    return label.minutes % 10 != 0 && label.seconds == 0 && label.frames < numbering.dropped;
}

std::int64_t frameNumber(const Label& label, const Numbering& numbering) {
    const std::int64_t minutes = 60 * label.hours + label.minutes;
    const std::int64_t number = (60 * minutes + label.seconds) * numbering.perSecond + label.frames;
    return number - numbering.dropped * (minutes - minutes / 10);
}

}  // namespace

std::string timecodeOf(Frame frame, FrameRate rate, DropFrame drop) {
    assert(drop == DropFrame::No || rate.allowsDropFrame());
    const Numbering numbering = numberingOf(rate, drop);
    const bool negative = frame.number < 0;
    const std::int64_t number = labelNumber(negative ? -frame.number : frame.number, numbering);
    const std::int64_t seconds = number / numbering.perSecond;
    return fmt::format("{}{:02}:{:02}:{:02}{}{:02}",
                       negative ? "-" : "",
                       seconds / 3600,
                       seconds / 60 % 60,
                       seconds % 60,
                       drop == DropFrame::Yes ? ';' : ':',
                       number % numbering.perSecond);
}

Result<Frame> parseTimecode(std::string_view label, FrameRate rate, DropFrame drop) {
    assert(drop == DropFrame::No || rate.allowsDropFrame());
    const Numbering numbering = numberingOf(rate, drop);
    const bool negative = label.starts_with('-');
    const auto parts = readLabel(negative ? label.substr(1) : label);
    if (!parts)
        return failure("time.bad-timecode",
                       fmt::format("\"{}\" is no time code; one looks like 01:02:03:04", label));
    if (parts->frames >= numbering.perSecond)
        return failure("time.bad-timecode",
                       fmt::format("\"{}\" has frame {}; a second has {} frames",
                                   label,
                                   parts->frames,
                                   numbering.perSecond));
    if (isLeftOut(*parts, numbering))
        return failure(
            "time.dropped-label",
            fmt::format("\"{}\" is one of the labels that drop frame leaves out", label));
    const std::int64_t number = frameNumber(*parts, numbering);
    return Frame{negative ? -number : number};
}

}  // namespace subs
