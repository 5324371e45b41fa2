// SPDX-License-Identifier: MIT
#include <subs/job/convert.h>
#include <subs/job/move_times.h>

#include "catch.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace subs;

namespace {

std::string cue(const std::string& number, const std::string& times) {
    return number + "\n" + times + "\ntext " + number + "\n\n";
}

const std::string kTwo =
    cue("1", "00:00:01,000 --> 00:00:02,000") + cue("2", "00:00:03,000 --> 00:00:04,000");

Result<Converted> moved(const std::string& srt,
                        const MoveOptions& how,
                        const KnownFrames* frames = nullptr) {
    ConvertOptions options;
    options.moving = how;
    options.frames = frames;
    return converted(srt, "a.srt", options);
}

std::string movedText(const std::string& srt, const MoveOptions& how) {
    const auto done = moved(srt, how);
    REQUIRE(done);
    return done->bytes;
}

ShiftByTime by(std::int64_t ms) {
    return {Time::fromMilliseconds(ms)};
}

}  // namespace

TEST_CASE("all cues are shifted, and nothing else of the file changes", "[job]") {
    CHECK(movedText(kTwo, {by(1500)}) ==
          cue("1", "00:00:02,500 --> 00:00:03,500") + cue("2", "00:00:04,500 --> 00:00:05,500"));
    CHECK(movedText(kTwo, {by(0)}) == kTwo);
    const auto done = moved(kTwo, {by(1500)});
    CHECK(done->moved == 2);
}

TEST_CASE("cues that begin in a range are shifted alone", "[job]") {
    const MoveOptions late{by(500), {Time::fromSeconds(3), std::nullopt}};
    CHECK(movedText(kTwo, late) ==
          cue("1", "00:00:01,000 --> 00:00:02,000") + cue("2", "00:00:03,500 --> 00:00:04,500"));
    const MoveOptions early{by(500), {std::nullopt, Time::fromSeconds(3)}};
    CHECK(movedText(kTwo, early) ==
          cue("1", "00:00:01,500 --> 00:00:02,500") + cue("2", "00:00:03,000 --> 00:00:04,000"));
}

TEST_CASE("a cue that would begin before the film is refused or cut off", "[job]") {
    const auto refused = moved(kTwo, {by(-1001)});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "retime.before-zero");
    CHECK(refused.error().line == 1);
    CHECK(refused.error().message ==
          "cue 1 (\"1\") would begin at -00:00:00.001, before the film does; --before-zero cut "
          "takes off what is there");
    const auto cut = moved(kTwo, {by(-3500), {}, BeforeZero::Cut});
    REQUIRE(cut);
    CHECK(cut->bytes == cue("2", "00:00:00,000 --> 00:00:00,500"));
    CHECK(cut->cues == 2);
    REQUIRE(cut->diagnostics.size() == 2);
    CHECK(cut->diagnostics[0].message == "cue 1 (\"1\") ends before the film begins, and went");
    CHECK(cut->diagnostics[0].line == 1);
    CHECK(cut->diagnostics[1].message ==
          "cue 2 (\"2\") begins before the film does, and was cut to begin with it");
    CHECK(cut->diagnostics[1].line == 5);
}

TEST_CASE("times are scaled between frame rates", "[job]") {
    CHECK(movedText(cue("1", "01:00:00,000 --> 01:00:01,000"),
                    {ScaleTimes{Fraction(25 * 1001, 24000)}}) ==
          cue("1", "01:02:33,750 --> 01:02:34,793"));  // 1001/960 s after the start: 1.04271
}

TEST_CASE("anchors are times or cues", "[job]") {
    const MoveOptions numbers{StretchBetween{
        {{std::size_t{1}, Time::fromSeconds(2)}, {std::size_t{2}, Time::fromSeconds(6)}}}};
    CHECK(movedText(kTwo, numbers) ==
          cue("1", "00:00:02,000 --> 00:00:04,000") + cue("2", "00:00:06,000 --> 00:00:08,000"));
    const MoveOptions none{
        StretchBetween{{{std::size_t{3}, Time::fromSeconds(2)}, {Time(), Time()}}}};
    const auto refused = moved(kTwo, none);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "retime.no-such-cue");
    CHECK(refused.error().message == "there is no cue 3 to hold on to; the file has 2 cues");
}

