// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/job/convert.h>
#include <subs/job/sidecar.h>

#include "catch.h"
#include "folder.h"
#include "sidecar_film.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>

using namespace subs;
using testing::codesOf;
using testing::Film;
using testing::with;
namespace fs = std::filesystem;

namespace {

const std::string kAss =
    "[Script Info]\n; made by hand\nScriptType: v4.00+\nPlayResX: 1280\nPlayResY: 720\n\n"
    "[V4+ Styles]\nFormat: Name, Fontname, Fontsize, PrimaryColour, Italic, Alignment\n"
    "Style: Default,Noto Sans,48,&H00FFFFFF,0,2\nStyle: Sign,Arial,30,&H0000FFFF,-1,8\n\n"
    "[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
    "Comment: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,Where is it?\n"
    "Dialogue: 0,0:00:01.01,0:00:02.53,Default,Dara,0,0,0,,{\\blur2\\pos(300,200)}Where is it?\n"
    "Dialogue: 3,0:00:03.00,0:00:05.00,Sign,,20,20,0,,{\\fad(200,200)}THE RIVER\\NHOUSE\n"
    "Dialogue: 0,0:00:06.00,0:00:07.00,Default,,0,0,0,,{\\k30}la {\\k20}li {\\k50}lo\n"
    "Dialogue: 0,0:00:08.00,0:00:09.00,Default,Dara,0,0,0,,The end {check}\n";

}  // namespace

TEST_CASE("a file comes home byte for byte", "[job][sidecar]") {
    for (const std::string_view to : {"srt", "ssa", "vtt", "ttml", "itt", "sbv", "lrc"}) {
        CAPTURE(to);
        const Film film("ass", kAss, to);
        CHECK(film.out().converted.sidecar == film.sidecar());
        CHECK(film.homeText() == kAss);
        CHECK_FALSE(film.hasSecondSidecar());
        CHECK(codesOf(film.goHome()) == "sidecar.restored@0 ");
    }
}

TEST_CASE("losses say that the sidecar keeps what is lost", "[job][sidecar]") {
    const Film film("ass", kAss, "srt");
    REQUIRE_FALSE(film.out().converted.losses.empty());
    for (const LossItem& loss : film.out().converted.losses.items)
        CHECK(loss.remedy.find("film.srt.subs-sidecar keeps it") != std::string::npos);
}

TEST_CASE("edited words come home to their tags", "[job][sidecar]") {
    const Film film("ass", kAss, "srt");
    film.replace("Where is it?", "Where was it, then?");
    film.replace("HOUSE", "HOTEL");
    film.replace("li", "lu");
    std::string expected = with(kAss, "200)}Where is it?", "200)}Where was it, then?");
    expected = with(expected, "HOUSE", "HOTEL");
    CHECK(film.homeText() == with(expected, "}li ", "}lu "));
}

TEST_CASE("edited times come home edge by edge", "[job][sidecar]") {
    const Film film("ass", kAss, "srt");
    film.replace("00:00:02,530", "00:00:02,800");
    CHECK(film.homeText() == with(kAss, "0:00:02.53", "0:00:02.80"));
}

TEST_CASE("a cue that was removed goes, comments stay", "[job][sidecar]") {
    const Film film("ass", kAss, "srt");
    const std::string text = film.text();
    const std::size_t at = text.find("2\n00:00:03");
    film.put(text.substr(0, at) + text.substr(text.find("3\n00:00:06")));
    const std::size_t line = kAss.find("Dialogue: 3");
    std::string expected = kAss;
    expected.erase(line, kAss.find('\n', line) + 1 - line);
    CHECK(film.homeText() == expected);
}

TEST_CASE("a cue that was added comes where it stands, in a style of the original",
          "[job][sidecar]") {
    const Film film("ass", kAss, "srt");
    film.replace("3\n00:00:06", "3\n00:00:05,200 --> 00:00:05,900\n<i>New</i> one\n\n4\n00:00:06");
    const std::string home = film.homeText();
    const std::size_t at = home.find("0:00:05.20,0:00:05.90,Default,");
    REQUIRE(at != std::string::npos);
    CHECK(home.find("{\\i1}New{\\i0} one\n", at) != std::string::npos);
    CHECK(at > home.find("THE RIVER"));
    CHECK(at < home.find("{\\k30}la"));
    const std::size_t line = home.rfind('\n', at) + 1;
    std::string rest = home;
    rest.erase(line, home.find('\n', at) + 1 - line);
    CHECK(rest == kAss);
}

