// SPDX-License-Identifier: MIT
// What `subs` does with a film: it becomes `subs-film`, and the answers are those of the sample.
#include "catch.h"
#include "cli/program.h"
#include "folder.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

using nlohmann::json;
using testing::get;
using testing::put;
using testing::Ran;
using testing::run;
namespace fs = std::filesystem;

namespace {

std::size_t timesIn(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

const std::string kSamples = SUBS_SOURCE_DIR "/samples/";
const std::string kFilm = kSamples + "seven-lanterns.mp4";

}  // namespace

TEST_CASE("a film is described by its streams and frames", "[cli][film]") {
    const Ran text = run({"info", kFilm});
    CHECK(text.status == 0);
    CHECK(text.out.find("24000/1001 frames a second, constant rate") != std::string::npos);
    const json told = json::parse(run({"info", "--json", kFilm}).out);
    CHECK(told["kind"] == "film");
    CHECK(told["rate"] == "24000/1001");
    CHECK(told["streams"][0]["kind"] == "video");
}

TEST_CASE("a frame is rendered into a PNG of the film's own size", "[cli][film]") {
    const testing::Folder folder;
    const Ran ran = run({"render",
                         "--film",
                         kFilm,
                         "--frame",
                         "240",
                         "-o",
                         "ខ្មែរ.png",
                         kSamples + "seven-lanterns.km.ass"},
                        {.folder = folder.path});
    CHECK(ran.status == 0);
    CHECK(ran.err.empty());
    const std::string png = get(folder.path / "ខ្មែរ.png");
    CHECK(png.substr(1, 3) == "PNG");
    CHECK(png.substr(16, 8) == std::string("\0\0\x05\0\0\0\x02\xD0", 8));  // 1280 × 720
    const Ran bare = run({"render", "--film", kFilm, "--frame", "240", "-o", "-"});
    CHECK(bare.out.substr(1, 3) == "PNG");
    CHECK(bare.out != png);
    const Ran refused = run({"render", "--film", kFilm, "--frame", "240", "-o", "ខ្មែរ.png"},
                            {.folder = folder.path});
    CHECK(refused.status == 2);
    CHECK(
        refused.err.find(
            "ខ្មែរ.png: error: cannot write ខ្មែរ.png: there is a file of that name; --overwrite replaces it [io.exists]") ==
        0);
    CHECK(get(folder.path / "ខ្មែរ.png") == png);
}

TEST_CASE("a Khmer line wider than the picture is drawn in more lines, unless for other players",
          "[cli][film][khmer]") {
    const testing::Folder folder;
    std::string text;
    for (int i = 0; i < 20; ++i)
        text += "ខ្ញុំទៅផ្សារ";
    put(folder.path / "a.srt", "1\n00:00:01,000 --> 00:00:02,000\n" + text + "\n");
    std::vector<std::string> command{"render", "--at", "1.5", "-o", "-", "a.srt"};
    const Ran delivered = run(command, {.folder = folder.path});
    CHECK(delivered.status == 0);
    CHECK(delivered.err ==
          "a.srt: warning: 1 cue with a Khmer line that is wider than the picture between its "
          "margins, the first at 00:00:01.000: drawn in more lines here, which other players do "
          "not do [media.line-broken]\n");
    command.emplace_back("--as-other-players");
    const Ran others = run(command, {.folder = folder.path});
    CHECK(others.status == 0);
    CHECK(others.err.empty());
    CHECK(others.out != delivered.out);
}

TEST_CASE("lines are wrapped and checked for the width of the film", "[cli][film][lines]") {
    // The canvas is 4:3, the film 16:9: what takes most of the one's width leaves the other's room.
    const testing::Folder folder;
    const std::string head =
        "[Script Info]\nScriptType: v4.00+\nPlayResX: 384\nPlayResY: 288\nWrapStyle: 2\n\n"
        "[V4+ Styles]\nFormat: Name, Fontname, Fontsize, Alignment, MarginL, MarginR, MarginV\n"
        "Style: Default,Noto Sans Khmer,25,2,10,10,10\n\n"
        "[Events]\nFormat: Layer, Start, End, Style, Text\n"
        "Dialogue: 0,0:00:01.00,0:00:05.00,Default,";
    const std::string text = "យើងត្រូវទៅផ្សារនៅព្រឹកស្អែកហើយត្រឡប់មកផ្ទះវិញនៅពេលល្ងាច";
    put(folder.path / "a.ass", head + text + "\n");
    const auto ran = [&](std::vector<std::string> command, bool withFilm) {
        if (withFilm) command.insert(command.end(), {"--film", kFilm});
        return run(command, {.folder = folder.path});
    };
    const std::vector<std::string> wrap{"wrap", "a.ass", "-o", "-"};
    CHECK(timesIn(ran(wrap, false).out, "\\N") == 1);
    CHECK(timesIn(ran(wrap, true).out, "\\N") == 0);
    const std::vector<std::string> convert{"convert", "--wrap", "a.ass", "-o", "-"};
    CHECK(timesIn(ran(convert, false).out, "\\N") == 1);
    CHECK(timesIn(ran(convert, true).out, "\\N") == 0);
    const std::vector<std::string> qc{"qc", "a.ass", "--fail-on", "never"};
    CHECK(timesIn(ran(qc, false).err, "[font.outside-safe-area]") == 1);
    CHECK(timesIn(ran(qc, true).err, "[font.outside-safe-area]") == 0);
    CHECK(ran({"wrap", "a.ass", "-o", "-", "--picture", "4x3"}, true).status == 2);
}

TEST_CASE("a picture never takes the place of what it is made from", "[cli][film]") {
    const testing::Folder folder;
    put(folder.path / "film.mp4", get(kFilm));
    put(folder.path / "a.srt", get(kSamples + "seven-lanterns.en.srt"));
    for (const char* output : {"film.mp4", "a.srt"}) {
        const Ran ran = run(
            {"render", "--film", "film.mp4", "--frame", "3", "a.srt", "-o", output, "--overwrite"},
            {.folder = folder.path});
        CHECK(ran.status == 2);
        CHECK(ran.err.find("the picture would be written over " + std::string(output)) !=
              std::string::npos);
    }
    CHECK(get(folder.path / "film.mp4") == get(kFilm));
}

TEST_CASE("a picture is rendered without a film", "[cli][film]") {
    const Ran ran = run({"render",
                         "--at",
                         "0:00:02",
                         "--size",
                         "320x180",
                         "-o",
                         "-",
                         kSamples + "seven-lanterns.en.srt"});
    CHECK(ran.status == 0);
    CHECK(ran.out.substr(16, 8) == std::string("\0\0\x01\x40\0\0\0\xB4", 8));
    CHECK(run({"render", "--frame", "1", "-o", "-"}).status == 2);
    CHECK(run({"render", "--at", "soon", "-o", "-"}).status == 2);
    CHECK(run({"render", "--at", "1", "--frame", "1", "-o", "-"}).status == 2);
    CHECK(run({"render", "--at", "1", "--size", "big", "-o", "-"}).status == 2);
}

TEST_CASE("tracks made for a film are on its frames already", "[cli][film]") {
    for (const char* name : {"seven-lanterns.km.srt", "seven-lanterns.en.ass"}) {
        const testing::Folder folder;
        const std::string ending = fs::path(name).extension().string();
        CHECK(run({"convert", kSamples + name, "--film", kFilm, "-o", "out" + ending},
                  {.folder = folder.path})
                  .status == 0);
        CHECK(get(folder.path / ("out" + ending)) == get(kSamples + name));
    }
    CHECK(run({"frames", "--film", kFilm}, {.input = "time 100\n"}).out == "25025/6\n");
}

TEST_CASE("speech is printed span by span and as JSON", "[cli][film][speech]") {
    const Ran text = run({"speech", kFilm});
    CHECK(text.status == 0);
    CHECK(text.err.empty());
    const json told = json::parse(run({"speech", "--json", kFilm}).out);
    REQUIRE(told.size() == 1);
    const json& spans = told["spans"];
    CHECK(timesIn(text.out, "\n") == spans.size());
    double last = 0;
    for (const json& span : spans) {
        CHECK(span["start_ms"] >= last);
        CHECK(span["end_ms"] > span["start_ms"]);
        last = span["end_ms"];
        CHECK(span["confidence"] >= 0);
        CHECK(span["confidence"] <= 1);
    }
    CHECK(run({"speech", "--channel", "nowhere", kFilm}).status == 2);
}

TEST_CASE("speech of a file that has no sound is an error that names it", "[cli][film][speech]") {
    const testing::Folder folder;
    put(folder.path / "broken.mkv", "\x1A\x45\xDF\xA3 and nothing more");
    for (const char* name : {"broken.mkv", "none.mkv"}) {
        const Ran ran = run({"speech", name}, {.folder = folder.path});
        CHECK(ran.status == 2);
        CHECK(ran.out.empty());
        CHECK(ran.err.find(std::string(name) + ": error: ") == 0);
    }
}

TEST_CASE("a film that is none is an error that names it", "[cli][film]") {
    const testing::Folder folder;
    put(folder.path / "broken.mkv", "\x1A\x45\xDF\xA3 and nothing more");
    const Ran info = run({"info", "broken.mkv"}, {.folder = folder.path});
    CHECK(info.status == 2);
    CHECK(info.err.find("broken.mkv: error: ") == 0);
    const Ran render = run({"render", "--film", "none.mkv", "--frame", "1", "-o", "x.png"},
                           {.folder = folder.path});
    CHECK(render.status == 2);
    CHECK(render.err.find("none.mkv") != std::string::npos);
    CHECK_FALSE(fs::exists(folder.path / "x.png"));
}

namespace {

/// The first part of the sample film, which its tables promise more of, and its tracks.
struct CutFilm {
    testing::Folder folder;