TEST_CASE("a cue whose start cannot be read is no anchor", "[job]") {
    ConvertOptions options;
    options.moving = MoveOptions{StretchBetween{
        {{std::size_t{2}, Time::fromSeconds(10)}, {std::size_t{3}, Time::fromSeconds(20)}}}};
    const auto refused = converted(
        "[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: Start, End, Style, Text\n"
        "Dialogue: 0:00:01.00,0:00:02.00,Default,one\nDialogue: xx,0:00:04.00,Default,two\n"
        "Dialogue: 0:00:05.00,0:00:06.00,Default,three\n",
        "a.ass",
        options);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "retime.unread-anchor");
    CHECK(refused.error().line == 7);
    CHECK(refused.error().message ==
          "cue 2 has no start that can be read, and so none to hold on to; an anchor may name a "
          "time instead");
}

TEST_CASE("a shift by frames goes from frame to frame of the film", "[job]") {
    // Frames of 40, 80 and 40 ms: half of the first goes to half of the second.
    const KnownFrames frames{
        FrameTimeline::fromTicks({0, 40, 120, 160}, Fraction(1, 1000)).value()};
    const auto done = moved(cue("1", "00:00:00,020 --> 00:00:00,040"), {ShiftByFrames{1}}, &frames);
    REQUIRE(done);
    CHECK(done->bytes == cue("1", "00:00:00,080 --> 00:00:00,120"));
    const auto none = moved(kTwo, {ShiftByFrames{1}});
    REQUIRE_FALSE(none);
    CHECK(none.error().code == "time.no-timeline");
}

TEST_CASE("tags with times of their own are told where lengths change", "[job]") {
    const std::string ass =
        "[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: Start, End, Text\n"
        "Dialogue: 0:00:01.00,0:00:02.00,{\\fad(200,200)}a\n"
        "Dialogue: 0:00:02.00,0:00:03.00,b\n"
        "Dialogue: 0:00:03.00,0:00:04.00,{\\move(1,2,3,4)}c\n";
    ConvertOptions options;
    options.moving = MoveOptions{ScaleTimes{Fraction(2)}};
    const auto scaled = converted(ass, "a.ass", options);
    REQUIRE(scaled);
    std::vector<std::uint32_t> lines;
    for (const Diagnostic& each : scaled->diagnostics)
        if (each.code == "retime.timed-tags") lines.push_back(each.line);
    CHECK(lines == std::vector<std::uint32_t>{6, 8});
    options.moving = MoveOptions{by(100)};
    const auto shifted = converted(ass, "a.ass", options);
    REQUIRE(shifted);
    CHECK(std::ranges::count(shifted->diagnostics, "retime.timed-tags", &Diagnostic::code) == 0);
}

