// SPDX-License-Identifier: MIT
#include <subs/job/convert.h>

#include "catch.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using namespace subs;

namespace {

constexpr int kCues = 40;

/// Cues that touch, at times that are whole milliseconds, frames or centiseconds of nothing. Long
/// enough to stay apart where a second is the step, and to be sent as closed captions.
std::string touchingCues() {
    const auto edge = [](std::int64_t i) {
        const std::int64_t tenThousandths = 10'003'337 + i * 13'610'000 + i * 37 % 100 * 1429;
        return fmt::format("{}.{:04}", tenThousandths / 10'000, tenThousandths % 10'000);
    };
    std::string cues;
    for (std::int64_t i = 0; i < kCues; ++i)
        cues += fmt::format("{}{{\"start_ms\":{},\"end_ms\":{},\"text\":\"boat {}\"}}",
                            i == 0 ? "" : ",",
                            edge(i),
                            edge(i + 1),
                            i);
    return "{\"cues\":[" + cues + "]}";
}

/// None, those of constant rates, and those of a film whose frames are not all as long.
std::vector<std::optional<KnownFrames>> films() {
    std::vector<std::optional<KnownFrames>> all = {std::nullopt};
    for (const char* const rate : {"23.976", "24", "25", "29.97", "59.94", "60"})
        all.push_back(KnownFrames{FrameTimeline::constant(*parseFrameRate(rate))});
    const std::array<RateRange, 2> ranges = {{{Frame{100}, Frame{400}, *parseFrameRate("30")},
                                              {Frame{500}, Frame{900}, *parseFrameRate("23.976")}}};
    all.push_back(KnownFrames{*FrameTimeline::fromRanges(*parseFrameRate("24"), ranges)});
    return all;
}

/// What a format has no time for at all is refused, with one of these.
bool isRefusal(const Error& error) {
    constexpr std::array<std::string_view, 4> kCodes = {
        "time.no-timeline", "time.no-unit-between-frames", "cinema.edit-rate", "stl.frame-rate"};
    return std::ranges::find(kCodes, std::string_view(error.code)) != kCodes.end();
}

/// The cues as `target` has them; nothing where it refuses.
std::optional<std::vector<Cue>> cuesIn(const Format& target,
                                       const std::string& file,
                                       Rounding rounding,
                                       const KnownFrames* frames) {
    ConvertOptions options;
    options.format = &target;
    options.reading.language = "en";
    options.writing.rounding = rounding;
    options.frames = frames;
    auto made = converted(file, "a.json", options);
    if (!made) {
        CAPTURE(made.error().message);
        CHECK(isRefusal(made.error()));
        return std::nullopt;
    }
    DocumentOptions reading;
    reading.format = target.info().id;
    reading.language = "en";
    if (frames != nullptr && target.info().timeBase == TimeBase::Frames)
        reading.timeline = &frames->timeline;
    auto again = readDocument(std::move(made->bytes), "out", reading);
    REQUIRE(again);
    return std::move(again->document.cues);
}

/// An end that is left out is where the next cue begins.
void checkTouching(const std::vector<Cue>& cues) {
    REQUIRE(cues.size() == kCues);
    for (std::size_t i = 0; i + 1 < cues.size(); ++i) {
        CAPTURE(i);
        CHECK(cues[i].start < cues[i + 1].start);
        CHECK(cues[i].end.value_or(cues[i + 1].start) == cues[i + 1].start);
    }
}

}  // namespace

TEST_CASE("same times: equal edges stay equal in every target", "[job][time][property]") {
    const std::string file = touchingCues();
    std::set<std::string_view> held;
    for (const std::optional<KnownFrames>& film : films()) {
        const KnownFrames* frames = film ? &*film : nullptr;
        CAPTURE(frames != nullptr ? formatted(frames->timeline.averageRate().framesPerSecond())
                                  : std::string("no film"));
        for (const Rounding rounding :
             {Rounding::Nearest, Rounding::Floor, Rounding::Frame, Rounding::FrameNearest}) {
            if (isFrameRule(rounding) && frames == nullptr) continue;
            for (const Format* const target : formats()) {
                CAPTURE(target->info().id, static_cast<int>(rounding));
                const auto cues = cuesIn(*target, file, rounding, frames);
                if (!cues) continue;
                checkTouching(*cues);
                held.insert(target->info().id);
            }
        }
    }
    // Each format was tried, and not refused by all films.
    CHECK(held.size() == formats().size());
}
