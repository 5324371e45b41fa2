// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/format/registry.h>
#include <subs/media/film.h>

#include "catch.h"
#include "folder.h"
#include "test_films.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

using namespace subs;
using namespace subs::media;
using testing::filmPath;
using testing::openFilm;
using testing::outputOf;

namespace {

constexpr std::size_t kWidth = 320;
constexpr std::size_t kHeight = 180;

/// Frames [first, last] of a cue, and where it stands.
struct Placed {
    std::int64_t first = 0;
    std::int64_t last = 0;
    bool atTop = false;
};

/// One frame long and longer, touching and apart, all over the film; neighbours stand at different
/// edges.
std::vector<Placed> placedCues(std::int64_t frameCount) {
    std::vector<Placed> cues;
    for (std::int64_t frame = 1; frame + 12 < frameCount;) {
        const auto count = static_cast<std::int64_t>(cues.size());
        const std::int64_t length = 1 + count * 7 % 11;
        cues.push_back({frame, frame + length - 1, count % 2 == 1});
        frame += length + count % 3;
    }
    return cues;
}

Document documentOf(const std::vector<Placed>& placed, const FrameTimeline& timeline) {
    Document document;
    document.format = "ass";
    for (const Placed& place : placed) {
        Cue cue;
        cue.id = document.newId();
        cue.start = timeline.timeOf({place.first});
        cue.end = timeline.timeOf({place.last + 1});
        cue.text.plain = "MMMM";
        if (place.atTop) cue.alignment = Alignment::TopRight;
        document.cues.push_back(cue);
    }
    return document;
}

/// The luma of all frames as FFmpeg shows them, with `filter` applied, small.
std::string frames(const std::filesystem::path& film, const std::string& filter) {
    return outputOf("ffmpeg -nostdin -v error -i '" + film.string() + "' -map 0:v -vf '" + filter +
                    ",scale=320:180' -fps_mode passthrough -pix_fmt gray -f rawvideo -");
}

/// Whether the part [top, bottom) of frame `number` is not what it is without subtitles.
bool differs(const std::string& plain,
             const std::string& burned,
             std::size_t number,
             std::size_t top,
             std::size_t bottom) {
    int different = 0;
    for (std::size_t i = top * kWidth; i < bottom * kWidth; ++i) {
        const std::size_t at = number * kWidth * kHeight + i;
        const int before = static_cast<unsigned char>(plain[at]);
        different += std::abs(static_cast<unsigned char>(burned[at]) - before) > 40 ? 1 : 0;
    }
    return different > 20;
}

bool isOn(const std::vector<Placed>& placed, std::int64_t frame, bool atTop) {
    return std::any_of(placed.begin(), placed.end(), [&](const Placed& place) {
        return place.atTop == atTop && place.first <= frame && frame <= place.last;
    });
}

/// How many frames show another cue than they should.
int wrongFrames(const std::string& plain,
                const std::string& burned,
                const std::vector<Placed>& placed) {
    REQUIRE(plain.size() > 100 * kWidth * kHeight);
    REQUIRE(burned.size() == plain.size());
    int wrong = 0;
    for (std::size_t number = 0; number < plain.size() / (kWidth * kHeight); ++number) {
        const auto frame = static_cast<std::int64_t>(number);
        const bool top = differs(plain, burned, number, 0, kHeight / 2);
        const bool bottom = differs(plain, burned, number, kHeight / 2, kHeight);
        wrong += top == isOn(placed, frame, true) && bottom == isOn(placed, frame, false) ? 0 : 1;
    }
    return wrong;
}

int wrongFrames(const std::string& film,
                const std::filesystem::path& subtitles,
                const std::vector<Placed>& placed) {
    return wrongFrames(frames(filmPath(film), "null"),
                       frames(filmPath(film), "subtitles=" + subtitles.string()),
                       placed);
}

std::string written(const Document& document,
                    const std::string& format,
                    const FrameTimeline& timeline) {
    WriteOptions options;
    options.rounding = Rounding::Frame;
    options.timeline = &timeline;
    const auto result = writtenDocument(document, *formatNamed(format), options);
    INFO((result ? std::string() : result.error().message));
    REQUIRE(result);
    return result->bytes;
}

}  // namespace

TEST_CASE("cues burned in by ffmpeg are on exactly their frames", "[media][burn-in]") {
    const std::string format = GENERATE("srt", "ass");
    // The text is made for one film, and right for every film whose pictures are at the same times.
    const auto [madeFor, burnedInto] =
        GENERATE(table<std::string, std::string>({{"film.mp4", "film.mp4"},
                                                  {"film.mp4", "film.mkv"},
                                                  {"film.mkv", "film.mkv"},
                                                  {"film.mkv", "silent.mp4"},
                                                  {"late.mkv", "late.mkv"},
                                                  {"late.mp4", "late.mp4"},
                                                  {"primed.mkv", "primed.mkv"},
                                                  {"uneven.mkv", "uneven.mkv"},
                                                  {"uneven.mp4", "uneven.mp4"}}));
    INFO(format << " for " << madeFor << " in " << burnedInto);
    const Film film = openFilm(madeFor);
    const auto placed = placedCues(film.frameCount());
    REQUIRE(placed.size() > 30);
    const testing::Folder folder;
    const auto file = folder.path / ("text." + format);
    REQUIRE(writeFileAtomically(
        file, written(documentOf(placed, film.timeline()), format, film.timeline())));
    CHECK(wrongFrames(burnedInto, file, placed) == 0);
}

TEST_CASE("text made for another film would be seen to be wrong", "[media][burn-in]") {
    const Film film = openFilm("film.mp4");
    const auto placed = placedCues(film.frameCount());
    const testing::Folder folder;
    const auto file = folder.path / "text.srt";
    REQUIRE(writeFileAtomically(
        file, written(documentOf(placed, film.timeline()), "srt", film.timeline())));
    CHECK(wrongFrames("late.mkv", file, placed) > 100);
}