TEST_CASE("a cue that was cut in two is cut with its tags", "[job][sidecar]") {
    const Film film("ass", kAss, "srt");
    film.replace("00:00:05,000\n", "00:00:04,000\n");
    film.replace("RIVER\nHOUSE", "RIVER</i>\n\n9\n00:00:04,000 --> 00:00:05,000\n<i>HOUSE");
    const std::string home = film.homeText();
    CHECK(home.find("0:00:03.00,0:00:04.00,Sign,,20,20,0,,{\\fad(200,200)}THE RIVER\n") !=
          std::string::npos);
    CHECK(home.find("Dialogue: 3,0:00:04.00,0:00:05.00,Sign,,20,20,0,,{\\fad(200,200)}HOUSE\n") !=
          std::string::npos);
}

TEST_CASE("italics that were put in come home, and so does a place", "[job][sidecar]") {
    const Film film("ass", kAss, "srt");
    film.replace("The end", "The <i>end</i>");
    CHECK(film.homeText() == with(kAss, "The end", "The {\\i1}end{\\i0}"));
    const Film other("vtt",
                     "WEBVTT\n\nNOTE kept\n\nintro\n00:01.000 --> 00:02.000 size:40%\n<v Dara>Up\n",
                     "srt");
    other.replace("Up", "{\\an8}Up");
    CHECK(other.homeText() ==
          "WEBVTT\n\nNOTE kept\n\nintro\n00:01.000 --> 00:02.000 size:40% line:0\n<v Dara>Up\n");
}

TEST_CASE("cues that were moved come home moved", "[job][sidecar]") {
    const Film film("srt",
                    "1\n00:00:01,000 --> 00:00:02,000\n<b>one</b>\n\n"
                    "2\n00:00:03,000 --> 00:00:04,000\ntwo\n\n"
                    "3\n00:00:05,000 --> 00:00:06,000\nthree\n",
                    "vtt");
    film.put(
        "WEBVTT\n\n2\n00:03.000 --> 00:04.000\ntwo\n\n3\n00:05.000 --> 00:06.000\nthree\n\n"
        "1\n00:09.000 --> 00:10.000\n<b>one</b>\n");
    CHECK(film.homeText() ==
          "2\n00:00:03,000 --> 00:00:04,000\ntwo\n\n3\n00:00:05,000 --> 00:00:06,000\nthree\n\n"
          "1\n00:00:09,000 --> 00:00:10,000\n<b>one</b>\n\n");
}

TEST_CASE("a file whose elements do not allow the new order keeps its own", "[job][sidecar]") {
    const std::string ttml =
        "<tt xmlns=\"http://www.w3.org/ns/ttml\"><body>\n"
        "<div><p begin=\"1s\" end=\"2s\">one</p>\n<p begin=\"5s\" end=\"6s\">two</p></div>\n"
        "<div><p begin=\"3s\" end=\"4s\">three</p>\n<p begin=\"7s\" end=\"8s\">four</p></div>\n"
        "</body></tt>\n";
    const Film film("ttml", ttml, "srt");
    const std::string one = "1\n00:00:01,000 --> 00:00:02,000\none\n\n";
    const std::string sorted =
        "2\n00:00:03,000 --> 00:00:04,000\nthree\n\n"
        "3\n00:00:05,000 --> 00:00:06,000\ntwo\n\n"
        "4\n00:00:07,000 --> 00:00:08,000\nfour\n";
    film.put(one + sorted);
    CHECK(film.homeText() == ttml);
    CHECK(codesOf(film.goHome()) == "sidecar.order@0 sidecar.restored@0 ");
    film.put(one + with(with(sorted, "three", "third"),
                        "4\n00:00:07",
                        "4\n00:00:06,200 --> 00:00:06,800\nnew\n\n5\n00:00:07"));
    CHECK(film.homeText() == with(with(ttml, "three", "third"),
                                  "two</p>",
                                  "two</p>\n<p begin=\"6.2s\" end=\"6.8s\">new</p>\n"));
}

TEST_CASE("a file that is stored in another way has not been edited", "[job][sidecar]") {
    const Film film("ass", kAss, "srt");
    std::string text = film.text();
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2)
        text.insert(at, "\r");
    film.put("\xEF\xBB\xBF" + text);
    CHECK(film.homeText() == kAss);
}

