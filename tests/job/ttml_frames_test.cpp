// SPDX-License-Identifier: MIT
// Files of TTML whose times count frames, of every rate that films have: what is on frames stays
// there, and what is shifted by frames moves by exactly so many. Labels: subs/time/timecode.h.
#include <subs/job/convert.h>
#include <subs/time/timecode.h>

#include "catch.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

using namespace subs;

namespace {

struct Counting {
    const char* rate;
    const char* attributes;
    DropFrame drop = DropFrame::No;
};

constexpr std::array<Counting, 8> kCountings = {{
    {"23.976", "ttp:frameRate=\"24\" ttp:frameRateMultiplier=\"1000 1001\""},
    {"24", "ttp:frameRate=\"24\" ttp:frameRateMultiplier=\"1 1\""},
    {"25", "ttp:frameRate=\"25\""},
    {"29.97", "ttp:frameRate=\"30\" ttp:frameRateMultiplier=\"1000 1001\""},
    {"29.97",
     "ttp:frameRate=\"30\" ttp:frameRateMultiplier=\"1000 1001\" ttp:dropMode=\"dropNTSC\"",
     DropFrame::Yes},
    {"30", "ttp:frameRate=\"30\""},
    {"50", "ttp:frameRate=\"50\""},
    {"59.94", "ttp:frameRate=\"60\" ttp:frameRateMultiplier=\"1000 1001\""},
}};

using Spelling = std::function<std::string(std::int64_t)>;

std::string timeCodeOf(std::int64_t frame, const Counting& counting) {
    std::string label = timecodeOf(Frame{frame}, *parseFrameRate(counting.rate), counting.drop);
    std::ranges::replace(label, ';', ':');
    return label;
}

/// Cues on many frames: of the first minutes, around the tenth and after an hour, all `by` frames
/// later than without.
std::string fileOf(const std::string& attributes, const Spelling& spelt, std::int64_t by) {
    std::string text =
        "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:ttp=\"http://www.w3.org/ns/ttml#parameter\" "
        "xml:lang=\"en\" " +
        attributes + "><body><div>\n";
    for (const std::int64_t block : {0, 17'000, 107'000}) {
        for (std::int64_t i = 0; i < 120; ++i) {
            const std::int64_t first = block + by + i * 37;
            text += "<p begin=\"" + spelt(first) + "\" end=\"" + spelt(first + 2 + i % 11) +
                    "\">line</p>\n";
        }
    }
    return text + "</div></body></tt>\n";
}

Converted onFilm(const std::string& text,
                 const KnownFrames& film,
                 std::optional<MoveOptions> moving = std::nullopt) {
    ConvertOptions options;
    options.writing.rounding = Rounding::Frame;
    options.frames = &film;
    options.moving = std::move(moving);
    auto result = converted(text, "film.ttml", options);
    REQUIRE(result);
    return *std::move(result);
}

KnownFrames filmOf(std::string_view rate) {
    return {FrameTimeline::constant(*parseFrameRate(rate))};
}

/// Whether all of `plain` is the same as `wanted`, without a text of thousands of lines for a
/// failure.
void checkSame(const std::string& plain, const std::string& wanted) {
    const auto [at, in] = std::ranges::mismatch(plain, wanted);
    const auto from = static_cast<std::size_t>(at - plain.begin());
    INFO("from " << plain.substr(from - std::min<std::size_t>(from, 40), 90));
    CHECK((at == plain.end() && in == wanted.end()));
}

/// What stays, and what moves by `by` frames.
void checkFrames(const std::string& attributes, const Spelling& spelt, const KnownFrames& film) {
    const std::string file = fileOf(attributes, spelt, 0);
    const Converted same = onFilm(file, film);
    checkSame(same.bytes, file);
    CHECK(same.losses.empty());
    for (const std::int64_t by : {1, 24, 1799}) {
        INFO("by " << by);
        const Converted moved = onFilm(file, film, MoveOptions{ShiftByFrames{by}});
        checkSame(moved.bytes, fileOf(attributes, spelt, by));
        CHECK(moved.losses.worst() <= LossSeverity::Info);
        checkSame(onFilm(moved.bytes, film).bytes, moved.bytes);
        checkSame(onFilm(moved.bytes, film, MoveOptions{ShiftByFrames{-by}}).bytes, file);
    }
}

}  // namespace

