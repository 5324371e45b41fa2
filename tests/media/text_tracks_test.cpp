// SPDX-License-Identifier: MIT
// Text tracks out of films that ffmpeg made, held to what ffmpeg takes out of them.
#include <subs/base/file.h>
#include <subs/job/extract.h>
#include <subs/media/container_library.h>

#include "catch.h"
#include "folder.h"
#include "test_films.h"

using namespace subs;
using namespace subs::media;
using testing::filmPath;

namespace {

const std::string kAss =
    "[Script Info]\nScriptType: v4.00+\nPlayResX: 640\nPlayResY: 360\n\n[V4+ Styles]\n"
    "Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, "
    "Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, "
    "Shadow, Alignment, MarginL, MarginR, MarginV, Encoding\n"
    "Style: Default,Khmer OS,40,&H00FFFFFF,&H000000FF,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,"
    "2,1,2,10,10,10,1\n\n[Events]\n"
    "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
    "Dialogue: 0,0:00:01.00,0:00:02.50,Default,Dara,0,0,0,,សួស្តី, {\\b1}bold\n"
    "Dialogue: 1,0:00:02.00,0:00:03.04,Default,,5,6,7,fx,two\\Nlines\n";

/// A folder that ffmpeg works in.
struct Bench {
    testing::Folder folder;

    std::filesystem::path path(const char* name) const { return folder.path / name; }
    void put(const char* name, std::string_view bytes) const {
        REQUIRE(writeFileAtomically(path(name), bytes));
    }
    std::string get(const char* name) const { return readFile(path(name)).value(); }
    void ffmpeg(const std::string& arguments) const {
        testing::outputOf("cd '" + folder.path.string() + "' && ffmpeg -nostdin -v error -y " +
                          arguments);
    }
    ExtractOutcome extract(const char* film, const char* output) const {
        const auto library = makeContainerLibrary();
        return extracted(*library, {path(film), path(output), {}}, {});
    }
};

/// The lines of events, which is where ffmpeg and we write the same.
std::string eventsOf(std::string text) {
    std::string out;
    for (std::size_t at = 0; (at = text.find("Dialogue:", at)) != std::string::npos; ++at)
        out += text.substr(at, text.find_first_of("\r\n", at) - at) + "\n";
    return out;
}

}  // namespace

TEST_CASE("an ASS track is taken out as ffmpeg takes it out", "[media][tracks]") {
    const Bench bench;
    bench.put("in.ass", kAss);
    bench.ffmpeg("-i '" + filmPath("film.mkv").string() +
                 "' -i in.ass -map 0 -map 1 -c copy a.mkv");
    bench.ffmpeg("-i a.mkv -map 0:s:0 -c copy theirs.ass");
    const auto done = bench.extract("a.mkv", "ours.ass");
    REQUIRE_FALSE(done.error);
    REQUIRE_FALSE(done.tracks.at(0).error);
    CHECK(eventsOf(bench.get("ours.ass")) == eventsOf(bench.get("theirs.ass")));
    CHECK(eventsOf(bench.get("ours.ass")) == eventsOf(kAss));
    CHECK(bench.get("ours.ass").find("Style: Default,Khmer OS,40,") != std::string::npos);
}

TEST_CASE("times of a track are film times, as ffmpeg counts them", "[media][tracks]") {
    const Bench bench;
    bench.put(
        "in.srt",
        "1\n00:00:01,000 --> 00:00:02,000\none\n\n2\n00:00:03,500 --> 00:00:04,250\n<i>two</i>\n");
    // The film begins at 517 ms, the text where it is told to.
    bench.ffmpeg("-copyts -i '" + filmPath("late.mkv").string() +
                 "' -i in.srt -map 0 -map 1 -c copy a.mkv");
    bench.ffmpeg("-i a.mkv -map 0:s:0 -c copy theirs.srt");
    REQUIRE_FALSE(bench.extract("a.mkv", "ours.srt").error);
    CHECK(bench.get("ours.srt") == bench.get("theirs.srt"));
}

TEST_CASE("timed text of an MP4 is taken out with its tags", "[media][tracks]") {
    const Bench bench;
    bench.put("in.srt",
              "1\n00:00:01,000 --> 00:00:02,000\nសួស្តី <b>bold</b>\n\n"
              "2\n00:00:03,500 --> 00:00:04,250\n<i>two</i>\nlines\n");
    bench.ffmpeg("-i '" + filmPath("film.mp4").string() +
                 "' -i in.srt -map 0 -map 1 -c copy -c:s mov_text -metadata:s:s:0 language=khm "
                 "a.mp4");
    const auto done = bench.extract("a.mp4", "ours.srt");
    REQUIRE_FALSE(done.error);
    CHECK(done.tracks.at(0).track.codec == TextCodec::TimedText);
    CHECK(done.tracks.at(0).track.language == "khm");
    CHECK(bench.get("ours.srt") == bench.get("in.srt"));
}

TEST_CASE("a WebVTT track keeps identifiers and settings", "[media][tracks]") {
    const Bench bench;
    const std::string cues =
        "intro\n00:00:01.000 --> 00:00:02.000 line:0 align:start\none\n\n"
        "00:00:03.000 --> 00:00:04.000\n<v Dara>two</v>\n";
    bench.put("in.vtt", "WEBVTT\n\n" + cues);
    bench.ffmpeg("-i '" + filmPath("film.mkv").string() +
                 "' -i in.vtt -map 0 -map 1 -c copy a.mkv");
    REQUIRE_FALSE(bench.extract("a.mkv", "ours.vtt").error);
    CHECK(bench.get("ours.vtt") == "WEBVTT\n\n" + cues + "\n");
}

TEST_CASE("a Matroska file of text alone is read by its own times", "[media][tracks]") {
    const Bench bench;
    bench.put("in.srt", "1\n00:00:05,000 --> 00:00:06,000\none\n");
    bench.ffmpeg("-i in.srt -c copy -f matroska a.mks");
    REQUIRE_FALSE(bench.extract("a.mks", "ours.srt").error);
    CHECK(bench.get("ours.srt") == "1\n00:00:05,000 --> 00:00:06,000\none\n\n");
}

TEST_CASE("a film that is cut short says that texts may be missing", "[media][tracks]") {
    const Bench bench;
    bench.put("in.srt", "1\n00:00:01,000 --> 00:00:02,000\none\n");
    bench.ffmpeg("-i '" + filmPath("film.mkv").string() +
                 "' -i in.srt -map 0 -map 1 -c copy a.mkv");
    const std::string whole = bench.get("a.mkv");
    bench.put("cut.mkv", std::string_view(whole).substr(0, whole.size() / 2));
    const auto done = bench.extract("cut.mkv", "ours.srt");
    REQUIRE_FALSE(done.error);
    REQUIRE(done.diagnostics.size() == 1);
    CHECK(done.diagnostics[0].code == "media.truncated");
}

TEST_CASE("what is no container, or holds no text, is refused", "[media][tracks]") {
    const Bench bench;
    bench.put("words.mkv", "words, and no film");
    CHECK(bench.extract("words.mkv", "a.srt").error->code == "media.unreadable");
    const auto library = makeContainerLibrary();
    const auto none = extracted(*library, {filmPath("film.mp4"), bench.path("a.srt"), {}}, {});
    CHECK(none.error->code == "extract.no-tracks");
    CHECK(extracted(*library, {filmPath("words.srt"), bench.path("a.srt"), {}}, {}).error->code ==
          "media.unreadable");
    std::stop_source stop;
    stop.request_stop();
    CHECK(library->contents(filmPath("film.mkv"), stop.get_token()).error().code ==
          "media.cancelled");
}
