// SPDX-License-Identifier: MIT
// Films with texts in their pictures, held to the films that they are made of and to FFmpeg's own
// filter of libass.
#include <subs/base/file.h>
#include <subs/job/burn.h>
#include <subs/media/burner.h>
#include <subs/media/film.h>

#include "catch.h"
#include "folder.h"
#include "test_films.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <stop_token>
#include <string>
#include <tuple>
#include <vector>

using namespace subs;
using namespace subs::media;
using testing::burnedNumberOf;
using testing::filmPath;
using testing::outputOf;

namespace {

namespace fs = std::filesystem;

/// White letters with a black edge, in places of their own; on frames 24 to 71 and from 120 on, of
/// 24000/1001 a second: 24 begin at 1.001 s, 72 at 3.003 s, 120 at 5.005 s.
const std::string kAss =
    "[Script Info]\nScriptType: v4.00+\nPlayResX: 320\nPlayResY: 180\nScaledBorderAndShadow: yes\n\n"
    "[V4+ Styles]\nFormat: Name, Fontname, Fontsize, PrimaryColour, OutlineColour, Outline, Shadow, "
    "Alignment, MarginL, MarginR, MarginV\n"
    "Style: Default,Noto Sans,24,&H00FFFFFF,&H00000000,2,0,2,10,10,10\n\n"
    "[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
    "Dialogue: 0,0:00:01.00,0:00:03.00,Default,,0,0,0,,MMMM\n"
    "Dialogue: 0,0:00:05.00,0:01:00.00,Default,,0,0,0,,{\\pos(160,100)}WWWW\n";

bool isCovered(std::int64_t frame) {
    return (frame >= 24 && frame < 72) || frame >= 120;
}

struct Bench {
    testing::Folder folder;
    BurnOptions options;

    explicit Bench(const std::string& film, const std::string& output = "new.mkv") {
        options.film = filmPath(film);
        options.subtitles = folder.path / "text.ass";
        options.output = folder.path / output;
        options.quality = {0, "ultrafast"};
        REQUIRE(writeFileAtomically(options.subtitles, kAss));
    }

    Result<BurnedFilm> tried(const Watch& watch = {}) const {
        return burned(*makeFilmBurner(), options, watch);
    }

    BurnedFilm burn() const {
        auto done = tried();
        INFO((done ? std::string() : done.error().message));
        REQUIRE(done);
        return *std::move(done);
    }

    /// True where nothing is left beside the subtitles.
    bool isClean() const {
        const auto entries = fs::directory_iterator(folder.path);
        return std::distance(fs::begin(entries), fs::end(entries)) == 1;
    }
};

/// The pictures of all frames as FFmpeg decodes them, one after the other, with `filter` applied.
std::string planes(const fs::path& film, const std::string& filter = "null") {
    return outputOf("ffmpeg -nostdin -v error -i '" + film.string() + "' -map 0:v -vf '" + filter +
                    "' -fps_mode passthrough -f rawvideo -");
}

}  // namespace

TEST_CASE("a burned film has each frame of the film at its time", "[media][burn]") {
    const auto [name, output] =
        GENERATE(table<std::string, std::string>({{"film.mp4", "new.mp4"},
                                                  {"film.mp4", "new.mkv"},
                                                  {"film.mkv", "new.mp4"},
                                                  {"late.mkv", "new.mkv"},
                                                  {"late.mp4", "new.mp4"},
                                                  {"film.ts", "new.mp4"},
                                                  {"edited.mp4", "new.mp4"},
                                                  {"open.mp4", "new.mkv"},
                                                  {"primed.mkv", "new.mp4"},
                                                  {"uneven.mkv", "new.mkv"},
                                                  {"uneven.mp4", "new.mp4"}}));
    INFO(name << " to " << output);
    Bench bench(name, output);
    const BurnedFilm done = bench.burn();
    auto before = Film::open(bench.options.film);
    auto after = Film::open(bench.options.output);
    REQUIRE(before);
    REQUIRE(after);
    CHECK(done.frames == before->frameCount());
    REQUIRE(after->frameCount() == before->frameCount());
    // Matroska has whole milliseconds, and so may have the film.
    const Time most = Time::fromMilliseconds(1);
    for (std::int64_t i = 0; i < before->frameCount(); ++i) {
        const Time moved = after->timeline().timeOf(Frame{i}) - before->timeline().timeOf(Frame{i});
        INFO("frame " << i);
        CHECK((moved <= most && -moved <= most));
    }
    for (std::int64_t i = 0; i < after->frameCount(); i += 37) {
        const auto wanted = before->picture({i});
        const auto picture = after->picture({i});
        REQUIRE(wanted);
        REQUIRE(picture);
        CHECK(burnedNumberOf(*picture) == burnedNumberOf(*wanted));
    }
}

