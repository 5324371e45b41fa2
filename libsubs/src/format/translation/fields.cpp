// SPDX-License-Identifier: MIT
#include "format/translation/fields.h"

#include <subs/time/fraction.h>
#include <subs/time/largest_time.h>

#include "format/xml/words.h"
#include "time/wide.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace subs::translation {
namespace {

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kHour = 3600;

std::optional<std::int32_t> numberIn(std::string_view text) {
    std::int32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isRead = error == std::errc() && end == text.data() + text.size();
    return isRead ? std::optional(number) : std::nullopt;
}

std::optional<Margins> marginsIn(std::string_view text) {
    const auto left = numberIn(takeWord(text));
    const auto right = numberIn(takeWord(text));
    const auto vertical = numberIn(takeWord(text));
    if (!left || !right || !vertical || !trimmed(text).empty()) return std::nullopt;
    return Margins{*left, *right, *vertical};
}

std::optional<Alignment> alignmentIn(std::string_view text) {
    constexpr std::int32_t kMost = 9;
    const auto number = numberIn(text);
    if (!number || *number < 1 || *number > kMost) return std::nullopt;
    return static_cast<Alignment>(*number);
}

/// Decimals of a part of a second: three, or as many as make `flicks` exact, nine at most.
std::string decimalsOf(std::int64_t flicks) {
    if (flicks % Time::kPerMillisecond == 0)
        return fmt::format("{:03}", flicks / Time::kPerMillisecond);
    constexpr std::int64_t kBillion = 1'000'000'000;
    const Wide parts = wideNearest(Wide{flicks} * kBillion, Time::kPerSecond);
    std::string text =
        fmt::format("{:09}", std::min<std::int64_t>(clampedToInt64(parts), kBillion - 1));
    while (text.size() > 3 && text.ends_with('0'))
        text.pop_back();
    return text;
}

}  // namespace

std::string timeText(Time time) {
    const std::int64_t flicks = time.flicks() < 0 ? -time.flicks() : time.flicks();
    const std::int64_t seconds = flicks / Time::kPerSecond;
    return fmt::format("{}{:02}:{:02}:{:02}.{}",
                       time.flicks() < 0 ? "-" : "",
                       seconds / kHour,
                       seconds / kMinute % kMinute,
                       seconds % kMinute,
                       decimalsOf(flicks % Time::kPerSecond));
}

std::optional<Time> timeIn(std::string_view text) {
    text = trimmed(text);
    const bool isNegative = text.starts_with('-');
    if (isNegative) text.remove_prefix(1);
    std::array<std::int64_t, 2> parts{};
    for (std::int64_t& part : parts) {
        const std::size_t colon = text.find(':');
        const auto number = wholeNumber(text.substr(0, colon));
        constexpr std::int64_t kMost = 1'000'000'000;
        if (!number || colon == text.npos) return std::nullopt;
        part = std::min(*number, kMost);
        text.remove_prefix(colon + 1);
    }
    constexpr std::size_t kLongest = 14;
    const auto seconds = text.size() <= kLongest && !text.empty() && isDigit(text.front())
                             ? parseFraction(text)
                             : Result<Fraction>(failure("", ""));
    if (!seconds || text.find('/') != text.npos) return std::nullopt;
    const Time before = Time::fromSeconds(
        std::min(parts[0] * kHour + parts[1] * kMinute, kLargestTime.flicks() / Time::kPerSecond));
    const Time time = std::min(before + timeFromSeconds(*seconds), kLargestTime);
    return isNegative ? -time : time;
}

std::vector<CueField> fieldsOf(const Cue& cue) {
    std::vector<CueField> fields = {{"start", timeText(cue.start)}};
    const auto add = [&](std::string_view type, std::string_view value) {
        if (!value.empty()) fields.push_back({type, std::string(value)});
    };
    if (cue.end) add("end", timeText(*cue.end));
    if (cue.kind == CueKind::Comment) add("kind", "comment");
    if (cue.alignment) add("alignment", std::to_string(static_cast<int>(*cue.alignment)));
    if (cue.layer != 0) add("layer", std::to_string(cue.layer));
    if (cue.margins != Margins())
        add("margins",
            fmt::format("{} {} {}", cue.margins.left, cue.margins.right, cue.margins.vertical));
    add("style", cue.style);
    add("speaker", cue.speaker);
    add("effect", cue.effect);
    add("settings", cue.settings);
    return fields;
}

bool putField(Cue& cue, std::string_view type, std::string_view value) {
    const auto put = [](auto& member, const auto& read) {
        if (read) member = *read;
        return read.has_value();
    };
    if (type == "start") return put(cue.start, timeIn(value));
    if (type == "end") return put(cue.end, timeIn(value));
    if (type == "alignment") return put(cue.alignment, alignmentIn(value));
    if (type == "layer") return put(cue.layer, numberIn(value));
    if (type == "margins") return put(cue.margins, marginsIn(value));
    if (type == "kind") cue.kind = value == "comment" ? CueKind::Comment : CueKind::Dialogue;
    if (type == "style") cue.style = value;
    if (type == "speaker") cue.speaker = value;
    if (type == "effect") cue.effect = value;
    if (type == "settings") cue.settings = value;
    return true;
}

}  // namespace subs::translation