TEST_CASE("what is timed inside of a cue that is cut off goes with it, or is told", "[job]") {
    const auto cut = [](const std::string& text, const char* name, const char* to = nullptr) {
        ConvertOptions options;
        if (to != nullptr) options.format = formatNamed(to);
        options.moving = MoveOptions{by(-2000), {}, BeforeZero::Cut};
        auto done = converted(text, name, options);
        REQUIRE(done);
        return *std::move(done);
    };
    const auto has = [](const Converted& done, std::string_view part) {
        return done.bytes.find(part) != std::string::npos;
    };
    const auto lossIn = [](const Converted& done) {
        const auto found = std::ranges::find(done.losses.items, "inner-time", &LossItem::feature);
        REQUIRE(found != done.losses.items.end());
        CHECK(found->count == 1);
        return found->severity;
    };
    const std::string head =
        "[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: Start, End, Text\n"
        "Dialogue: 0:00:01.00,0:00:05.00,";
    const Converted sung = cut(head + "{\\k50}Ka {\\k50}ra {\\k150}oke {\\k150}!\n", "a.ass");
    CHECK(has(sung, "0:00:00.00,0:00:03.00,{\\k0}Ka {\\k0}ra {\\k150}oke {\\k150}!\n"));
    CHECK(std::ranges::count(sung.diagnostics, "retime.cut-tags", &Diagnostic::code) == 0);
    const Converted filled = cut(head + "{\\kf150}Ka{\\kf250}ra\n", "a.ass");
    CHECK(has(filled, "{\\kf50}Ka{\\kf250}ra\n"));
    CHECK(std::ranges::count(filled.diagnostics, "retime.cut-tags", &Diagnostic::code) == 1);
    // Sung at 1.5, 2 and 3 s. WebVTT has no time before its cue, LRC none before the song.
    const Converted vtt =
        cut("WEBVTT\n\n00:01.000 --> 00:05.000\nKa <00:01.500>ra <00:02.000>oke <00:03.000>!\n",
            "a.vtt");
    CHECK(has(vtt, "00:00:03.000\nKa ra <00:00:00.000>oke <00:00:01.000>!\n"));
    CHECK(lossIn(vtt) == LossSeverity::Dropped);
    // TTML counts from the beginning of the cue.
    const Converted ttml = cut(
        "WEBVTT\n\n00:01.000 --> 00:05.000\nKa <00:01.500>ra <00:02.500>oke\n", "a.vtt", "ttml");
    CHECK(has(ttml, ">Ka <span begin=\"0s\">ra </span><span begin=\"0.5s\">oke</span></p>"));
    CHECK(lossIn(ttml) == LossSeverity::Approximated);
    const Converted lrc = cut("[00:01.00]Ka <00:01.50>ra <00:02.00>oke\n[00:05.00]\n", "a.lrc");
    CHECK(lrc.bytes == "[00:00.00]Ka <00:00.00>ra <00:00.00>oke\n[00:03.00]\n");
    CHECK(lossIn(lrc) == LossSeverity::Approximated);
}

TEST_CASE("pictures and animations outside of cues stay where they are, and are told", "[job]") {
    const auto film = [](const std::string& picture) {
        return "<tt xmlns=\"http://www.w3.org/ns/ttml\" "
               "xmlns:tts=\"http://www.w3.org/ns/ttml#styling\" "
               "xmlns:smpte=\"http://www.smpte-ra.org/schemas/2052-1/2010/smpte-tt\" "
               "xml:lang=\"en\">" +
               picture + "<div><p begin=\"1s\" end=\"2s\">boat</p></div></body></tt>";
    };
    const auto shifted = [](const std::string& text, const char* format) {
        ConvertOptions options;
        options.format = formatNamed(format);
        options.moving = MoveOptions{ShiftByTime{Time::fromMilliseconds(1000)}, {}, {}};
        auto done = converted(text, "film.ttml", options);
        REQUIRE(done);
        return *std::move(done);
    };
    const auto still = [](const Converted& done) {
        for (const Diagnostic& said : done.diagnostics)
            if (said.code == "retime.still-times") return said.message;
        return std::string();
    };
    const std::string pictured = film(
        "<body><div begin=\"3s\" end=\"4s\" "
        "smpte:backgroundImage=\"#a\"/>");
    const Converted result = shifted(pictured, "ttml");
    CHECK(still(result) ==
          "1 picture outside of cues has times of its own, which stay as they are");
    CHECK(result.bytes.find("<div begin=\"3s\" end=\"4s\"") != std::string::npos);
    CHECK(result.bytes.find("<p begin=\"2s\" end=\"3s\">") != std::string::npos);
    CHECK(still(shifted(film("<head><layout><region xml:id=\"r\"><set begin=\"1s\" "
                             "tts:color=\"red\"/></region></layout></head><body region=\"r\">"
                             "<div begin=\"3s\"><image src=\"a.png\"/></div>"),
                        "ttml")) ==
          "1 picture and 1 animation outside of cues have times of their own, which stay as they "
          "are");
    // Without times of its own it is there all the time; another format does not get it.
    CHECK(still(shifted(film("<body><div smpte:backgroundImage=\"#a\"/>"), "ttml")).empty());
    CHECK(still(shifted(pictured, "srt")).empty());
}