TEST_CASE("what has no place at home is told with its cue", "[job][sidecar]") {
    const Film film("srt", "1\n00:00:01,000 --> 00:00:02,000\nriver\n", "ass");
    film.replace("Dialogue: 0", "Dialogue: 7");
    const ConvertOutcome outcome = film.goHome();
    REQUIRE_FALSE(outcome.error);
    CHECK(codesOf(outcome).find("sidecar.not-merged@") != std::string::npos);
    const Film other("srt", "1\n00:00:01,000 --> 00:00:02,000\nriver\n", "ass");
    other.replace("[Events]", "; a remark\n[Events]");
    CHECK(codesOf(other.goHome()).find("sidecar.not-merged@") != std::string::npos);
}

TEST_CASE("a bad sidecar is refused, and nothing is written", "[job][sidecar]") {
    const Film film("ass", kAss, "srt");
    const std::string good = *readFile(film.sidecar());
    for (const auto& [bytes, code] :
         {std::pair(good.substr(0, good.size() / 2), "sidecar.damaged"),
          std::pair(std::string(), "sidecar.damaged"),
          std::pair(std::string("subs-sidecar 2\n"), "sidecar.newer")}) {
        REQUIRE(writeFileAtomically(film.sidecar(), bytes));
        const ConvertOutcome outcome = film.goHome();
        REQUIRE(outcome.error);
        CHECK(outcome.error->code == code);
        CHECK(outcome.error->file == film.sidecar().string());
        CHECK_FALSE(film.hasBack());
    }
}

TEST_CASE("the sidecar of another file is refused", "[job][sidecar]") {
    const Film film("ass", kAss, "srt");
    film.put(
        "1\n00:10:01,000 --> 00:10:02,000\nNothing of it\n\n"
        "2\n00:11:01,000 --> 00:11:02,000\nAt all\n");
    const ConvertOutcome outcome = film.goHome();
    REQUIRE(outcome.error);
    CHECK(outcome.error->code == "sidecar.other-file");
    CHECK_FALSE(film.hasBack());
}

TEST_CASE("a chain of formats is gone back as a whole", "[job][sidecar]") {
    const Film film("ass", kAss, "srt");
    film.replace("HOUSE", "HOTEL");
    const fs::path third = film.away().parent_path() / "third.vtt";
    REQUIRE_FALSE(Film::convert(film.away(), third, formatNamed("vtt")).error);
    CHECK(readFile(third)->find("HOTEL") != std::string::npos);
    const fs::path back = film.away().parent_path() / "again.ass";
    REQUIRE_FALSE(Film::convert(third, back, formatNamed("ass")).error);
    CHECK(*readFile(back) == with(kAss, "HOUSE", "HOTEL"));
}

TEST_CASE("an output that cannot be written leaves the old sidecar", "[job][sidecar]") {
    const testing::Folder folder;
    const fs::path input = folder.path / "film.ass";
    const fs::path output = folder.path / "film.srt";
    REQUIRE(writeFileAtomically(input, kAss));
    REQUIRE(fs::create_directory(output));
    CHECK(Film::convert(input, output, formatNamed("srt")).error);
    CHECK_FALSE(fs::exists(sidecarPathOf(output)));
}

TEST_CASE("an ending that formats share means that of the original", "[job][sidecar]") {
    const testing::Folder folder;
    const fs::path first = folder.path / "film.ttml";
    ConvertOptions options;
    options.format = formatNamed("netflix-ttml");
    REQUIRE(
        writeFileAtomically(folder.path / "film.srt", "1\n00:00:01,000 --> 00:00:02,000\nriver\n"));
    REQUIRE_FALSE(
        convertOne({{folder.path / "film.srt", "film.srt", {}}, std::nullopt, first}, options)
            .error);
    REQUIRE_FALSE(Film::convert(first, folder.path / "out.vtt", formatNamed("vtt")).error);
    options.format = formatNamed("ttml");
    options.choice = FormatChoice::ByEnding;
    options.sidecar = SidecarUse::TakeAndWrite;
    const fs::path back = folder.path / "back.ttml";
    const ConvertOutcome outcome =
        convertOne({{folder.path / "out.vtt", "out.vtt", {}}, std::nullopt, back}, options);
    REQUIRE_FALSE(outcome.error);
    CHECK(*readFile(back) == *readFile(first));
}

