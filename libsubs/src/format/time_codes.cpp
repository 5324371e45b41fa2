// SPDX-License-Identifier: MIT
#include "format/time_codes.h"

#include <fmt/format.h>

#include <algorithm>

namespace subs {
namespace {

constexpr int kMinutes = 60;
constexpr int kSeconds = 60;
constexpr int kHours = 24;

/// Frames left out at the beginning of a minute that is no tenth.
std::int64_t dropped(FrameRate rate, DropFrame drop) {
    constexpr std::int64_t kOfThirty = 15;  // two of thirty
    return drop == DropFrame::Yes ? rate.nominal() / kOfThirty : 0;
}

}  // namespace

Frame TimeCodes::frameOf(const TimeCode& code) const {
    const std::int64_t seconds = (std::int64_t{code[0]} * kMinutes + code[1]) * kSeconds + code[2];
    const std::int64_t minutes = seconds / kSeconds;
    constexpr std::int64_t kTen = 10;
    // The label of a second's first frame may be one that is left out.
    const bool isDropped = seconds % kSeconds == 0 && minutes % kTen != 0;
    const std::int64_t first = isDropped ? dropped(rate_, drop_) : 0;
    const std::string label = fmt::format("{:02}:{:02}:{:02}{}{:02}",
                                          minutes / kMinutes,
                                          minutes % kMinutes,
                                          seconds % kSeconds,
                                          drop_ == DropFrame::Yes ? ';' : ':',
                                          first);
    const auto frame = parseTimecode(label, rate_, drop_);
    return Frame{(frame ? frame->number : 0) - first + code[3]};
}

bool TimeCodes::isRegular(const TimeCode& code) const {
    const bool isDropped = code[2] == 0 && code[1] % 10 != 0 && code[3] < dropped(rate_, drop_);
    return code[0] < kHours && code[1] < kMinutes && code[2] < kSeconds &&
           code[3] < rate_.nominal() && !isDropped;
}

TimeCode TimeCodes::codeOf(Frame frame) const {
    const std::string label = timecodeOf(frame, rate_, drop_);
    const auto number = [&](std::size_t at) {
        return static_cast<std::uint8_t>((label[at] - '0') * 10 + (label[at + 1] - '0'));
    };
    return {number(0), number(3), number(6), number(9)};
}

Frame TimeCodes::last() const {
    return frameOf(
        {kHours - 1, kMinutes - 1, kSeconds - 1, static_cast<std::uint8_t>(rate_.nominal() - 1)});
}

std::string textOf(const TimeCode& code) {
    return fmt::format("{:02}:{:02}:{:02}:{:02}", code[0], code[1], code[2], code[3]);
}

std::optional<TimeCode> timeCodeOf(std::string_view digits) {
    TimeCode code{};
    if (digits.size() != 2 * code.size()) return std::nullopt;
    const bool isNumber =
        std::ranges::all_of(digits, [](char digit) { return digit >= '0' && digit <= '9'; });
    if (!isNumber) return std::nullopt;
    for (std::size_t i = 0; i < code.size(); ++i)
        code.at(i) =
            static_cast<std::uint8_t>((digits[2 * i] - '0') * 10 + (digits[2 * i + 1] - '0'));
    return code;
}

}  // namespace subs