TEST_CASE("columns that say times once more are told where they do not go along", "[job][sheet]") {
    ConvertOptions options;
    options.moving = MoveOptions{ShiftByTime{Time::fromMilliseconds(1000)}, {}, {}};
    const auto saidOf = [&](const std::string& names) {
        auto done =
            converted(names + ",text\n00:00:01.000,00:00:02.000,1000,2000,A\n", "a.csv", options);
        REQUIRE(done);
        CHECK(done->bytes == names + ",text\n00:00:02.000,00:00:03.000,1000,2000,A\n");
        for (const Diagnostic& said : done->diagnostics)
            if (said.code == "retime.still-times") return said.message;
        return std::string();
    };
    CHECK(
        saidOf("start,end,start_ms,end_ms") ==
        "columns \"start_ms\", \"end_ms\" have times too, which stay as they are: other columns say "
        "when cues are shown");
    CHECK(saidOf("start,end,from,price").starts_with("column \"from\" has times too"));
    CHECK(saidOf("start,end,low,high").empty());
}

TEST_CASE("animations beside cues that are spans are told where they do not go along", "[job]") {
    const std::string file =
        "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:tts=\"http://www.w3.org/ns/ttml#styling\" "
        "xml:lang=\"en\"><body><div>\n<p><set begin=\"11.5s\" tts:color=\"red\"/>"
        "<span begin=\"10s\" end=\"11s\">One</span><span begin=\"11s\" end=\"13s\">two</span></p>"
        "</div></body></tt>";
    const auto still = [&](const MoveOptions& how) {
        ConvertOptions options;
        options.format = formatNamed("ttml");
        options.moving = how;
        const auto done = converted(file, "film.ttml", options);
        REQUIRE(done);
        std::string said;
        for (const Diagnostic& one : done->diagnostics)
            if (one.code == "retime.still-times") {
                CHECK(one.line == 2);
                said += one.message;
            }
        return said;
    };
    CHECK(still({by(1000)}).empty());
    CHECK(still({by(1000), {Time::fromSeconds(11), std::nullopt}}) ==
          "1 animation outside of cues has times of its own, which stay as they are");
}

TEST_CASE("a shift that does not fall on a millisecond is told where times have no finer place",
          "[job][reports]") {
    const auto told = [](const std::string& text, const char* format, Time by) {
        ConvertOptions options;
        options.format = formatNamed(format);
        options.moving = MoveOptions{ShiftByTime{by}, {}, {}};
        const auto done = converted(text, std::string("a.") + format, options);
        REQUIRE(done);
        std::vector<std::string> lines;
        for (const LossItem& item : done->losses.items)
            lines.push_back(std::to_string(item.count) + " " + item.feature + ": " + item.before +
                            " -> " + item.after);
        return lines;
    };
    using Lines = std::vector<std::string>;
    const Time fine = Time::fromFlicks(Time::kPerMillisecond / 2);  // 0.5 ms
    CHECK(told(cue("1", "00:00:01,000 --> 00:00:02,000"), "srt", fine) ==
          Lines{"2 time-precision: 1000.5 ms -> 00:00:01,001"});
    CHECK(told("WEBVTT\n\n00:01.000 --> 00:02.000\nA\n", "vtt", fine) ==
          Lines{"2 time-precision: 1000.5 ms -> 00:00:01.001"});
    const std::string ttml =
        "<tt xmlns=\"http://www.w3.org/ns/ttml\" xml:lang=\"en\"><body><div>"
        "<p begin=\"1s\" end=\"00:00:02.0005\">A</p></div></body></tt>";
    CHECK(told(ttml, "ttml", fine) == Lines{"1 time-precision: 1000.5 ms -> 1.001s"});
    CHECK(told(cue("1", "00:00:01,000 --> 00:00:02,000"), "srt", fine + fine).empty());
    // What is not moved is said as finely as before.
    CHECK(told("1\n00:00:01,0005 --> 00:00:02,000\nA\n", "srt", Time()).empty());
}