TEST_CASE("a Khmer line that is broken to fit, and a font that cannot be read, are told",
          "[media][burn][khmer]") {
    Bench bench("attached.mkv");
    bench.options.subtitles = bench.folder.path / "text.srt";
    std::string text;
    for (int i = 0; i < 20; ++i)
        text += "ខ្ញុំទៅផ្សារ";
    REQUIRE(writeFileAtomically(bench.options.subtitles,
                                "1\n00:00:00,500 --> 00:00:01,000\n" + text + "\n"));
    fs::create_directories(bench.folder.path / "fonts" / "folder.ttf");
    const BurnedFilm done = bench.burn();
    const auto isTold = [&](const char* code, const char* part) {
        return std::ranges::any_of(done.diagnostics, [&](const Diagnostic& each) {
            return each.code == code && each.message.find(part) != std::string::npos;
        });
    };
    CHECK(isTold("media.line-broken", "1 cue with a Khmer line"));
    CHECK(isTold("media.line-broken", "00:00:00.500"));
    CHECK(isTold("media.font-substituted", "folder.ttf"));
}

TEST_CASE("pictures without a text are kept to the bit", "[media][burn]") {
    Bench bench("silent.mp4");
    const BurnedFilm done = bench.burn();
    CHECK(done.drawn == 48 + 480);
    const std::string before = planes(bench.options.film);
    const std::string after = planes(bench.options.output);
    constexpr std::size_t kSize = 320 * 180 * 3 / 2;
    REQUIRE(before.size() == 600 * kSize);
    REQUIRE(after.size() == before.size());
    for (std::int64_t i = 0; i < 600; ++i) {
        const std::size_t at = static_cast<std::size_t>(i) * kSize;
        INFO("frame " << i);
        CHECK((before.compare(at, kSize, after, at, kSize) == 0) == !isCovered(i));
        // The first 60 lines are above all texts.
        CHECK(before.compare(at, 320 * 60, after, at, 320 * 60) == 0);
    }
}

TEST_CASE("what is drawn is what FFmpeg's filter draws with libass", "[media][burn]") {
    Bench bench("silent.mp4");
    bench.burn();
    const std::string ours = planes(bench.options.output, "format=gray");
    const std::string theirs =
        planes(bench.options.film, "ass=" + bench.options.subtitles.string() + ",format=gray");
    REQUIRE(ours.size() == 600 * 320 * 180);
    REQUIRE(theirs.size() == ours.size());
    std::size_t other = 0;
    for (std::size_t i = 0; i < ours.size(); ++i)
        other += std::abs(static_cast<unsigned char>(ours[i]) -
                          static_cast<unsigned char>(theirs[i])) > 3
                     ? 1U
                     : 0U;
    CHECK(other == 0);
}

