// SPDX-License-Identifier: MIT
#include "edit/cut_tags.h"

#include "edit/override_tags.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <utility>
#include <vector>

namespace subs {
namespace {

using Arguments = std::vector<std::string>;

/// The number that `text` begins with; 0 where there is none.
std::int64_t numberIn(std::string_view text) {
    constexpr std::int64_t kMost = 1'000'000'000;
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    if (text.starts_with('+')) text.remove_prefix(1);
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return std::clamp(number, -kMost, kMost);
}

std::string textOf(std::int64_t number) {
    return fmt::format("{}", number);
}

/// Cuts one tag after the other.
class TagCutter {
public:
    explicit TagCutter(const TagCut& cut) : cut_(cut) {}

    std::string operator()(std::string_view text) const {
        OverrideTag tag = overrideTagIn(text);
        if (tag.name == "fad" || tag.name == "fade") cutFade(tag);
        if (tag.name == "move") cutMove(tag);
        if (tag.name == "t" && !tag.tail.empty()) cutChange(tag);
        return spelled(tag);
    }

private:
    bool hasDuration() const { return cut_.duration.has_value(); }
    std::int64_t duration() const { return cut_.duration.value_or(0); }
    std::string later(std::int64_t time) const { return textOf(time - cut_.by); }

    void cutFade(OverrideTag& tag) const {
        constexpr std::size_t kShort = 2;
        constexpr std::size_t kLong = 7;
        if (tag.arguments.size() == kShort)
            cutShortFade(tag);
        else if (tag.arguments.size() == kLong)
            cutLongFade(tag.arguments);
    }

    /// How long it takes to come, and to go at the end.
    void cutShortFade(OverrideTag& tag) const {
        const std::int64_t up = numberIn(tag.arguments[0]);
        const std::int64_t down = numberIn(tag.arguments[1]);
        if (up <= cut_.by) {
            tag.arguments[0] = "0";
        } else if (hasDuration()) {
            tag.head = "\\fade(";
            tag.arguments = {"255",
                             "0",
                             "255",
                             later(0),
                             later(up),
                             later(duration() - down),
                             later(duration())};
        }
    }

    /// Three opacities, and four times.
    void cutLongFade(Arguments& arguments) const {
        constexpr std::size_t kFirst = 3;
        std::array<std::int64_t, 4> times{};
        for (std::size_t i = 0; i < times.size(); ++i)
            times[i] = numberIn(arguments[kFirst + i]);
        if (times.front() == -1 && times.back() == -1) {
            if (!hasDuration()) return;
            times = {0, times[1], duration() - times[2], duration()};
        }
        for (std::int64_t& time : times)
            time -= cut_.by;
        if (times.front() == -1 && times.back() == -1) --times.front();
        for (std::size_t i = 0; i < times.size(); ++i)
            arguments[kFirst + i] = textOf(times[i]);
    }

    void cutMove(OverrideTag& tag) const {
        constexpr std::size_t kPoints = 4;
        Arguments& arguments = tag.arguments;
        if (arguments.size() != kPoints && arguments.size() != kPoints + 2) return;
        const bool hasTimes = arguments.size() > kPoints;
        std::int64_t begin = hasTimes ? numberIn(arguments[kPoints]) : 0;
        std::int64_t end = hasTimes ? numberIn(arguments[kPoints + 1]) : 0;
        if (begin > end) std::swap(begin, end);
        const bool isForAll = begin <= 0 && end <= 0;
        if (isForAll && !hasDuration()) return;
        if (isForAll) begin = 0;
        if (isForAll) end = duration();
        if (end <= cut_.by) {
            tag.head = "\\pos(";
            arguments = {arguments[2], arguments[3]};
            return;
        }
        arguments.resize(kPoints);
        arguments.push_back(later(begin));
        arguments.push_back(later(end));
    }

    /// `\t` with tags, and before them how it goes, two times, or these and how.
    void cutChange(OverrideTag& tag) const {
        Arguments& arguments = tag.arguments;
        const std::size_t before = arguments.size() - 1;
        constexpr std::size_t kMost = 3;
        if (before > kMost) return;
        const bool hasTimes = before >= 2;
        std::int64_t begin = hasTimes ? numberIn(arguments[0]) : 0;
        std::int64_t end = hasTimes ? numberIn(arguments[1]) : 0;
        if (end == 0 && !hasDuration()) return;
        if (end == 0) end = duration();
        begin -= cut_.by;
        end -= cut_.by;
        // An end of 0 would be that of the cue.
        if (end == 0) end = -1;
        if (end == -1) begin = std::min(begin, end);
        if (!hasTimes) arguments.insert(arguments.begin(), 2, std::string());
        arguments[0] = textOf(begin);
        arguments[1] = textOf(end);
    }

    TagCut cut_;
};

}  // namespace

std::string cutTags(std::string_view tags, const TagCut& cut) {
    return withTags(tags, TagCutter(cut));
}

std::string cutDrawing(std::string_view drawing, const TagCut& cut) {
    return withDrawing(
        drawing, TagCutter(cut), [](std::string_view path) { return std::string(path); });
}

}  // namespace subs
