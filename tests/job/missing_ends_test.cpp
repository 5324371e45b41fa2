// SPDX-License-Identifier: MIT
// What becomes of cues without an end where something else than their file says what follows: in
// LRC, TMPlayer, SubViewer 1, MicroDVD and MPL2 such a cue lasts until the next begins, in TTML
// until what is around it is over.
#include <subs/format/features.h>
#include <subs/job/convert.h>
#include <subs/job/unpair_files.h>

#include "catch.h"
#include "format/read.h"
#include "sidecar_film.h"

#include <array>
#include <string>

using namespace subs;
using testing::documentOf;
using testing::Film;

namespace {

Converted convertedTo(std::string_view format,
                      const std::string& bytes,
                      const std::string& name,
                      ConvertOptions options = {}) {
    options.format = formatNamed(format);
    auto done = converted(bytes, name, options);
    REQUIRE(done);
    return *std::move(done);
}

/// Which cues are told to have another end, and what the first had and has.
std::string endsTold(const LossReport& losses) {
    std::string told;
    for (const LossItem& item : losses.items) {
        if (item.feature != feature::kMissingEnd) continue;
        for (const CueId id : item.cues)
            told += std::to_string(id.value) + " ";
        told += item.before + " -> " + item.after + "\n";
    }
    return told;
}

std::string ttml(const std::string& paragraphs) {
    return "<tt xmlns=\"http://www.w3.org/ns/ttml\" xml:lang=\"en\"><body><div>" + paragraphs +
           "</div></body></tt>";
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

const std::string kSong = "[00:01.00]A\n[00:02.00]B\n[00:05.00]\n[00:10.00]C\n";

}  // namespace

TEST_CASE("what is left out of a file is not what follows a cue", "[job][ends]") {
    const std::string table = "start,end,text,kind\n1,2,A,\n2,3,note,comment\n65,66,B,\n";
    CHECK(convertedTo("lrc", table, "c.csv").bytes ==
          "[00:01.00]A\n[00:02.00]\n[01:05.00]B\n[01:06.00]\n");
    CHECK(convertedTo("tmplayer", table, "c.csv").bytes ==
          "00:00:01:A\n00:00:02:\n00:01:05:B\n00:01:06:\n");
    // One that begins before the end ends nothing either.
    const std::string inside = "start,end,text,kind\n1,4,A,\n2,3,note,comment\n65,66,B,\n";
    const Converted done = convertedTo("lrc", inside, "c.csv");
    CHECK(done.bytes == "[00:01.00]A\n[00:04.00]\n[01:05.00]B\n[01:06.00]\n");
    CHECK(endsTold(done.losses).empty());
    const std::string drawn =
        "[Script Info]\nScriptType: v4.00+\n[Events]\n"
        "Format: Start, End, Text\n"
        "Dialogue: 0:00:01.00,0:00:02.00,A\n"
        "Dialogue: 0:00:02.00,0:00:03.00,{\\p1}m 0 0 l 9 9{\\p0}\n"
        "Dialogue: 0:01:05.00,0:01:06.00,B\n";
    CHECK(has(convertedTo("lrc", drawn, "d.ass").bytes, "[00:01.00]A\n[00:02.00]\n[01:05.00]B\n"));
}

TEST_CASE("a comment gives the cue before it no end", "[job][ends]") {
    const std::string table = "start,end,text,kind\n1,,A,\n1.5,1.6,note,comment\n4,5,B,\n";
    // Three seconds, as long as usual, and the next begins then.
    CHECK(has(convertedTo("srt", table, "c.csv").bytes, "00:00:01,000 --> 00:00:04,000"));
    CHECK(has(convertedTo("vtt", table, "c.csv").bytes, "00:00:01.000 --> 00:00:04.000"));
    CHECK(has(convertedTo("ass", table, "c.csv").bytes, "0:00:01.00,0:00:04.00"));
}

TEST_CASE("a cue of no length keeps its end where the next begins at once", "[job][ends]") {
    const std::string srt =
        "1\n00:00:01,000 --> 00:00:01,000\nA\n\n"
        "2\n00:00:01,000 --> 00:00:02,000\nB\n\n";
    const Converted done = convertedTo("lrc", srt, "a.srt");
    CHECK(done.bytes == "[00:01.00]A\n[00:01.00]\n[00:01.00]B\n[00:02.00]\n");
    CHECK(has(convertedTo("srt", done.bytes, "a.lrc").bytes, "00:00:01,000 --> 00:00:01,000\nA"));
}

TEST_CASE("a cue that lasts until the next has an end in TTML, and that is told", "[job][ends]") {
    const Converted done = convertedTo("ttml", kSong, "m.lrc");
    CHECK(
        has(done.bytes, "<p begin=\"00:00:01.000\" end=\"00:00:02.000\" region=\"bottom\">A</p>"));
    // Nothing follows it: three seconds, as long as usual.
    CHECK(
        has(done.bytes, "<p begin=\"00:00:10.000\" end=\"00:00:13.000\" region=\"bottom\">C</p>"));
    CHECK(endsTold(done.losses) == "1 3 no end -> 00:00:02.000\n");
}

TEST_CASE("a cue of TTML that lasts on is told where it is cut off by the next", "[job][ends]") {
    const std::string file = ttml("<p begin=\"1s\">A</p><p begin=\"2s\" end=\"3s\">B</p>");
    CHECK(convertedTo("ttml", file, "a.ttml").bytes == file);
    for (const char* const format : {"lrc", "tmplayer", "subviewer1", "mpl2"}) {
        INFO(format);
        CHECK(endsTold(convertedTo(format, file, "a.ttml").losses) ==
              "1 no end -> where the next cue begins\n");
    }
    // Nothing follows it.
    const std::string last = ttml("<p begin=\"1s\">A</p>");
    CHECK(endsTold(convertedTo("lrc", last, "a.ttml").losses).empty());
}

TEST_CASE("languages that are parted are over when they were", "[job][ends][pair]") {
    UnpairTask task;
    task.input = {"u.lrc", "u.lrc", std::nullopt};
    task.bytes =
        "[00:01.00]សួស្តី Hello\n[00:02.00]ខ្ញុំ\n[00:05.00]\n[00:10.00]ល្អ "
        "Fine\n[00:12.00]\n[00:13.00]ចាស Yes\n";
    UnpairOptions options;
    options.languages = {"km", "en"};
    const UnpairOutcome outcome = unpairOne(task, options);
    REQUIRE_FALSE(outcome.error);
    CHECK(outcome.unpaired.bytes[0] ==
          "[00:01.00]សួស្តី\n[00:02.00]ខ្ញុំ\n[00:05.00]\n[00:10.00]ល្អ\n[00:12.00]\n[00:13.00]ចាស\n");
    CHECK(outcome.unpaired.bytes[1] ==
          "[00:01.00]Hello\n[00:02.00]\n[00:10.00]Fine\n"
          "[00:12.00]\n[00:13.00]Yes\n");
    CHECK(outcome.unpaired.losses[1].items.empty());
}

TEST_CASE("languages of TTML that are parted last on as they did", "[job][ends][pair]") {
    UnpairTask task;
    task.input = {"u.ttml", "u.ttml", std::nullopt};
    task.bytes =
        ttml("<p begin=\"1s\">សួស្តី<br/>Hello</p><p begin=\"5s\" end=\"6s\">ល្អ<br/>Fine</p>");
    UnpairOptions options;
    options.languages = {"km", "en"};
    const UnpairOutcome outcome = unpairOne(task, options);
    REQUIRE_FALSE(outcome.error);
    for (const std::string& bytes : outcome.unpaired.bytes) {
        const Document track = documentOf("ttml", bytes);
        REQUIRE(track.cues.size() == 2);
        CHECK_FALSE(track.cues[0].end);
    }
}

TEST_CASE("a cue is over when it was though the next one alone is moved", "[job][ends]") {
    ConvertOptions options;
    options.moving = MoveOptions{ShiftByTime{Time::fromSeconds(10)}};
    CHECK(convertedTo("lrc", kSong, "m.lrc", options).bytes ==
          "[00:11.00]A\n[00:12.00]B\n[00:15.00]\n[00:20.00]C\n");
    options.moving->range.from = Time::fromSeconds(2);
    CHECK(convertedTo("lrc", kSong, "m.lrc", options).bytes ==
          "[00:01.00]A\n[00:02.00]\n[00:12.00]B\n[00:15.00]\n[00:20.00]C\n");
}

TEST_CASE("a cue that comes home is over when it was though the next was moved",
          "[job][ends][sidecar]") {
    const Film film("lrc", kSong, "srt");
    film.replace("00:00:02,000 --> 00:00:05,000", "00:00:02,500 --> 00:00:05,000");
    CHECK(film.homeText() == "[00:01.00]A\n[00:02.00]\n[00:02.50]B\n[00:05.00]\n[00:10.00]C\n");
}

TEST_CASE("a frame that an end is moved to is told in tables and MicroDVD", "[job][ends]") {
    ConvertOptions scaled;
    scaled.moving = MoveOptions{ScaleTimes{Fraction(101, 100)}};
    const Converted table =
        convertedTo("csv", "start frame,end frame,fps,text\n0,74,25,A\n", "f.csv", scaled);
    // 75 frames are 3 s; 3.03 s lie in frame 75, which ends at 3.04 s.
    CHECK(table.bytes == "start frame,end frame,fps,text\n0,75,25,A\n");
    const std::string srt = "1\n00:00:01,234 --> 00:00:02,217\nA\n\n";
    ConvertOptions counted;
    const KnownFrames frames{FrameTimeline::constant(*FrameRate::fromFraction(25))};
    counted.frames = &frames;
    counted.writing.rounding = Rounding::Floor;
    const Converted microdvd = convertedTo("microdvd", srt, "a.srt", counted);
    const auto severityOf = [](const Converted& done) {
        for (const LossItem& item : done.losses.items)
            if (item.feature == feature::kTimePrecision) return item.severity;
        return LossSeverity::Info;
    };
    CHECK(severityOf(table) == LossSeverity::Approximated);
    CHECK(severityOf(microdvd) == LossSeverity::Approximated);
    counted.writing.rounding = Rounding::Frame;
    CHECK(severityOf(convertedTo("microdvd", srt, "a.srt", counted)) == LossSeverity::Info);
}

TEST_CASE("a cue of blanks that no caption shows is told as dropped", "[job][scc]") {
    ConvertOptions options;
    const KnownFrames frames{FrameTimeline::constant(*FrameRate::fromFraction({30000, 1001}))};
    options.frames = &frames;
    for (const std::string blank : {" ", "\u00A0", "\u200B"}) {
        const std::string srt =
            "1\n00:00:01,000 --> 00:00:02,000\nA\n\n"
            "2\n00:00:05,000 --> 00:00:06,000\n" +
            blank + "\n\n3\n00:00:09,000 --> 00:00:10,000\nB\n\n";
        const Converted done = convertedTo("scc", srt, "a.srt", options);
        bool isTold = false;
        for (const LossItem& item : done.losses.items)
            isTold = isTold || (item.severity == LossSeverity::Dropped &&
                                item.cues == std::vector<CueId>{CueId{2}});
        CHECK(isTold);
    }
}