TEST_CASE("sound is kept as it is", "[media][burn]") {
    Bench bench("late_sound.mkv");
    bench.burn();
    const auto sound = [](const fs::path& film) {
        return outputOf("ffmpeg -nostdin -v error -i '" + film.string() +
                        "' -map 0:a -c copy -f framecrc -");
    };
    const std::string before = sound(bench.options.film);
    CHECK(before.size() > 1'000);
    CHECK(sound(bench.options.output) == before);
}

TEST_CASE("depth and colours of the pictures are kept", "[media][burn]") {
    const auto [name, format] = GENERATE(table<std::string, std::string>(
        {{"ten.mkv", "yuv420p10le"}, {"shots_ten.mkv", "yuv422p10le"}, {"full.mp4", "yuvj444p"}}));
    INFO(name);
    Bench bench(name);
    bench.burn();
    const std::string probe = outputOf(
        "ffprobe -v error -select_streams v -show_entries "
        "stream=pix_fmt,color_space,color_range -of csv=p=0 '" +
        bench.options.output.string() + "'");
    INFO(probe);
    const std::string before = outputOf(
        "ffprobe -v error -select_streams v -show_entries "
        "stream=color_space -of csv=p=0 '" +
        bench.options.film.string() + "'");
    CHECK(probe.find(format) == 0);
    CHECK(probe.find(before.substr(0, before.find('\n'))) != std::string::npos);
}

TEST_CASE("pictures that are stored otherwise come as they are shown", "[media][burn]") {
    const auto [name, width, height] = GENERATE(table<std::string, int, int>(
        {{"turned.mp4", 180, 320}, {"wide.mp4", 428, 180}, {"odd.webm", 322, 182}}));
    INFO(name);
    Bench bench(name);
    const BurnedFilm done = bench.burn();
    CHECK(done.width == width);
    CHECK(done.height == height);
    auto before = Film::open(bench.options.film);
    auto after = Film::open(bench.options.output);
    REQUIRE(before);
    REQUIRE(after);
    CHECK(after->info().width == width);
    CHECK(after->info().height == height);
    const auto wanted = before->picture({10}, width, height);
    const auto picture = after->picture({10}, width, height);
    REQUIRE(wanted);
    REQUIRE(picture);
    // The same picture as the film has, but for how it is scaled.
    std::uint64_t sum = 0;
    const int rows = std::min(wanted->height, picture->height);
    for (int y = 0; y < rows; ++y)
        for (int x = 0; x < 4 * std::min(wanted->width, picture->width); ++x)
            sum += static_cast<std::uint64_t>(
                std::abs(wanted->pixels[static_cast<std::size_t>(y) * wanted->stride() +
                                        static_cast<std::size_t>(x)] -
                         picture->pixels[static_cast<std::size_t>(y) * picture->stride() +
                                         static_cast<std::size_t>(x)]));
    CHECK(static_cast<double>(sum) / (4.0 * width * rows) < 9);
}

TEST_CASE("what of a film is neither picture nor sound is told", "[media][burn]") {
    Bench bench("film.mp4");
    const fs::path both = bench.folder.path / "both.mkv";
    outputOf("ffmpeg -nostdin -v error -i '" + bench.options.film.string() + "' -i '" +
             bench.options.subtitles.string() + "' -map 0 -map 1 -c copy '" + both.string() + "'");
    bench.options.film = both;
    const BurnedFilm done = bench.burn();
    REQUIRE(done.filmDiagnostics.size() == 1);
    CHECK(done.filmDiagnostics[0].code == "burn.left-out");
    CHECK(done.filmDiagnostics[0].message ==
          "1 stream of the film that is neither its picture nor its sound is left out");
}

TEST_CASE("a damaged film is burned as far as it goes, and that is told", "[media][burn]") {
    Bench bench("shots_scratched.mp4");
    const BurnedFilm done = bench.burn();
    const auto after = Film::open(bench.options.output);
    REQUIRE(after);
    CHECK(after->frameCount() == done.frames);
    const bool isTold = std::ranges::any_of(done.filmDiagnostics, [](const Diagnostic& diagnostic) {
        return diagnostic.code == "media.damaged";
    });
    CHECK(isTold);
}

TEST_CASE("a film that cannot be burned leaves nothing behind", "[media][burn]") {
    const auto [name, code] =
        GENERATE(table<std::string, std::string>({{"tone.m4a", "media.no-frames"},
                                                  {"words.txt", "media.unreadable"},
                                                  {"absent.mp4", "io.not-found"}}));
    INFO(name);
    const Bench bench(name);
    const auto done = bench.tried();
    REQUIRE_FALSE(done);
    CHECK(done.error().code == code);
    CHECK(bench.isClean());
}

TEST_CASE("sound that the new film has no place for is refused", "[media][burn]") {
    const Bench bench("late_sound.mkv", "new.mp4");
    Bench wave("silent.mp4", "new.mp4");
    const fs::path film = wave.folder.path / "wave.mkv";
    outputOf("ffmpeg -nostdin -v error -i '" + wave.options.film.string() + "' -i '" +
             filmPath("counted.wav").string() + "' -map 0:v -map 1:a -c copy '" + film.string() +
             "'");
    wave.options.film = film;
    const auto done = wave.tried();
    REQUIRE_FALSE(done);
    CHECK(done.error().code == "mux.stream");
    CHECK(done.error().message.find("pcm_s16le audio") != std::string::npos);
    CHECK_FALSE(fs::exists(wave.options.output));
}

TEST_CASE("burning stops when it is asked to, and leaves nothing behind", "[media][burn]") {
    const Bench bench("film.mp4", "new.mp4");
    std::stop_source stop;
    double reached = 0;
    const auto done = bench.tried({stop.get_token(), [&](double share) {
                                       CHECK(share >= reached);
                                       reached = share;
                                       if (share > 0.2) stop.request_stop();
                                   }});
    REQUIRE_FALSE(done);
    CHECK(done.error().code == "media.cancelled");
    CHECK(reached < 0.5);
    CHECK(bench.isClean());
}

TEST_CASE("the film, the subtitles and files that are there are not overwritten", "[media][burn]") {
    Bench bench("film.mp4");
    bench.options.output = bench.options.film;
    bench.options.existing = Existing::Replace;
    CHECK(bench.tried().error().code == "output.collision");
    bench.options.output = bench.folder.path / "new.avi";
    CHECK(bench.tried().error().code == "burn.output");
    bench.options.output = bench.folder.path / "new.mp4";
    bench.options.existing = Existing::Refuse;
    REQUIRE(writeFileAtomically(bench.options.output, "mine"));
    CHECK(bench.tried().error().code == "io.exists");
    CHECK(readFile(bench.options.output) == "mine");
}