TEST_CASE("time codes of TTML that are on frames of the film stay, and move by whole frames",
          "[job][property][ttml]") {
    for (const Counting& counting : kCountings) {
        INFO(counting.rate << " " << counting.attributes);
        checkFrames(
            std::string("ttp:timeBase=\"smpte\" ") + counting.attributes,
            [&](std::int64_t frame) { return timeCodeOf(frame, counting); },
            filmOf(counting.rate));
    }
}

TEST_CASE("a move of so many frames in time moves time codes of TTML by so many, without a film",
          "[job][property][ttml]") {
    for (const Counting& counting : kCountings) {
        INFO(counting.rate << " " << counting.attributes);
        const std::string attributes = std::string("ttp:timeBase=\"smpte\" ") + counting.attributes;
        const Spelling spelt = [&](std::int64_t frame) { return timeCodeOf(frame, counting); };
        ConvertOptions options;
        options.moving =
            MoveOptions{ShiftByTime{filmOf(counting.rate).timeline.timeOf(Frame{101})}};
        const auto moved = converted(fileOf(attributes, spelt, 0), "film.ttml", options);
        REQUIRE(moved);
        checkSame(moved->bytes, fileOf(attributes, spelt, 101));
        CHECK(moved->losses.empty());
    }
}

TEST_CASE("frames of TTML by the clock of its media stay those of the film",
          "[job][property][ttml]") {
    for (const Counting& counting : kCountings) {
        if (counting.drop == DropFrame::Yes) continue;
        INFO(counting.rate);
        const KnownFrames film = filmOf(counting.rate);
        checkFrames(
            counting.attributes,
            [](std::int64_t frame) { return std::to_string(frame) + "f"; },
            film);
        // Seconds of the clock have no whole number of frames at the rates of NTSC.
        if (std::string_view(counting.rate).find('.') != std::string_view::npos) continue;
        checkFrames(
            counting.attributes,
            [&](std::int64_t frame) { return timeCodeOf(frame, counting); },
            film);
    }
}

TEST_CASE("time codes of TTML stay with a film of any rate", "[job][property][ttml]") {
    for (const Counting& counting : kCountings) {
        const std::string file = fileOf(
            std::string("ttp:timeBase=\"smpte\" ") + counting.attributes,
            [&](std::int64_t frame) { return timeCodeOf(frame, counting); },
            0);
        for (const char* const rate : {"23.976", "24", "25", "29.97", "30", "50", "59.94"}) {
            INFO(counting.attributes << " in a film of " << rate);
            const KnownFrames film = filmOf(rate);
            checkSame(onFilm(file, film).bytes, file);
            const Converted moved = onFilm(file, film, MoveOptions{ShiftByFrames{7}});
            checkSame(onFilm(moved.bytes, film).bytes, moved.bytes);
        }
    }
}

TEST_CASE("what is inside of a cue goes along with its time codes", "[job][ttml]") {
    const auto file = [](const std::string& begin, const std::string& end) {
        return "<tt xmlns=\"http://www.w3.org/ns/ttml\" "
               "xmlns:ttp=\"http://www.w3.org/ns/ttml#parameter\" ttp:timeBase=\"smpte\" "
               "ttp:frameRate=\"24\" ttp:frameRateMultiplier=\"1000 1001\"><body><div>\n"
               "<p begin=\"" +
               begin + "\" end=\"" + end +
               "\">a <span begin=\"00:00:00:12\">b</span> <span begin='00:00:01:07' "
               "end=\"00:00:02:00\">c</span></p></div></body></tt>\n";
    };
    const KnownFrames film = filmOf("23.976");
    const std::string text = file("00:00:01:00", "00:00:04:00");
    CHECK(onFilm(text, film).bytes == text);
    CHECK(onFilm(text, film, MoveOptions{ShiftByFrames{25}}).bytes ==
          file("00:00:02:01", "00:00:05:01"));
}