TEST_CASE("frames that were told once are remembered", "[job][sidecar]") {
    const testing::Folder folder;
    const std::string srt = "1\n00:00:01,010 --> 00:00:02,020\n{\\an8}river\n";
    REQUIRE(writeFileAtomically(folder.path / "film.srt", srt));
    const KnownFrames frames{FrameTimeline::constant(*parseFrameRate("23.976"))};
    ConvertOptions options;
    options.format = formatNamed("microdvd");
    options.frames = &frames;
    options.sidecar = SidecarUse::TakeAndWrite;
    const fs::path away = folder.path / "film.sub";
    const ConvertOutcome out =
        convertOne({{folder.path / "film.srt", "film.srt", {}}, std::nullopt, away}, options);
    if (out.error) FAIL(out.error->message);
    const fs::path back = folder.path / "back.srt";
    REQUIRE_FALSE(Film::convert(away, back, formatNamed("srt")).error);
    CHECK(*readFile(back) == srt);
}

TEST_CASE("edits come home to a file that counts frames without being told of them again",
          "[job][sidecar]") {
    const testing::Folder folder;
    const std::string frames = "{25}{50}The river\n{75}{100}{y:i}goes north\n";
    REQUIRE(writeFileAtomically(folder.path / "film.sub", frames));
    const KnownFrames rate{FrameTimeline::constant(*parseFrameRate("25"))};
    ConvertOptions options;
    options.format = formatNamed("srt");
    options.frames = &rate;
    options.sidecar = SidecarUse::TakeAndWrite;
    const fs::path away = folder.path / "film.srt";
    REQUIRE_FALSE(
        convertOne({{folder.path / "film.sub", "film.sub", {}}, std::nullopt, away}, options)
            .error);
    const std::string srt = *readFile(away);
    REQUIRE(
        writeFileAtomically(away, with(with(srt, "00:00:02,040", "00:00:02,440"), "north", "on")));
    const fs::path back = folder.path / "back.sub";
    const ConvertOutcome outcome = Film::convert(away, back, formatNamed("microdvd"));
    if (outcome.error) FAIL(outcome.error->message);
    CHECK(*readFile(back) == "{25}{60}The river\n{75}{100}{y:i}goes on\n");
}

// 30000/1001 frames a second (CTA-608-E), drop frame: 00:00:10;00 is frame 300, and the caption is
// shown by the eighth pair, on frame 307.
TEST_CASE("frames that were told move no caption that comes home", "[job][sidecar]") {
    const testing::Folder folder;
    const std::string scc =
        "Scenarist_SCC V1.0\n\n00:00:10;00\t94ae 94ae 9420 9420 9470 9470 c8e9 942f 942f\n\n"
        "00:00:12;00\t942c 942c\n";
    REQUIRE(writeFileAtomically(folder.path / "film.scc", scc));
    const KnownFrames rate{FrameTimeline::constant(*parseFrameRate("25"))};
    ConvertOptions options;
    options.format = formatNamed("json");
    options.frames = &rate;
    options.existing = Existing::Replace;
    options.sidecar = SidecarUse::TakeAndWrite;
    const fs::path away = folder.path / "film.json";
    REQUIRE_FALSE(
        convertOne({{folder.path / "film.scc", "film.scc", {}}, std::nullopt, away}, options)
            .error);
    const std::string json = with(*readFile(away), "10243.5666667", "11243.5666667");
    REQUIRE(writeFileAtomically(away,
                                with(json, "\"end_ms\": 12012", "\"end_ms\": 13012"),
                                {.existing = Existing::Replace}));
    options.format = formatNamed("scc");
    const fs::path back = folder.path / "back.scc";
    for (const KnownFrames* const told : {&rate, static_cast<const KnownFrames*>(nullptr)}) {
        options.frames = told;
        const ConvertOutcome outcome =
            convertOne({{away, "film.json", {}}, std::nullopt, back}, options);
        if (outcome.error) FAIL(outcome.error->message);
        const auto read = readDocument(*readFile(back), "back.scc");
        REQUIRE(read);
        REQUIRE(read->document.cues.size() == 1);
        // A second is 29.97 frames: frames 337 and 390 are the nearest.
        const auto frame = [](std::int64_t number) {
            return Time::fromFlicks(number * (Time::kPerSecond / 30000) * 1001);
        };
        CHECK(read->document.cues[0].start == frame(337));
        CHECK(read->document.cues[0].end == frame(390));
    }
}