    CutFilm() {
        const std::string whole = get(kFilm);
        put(folder.path / "cut.mp4", whole.substr(0, whole.size() * 2 / 3));
        put(folder.path / "early.srt", "1\n00:00:01,000 --> 00:00:02,000\nfine\n");
        put(folder.path / "late.srt",
            "1\n00:00:01,000 --> 00:00:02,000\nfine\n\n2\n00:01:10,000 --> 00:01:11,000\nlate\n");
    }
};

}  // namespace

TEST_CASE("damage of a film is told once by each command that takes one", "[cli][film]") {
    const CutFilm cut;
    put(cut.folder.path / "also.srt", get(cut.folder.path / "early.srt"));
    const std::vector<std::vector<std::string>> commands = {
        {"convert", "early.srt", "also.srt", "--out-dir", "out", "--film", "cut.mp4"},
        {"qc", "early.srt", "also.srt", "--film", "cut.mp4"},
        {"info", "early.srt", "also.srt", "--film", "cut.mp4"},
        {"frames", "--film", "cut.mp4"},
        {"render", "--film", "cut.mp4", "--frame", "3", "-o", "x.png", "early.srt"}};
    for (const auto& arguments : commands) {
        INFO(arguments.front());
        const Ran ran = run(arguments, {.folder = cut.folder.path});
        CHECK(ran.status <= 1);
        CHECK(timesIn(ran.err, "[media.truncated]") == 1);
        CHECK(ran.err.find("cut.mp4: warning: the file is shorter than its tables say") == 0);
    }
}

TEST_CASE("a track that goes on past a truncated film is not retimed", "[cli][film]") {
    const CutFilm cut;
    const Ran ran = run({"convert", "late.srt", "--film", "cut.mp4", "-o", "out.srt"},
                        {.folder = cut.folder.path});
    CHECK(ran.status == 2);
    CHECK(ran.err.find("\nlate.srt:5: error: 1 cue lies past the last frame of cut.mp4") !=
          std::string::npos);
    CHECK(ran.err.find("[time.film-cut-short]") != std::string::npos);
    CHECK_FALSE(fs::exists(cut.folder.path / "out.srt"));
    const Ran qc = run({"qc", "late.srt", "--film", "cut.mp4"}, {.folder = cut.folder.path});
    CHECK(qc.err.find("late.srt:5: warning: 1 cue lies past the last frame of cut.mp4") !=
          std::string::npos);
    const Ran info = run({"info", "late.srt", "--film", "cut.mp4"}, {.folder = cut.folder.path});
    CHECK(info.err.find("late.srt:5: warning: 1 cue lies past") != std::string::npos);
}

TEST_CASE("cues past the end of a whole film keep their times and that is told", "[cli][film]") {
    const testing::Folder folder;
    const std::string past =
        "1\n00:00:00,980 --> 00:00:01,981\nfine\n\n2\n00:10:00,001 --> 00:10:01,002\npast\n";
    put(folder.path / "a.srt", past);
    const Ran ran =
        run({"convert", "a.srt", "--film", kFilm, "-o", "b.srt"}, {.folder = folder.path});
    CHECK(ran.status == 0);
    CHECK(get(folder.path / "b.srt") == past);
    CHECK(ran.err.find("a.srt:5: warning: 1 cue lies past the last frame of ") == 0);
    CHECK(timesIn(ran.err, "\n") == 1);
}

TEST_CASE("a question beyond the end of a film is answered with a warning", "[cli][film]") {
    const Ran ran = run({"frames", "--film", kFilm}, {.input = "time 100\ntime 100000\n"});
    CHECK(ran.status == 0);
    CHECK(timesIn(ran.out, "\n") == 2);
    CHECK(ran.err.find("-:2: warning: there is no frame 100000 in " + kFilm + ", whose last is ") ==
          0);
}

TEST_CASE("the first frame of a film can be time 0", "[cli][film]") {
    CHECK(run({"frames", "--film", kFilm, "--origin", "first-frame"}, {.input = "time 0\n"}).out ==
          "0\n");
    const Ran alone = run({"frames", "--fps", "25", "--origin", "first-frame"});
    CHECK(alone.status == 2);
    CHECK(alone.err.find("--film") != std::string::npos);
}

TEST_CASE("subtitles over a picture can come from standard input", "[cli][film]") {
    const std::vector<std::string> plain = {"render", "--at", "1", "--size", "320x180", "-o", "-"};
    std::vector<std::string> drawn = plain;
    drawn.emplace_back("-");
    const std::string text = "1\n00:00:00,500 --> 00:00:02,000\nHello\n";
    CHECK(run(drawn, {.input = text}).out.substr(1, 3) == "PNG");
    CHECK(run(drawn, {.input = text}).out != run(plain).out);
}

TEST_CASE("a moment that no clock shows is refused", "[cli][film]") {
    for (const char* moment : {"99:99:99", "1:60:00", "1:00:60", "1:2:3:4", "-1:00", "1:", "x"}) {
        INFO(moment);
        const Ran ran = run({"render", "--at", moment, "-o", "never.png"});
        CHECK(ran.status == 2);
        CHECK(ran.err.find("is no time; one looks like 1:02:03.456") != std::string::npos);
    }
}

TEST_CASE("a picture is not written under the ending of another kind", "[cli][film]") {
    const Ran ran = run({"render", "--at", "1", "-o", "z.jpg"});
    CHECK(ran.status == 2);
    CHECK(ran.err.find("the picture is a PNG, and \"z.jpg\" does not end with .png") !=
          std::string::npos);
}

TEST_CASE("cues become pictures beside a cinema file", "[cli][film][pictures]") {
    const testing::Folder folder;
    const Ran ran = run({"convert",
                         kSamples + "seven-lanterns.km.ass",
                         "-t",
                         "interop",
                         "--pictures",
                         "--canvas",
                         "2048x858",
                         "-o",
                         "km.xml"},
                        {.folder = folder.path});
    INFO(ran.err);
    CHECK(ran.status == 0);
    const std::string xml = get(folder.path / "km.xml");
    const std::size_t cues = timesIn(xml, "<Subtitle ");
    CHECK(cues > 0);
    CHECK(timesIn(xml, "<Image ") == cues);
    CHECK(timesIn(xml, "<Text") == 0);
    std::size_t pictures = 0;
    for (const auto& entry : fs::directory_iterator(folder.path)) {
        if (entry.path().extension() != ".png") continue;
        ++pictures;
        CHECK(timesIn(xml, ">" + entry.path().filename().string() + "</Image>") > 0);
        CHECK(get(entry.path()).substr(1, 3) == "PNG");
    }
    CHECK(pictures > 0);
    CHECK(pictures <= cues);
}
