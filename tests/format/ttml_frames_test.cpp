// SPDX-License-Identifier: MIT
// Edits of files of TTML whose times count frames (TTML2 §12.3.1), times of frames by hand.
#include <subs/format/features.h>

#include "catch.h"
#include "format/read.h"

#include <string>

using namespace subs;
using testing::documentOf;
using testing::has;
using testing::lossOf;
using testing::ms;
using testing::withReplaced;
using testing::written;

namespace {

std::string fileOf(const std::string& attributes, const std::string& paragraphs) {
    return "<tt xmlns=\"http://www.w3.org/ns/ttml\" "
           "xmlns:ttp=\"http://www.w3.org/ns/ttml#parameter\" " +
           attributes + " xml:lang=\"en\"><body><div>\n" + paragraphs + "</div></body></tt>\n";
}

/// Time codes of 24 frames a second.
std::string smpteOf24(const std::string& paragraphs) {
    return fileOf("ttp:timeBase=\"smpte\" ttp:frameRate=\"24\"", paragraphs);
}

const std::string kTwo =
    "<p begin=\"00:00:01:00\" end=\"00:00:02:12\">one</p>\n"
    "<p begin=\"00:00:03:06\" dur=\"00:00:01:00\">two</p>\n";

Document moved(Document document, Time by) {
    for (Cue& cue : document.cues) {
        cue.start += by;
        if (cue.end) *cue.end += by;
    }
    return document;
}

LossReport planOf(const Document& document, const WriteOptions& options = {}) {
    return formatNamed("ttml")->plan(document, options);
}

}  // namespace

TEST_CASE("a move of less than half a frame is told where time codes stay", "[ttml][save]") {
    const std::string file = smpteOf24(kTwo);
    const Document document = moved(documentOf("ttml", file), ms(10));
    CHECK(written(document, "ttml") == file);
    const LossReport losses = planOf(document);
    const LossItem* loss = lossOf(losses, feature::kTimePrecision);
    REQUIRE(loss);
    CHECK(loss->severity == LossSeverity::Approximated);
    CHECK(loss->count == 4);
    CHECK(loss->before == "00:00:01.010");
    CHECK(loss->after == "00:00:01:00, the nearest frame");
    // A time in milliseconds has room for it.
    const Document media = documentOf("ttml", fileOf("", "<p begin=\"1s\" end=\"2.5s\">x</p>\n"));
    CHECK(planOf(moved(media, ms(10))).empty());
}

TEST_CASE("a move to another frame than was meant is told, one by whole frames is not",
          "[ttml][save]") {
    const std::string file = smpteOf24(kTwo);
    Document document = documentOf("ttml", file);
    document.cues[0].start = ms(1500);
    CHECK(planOf(document).empty());
    CHECK(written(document, "ttml") == withReplaced(file, "00:00:01:00", "00:00:01:12"));
    // 1.53 s is 36.72 frames.
    document.cues[0].start = ms(1530);
    CHECK(written(document, "ttml") == withReplaced(file, "00:00:01:00", "00:00:01:13"));
    const LossReport losses = planOf(document);
    const LossItem* loss = lossOf(losses, feature::kTimePrecision);
    REQUIRE(loss);
    CHECK(loss->count == 1);
    CHECK(loss->after == "00:00:01:13, the nearest frame");
    document.cues[0].start = ms(-20);
    CHECK(lossOf(planOf(document), feature::kNegativeTime));
}

TEST_CASE("a cue that is added to a file of time codes is told to move", "[ttml][save]") {
    Document document = documentOf("ttml", smpteOf24(kTwo));
    Cue cue;
    cue.id = document.newId();
    cue.start = ms(2600);  // 62.4 frames
    cue.end = ms(3000);
    cue.text.plain = "between";
    cue.style = document.cues[0].style;
    document.cues.insert(document.cues.begin() + 1, cue);
    CHECK(has(written(document, "ttml"), "begin=\"00:00:02:14\" end=\"00:00:03:00\""));
    const LossReport losses = planOf(document);
    const LossItem* loss = lossOf(losses, feature::kTimePrecision);
    REQUIRE(loss);
    CHECK(loss->cues == std::vector<CueId>{cue.id});
    CHECK(loss->count == 1);
}

TEST_CASE("a midpoint between frames of the film is the frame behind it", "[ttml][save]") {
    const std::string file = smpteOf24(kTwo);
    const FrameTimeline film = FrameTimeline::constant(*parseFrameRate("24"));
    WriteOptions options;
    options.timeline = &film;
    Document document = documentOf("ttml", file);
    // The midpoint before frame 24, of 979.2 ms, and the one before frame 60.
    document.cues[0].start = ms(979);
    document.cues[0].end = ms(2479);
    CHECK(written(document, "ttml", options) == file);
    CHECK(planOf(document, options).empty());
    // Frame 24 begins before 1.01 s: what starts there is first seen on frame 25.
    document.cues[0].start = ms(1010);
    CHECK(written(document, "ttml", options) == withReplaced(file, "00:00:01:00", "00:00:01:01"));
    const LossReport losses = planOf(document, options);
    const LossItem* loss = lossOf(losses, feature::kTimePrecision);
    REQUIRE(loss);
    CHECK(loss->severity == LossSeverity::Info);
    CHECK(loss->after == "00:00:01:01, on the frames of the film");
}

TEST_CASE("an edge on a part of a frame stays, and becomes a frame where it is moved",
          "[ttml][save]") {
    const std::string file =
        fileOf("ttp:timeBase=\"smpte\" ttp:frameRate=\"25\" ttp:subFrameRate=\"2\"",
               "<p begin=\"00:00:01:10.1\" end=\"00:00:02;00\">x</p>\n");
    Document document = documentOf("ttml", file);
    REQUIRE(document.cues.size() == 1);
    CHECK(document.cues[0].start == ms(1420));
    CHECK(written(document, "ttml") == file);
    *document.cues[0].end += ms(40);
    CHECK(written(document, "ttml") == withReplaced(file, "00:00:02;00", "00:00:02:01"));
    document = documentOf("ttml", file);
    document.cues[0].start += ms(1000);
    const std::string later = written(document, "ttml");
    CHECK(later == withReplaced(file, "00:00:01:10.1", "00:00:02:11"));
    CHECK(lossOf(planOf(document), feature::kTimePrecision));
}

TEST_CASE("a time code without frames gets them, by time base smpte", "[ttml][save]") {
    // A second of 24 time codes lasts 1.001 s.
    const std::string file =
        fileOf("ttp:timeBase=\"smpte\" ttp:frameRate=\"24\" ttp:frameRateMultiplier=\"1000 1001\"",
               "<p begin=\"00:16:40\" end=\"00:16:42\">x</p>\n");
    Document document = documentOf("ttml", file);
    CHECK(document.cues[0].start == ms(1'001'000));
    document.cues[0].start += ms(1001);
    CHECK(written(document, "ttml") == withReplaced(file, "00:16:40", "00:16:41:00"));
}

TEST_CASE("frames of a second of the media's clock are kept where they say when one begins",
          "[ttml][save]") {
    const std::string paragraph = "<p begin=\"00:00:02:05\" end=\"00:00:04:00\">x</p>\n";
    const auto onFilm = [&](const std::string& file, const char* rate, int start) {
        const FrameTimeline film = FrameTimeline::constant(*parseFrameRate(rate));
        WriteOptions options;
        options.timeline = &film;
        Document document = documentOf("ttml", file);
        document.cues[0].start = ms(start);
        return written(document, "ttml", options);
    };
    const std::string of25 = fileOf("ttp:frameRate=\"25\"", paragraph);
    // Frame 55 begins at 2.2 s, the midpoint before frame 56 is at 2.22 s.
    CHECK(onFilm(of25, "25", 2180) == of25);
    CHECK(onFilm(of25, "25", 2220) == withReplaced(of25, "00:00:02:05", "00:00:02:06"));
    // Of another rate than the film's they are no frames of it.
    CHECK(onFilm(of25, "24", 2220) == withReplaced(of25, "00:00:02:05", "00:00:02.220"));
    // Frame 53 of 23.976 a second begins at 2.210542 s, 5.05 of its frames after two seconds.
    const std::string ofNtsc =
        fileOf("ttp:frameRate=\"24\" ttp:frameRateMultiplier=\"1000 1001\"", paragraph);
    CHECK(onFilm(ofNtsc, "23.976", 2190) == withReplaced(ofNtsc, "00:00:02:05", "00:00:02.190"));
}

namespace {

/// By the clock of the media, with 24 frames in 1.001 s: frame 16 begins 667 1/3 ms behind its
/// second, frame 12 at 500.5 ms, and 1 at 41 17/24 ms.
std::string filmOf(const std::string& paragraphs) {
    return fileOf("ttp:frameRate=\"24\" ttp:frameRateMultiplier=\"1000 1001\"", paragraphs);
}

void add(Document& document, std::size_t place, Time start, Time end) {
    Cue cue;
    cue.id = document.newId();
    cue.start = start;
    cue.end = end;
    cue.text.plain = "new";
    cue.style = document.cues[0].style;
    document.cues.insert(document.cues.begin() + static_cast<std::ptrdiff_t>(place), cue);
}

}  // namespace

TEST_CASE("a new edge that is one of the file stays so in another form", "[ttml][save]") {
    Document document =
        documentOf("ttml",
                   filmOf("<p begin=\"00:00:02.178\" end=\"00:00:04.678\">one</p>\n"
                          "<p begin=\"00:00:04:16\" end=\"00:00:05:16\">two</p>\n"));
    const Time frame = document.cues[1].start;
    add(document, 1, ms(4500), frame);
    const std::string file = written(document, "ttml");
    CHECK(has(file, "<p begin=\"00:00:04.500\" end=\"00:00:04:16\">new</p>"));
    CHECK(documentOf("ttml", file).cues[1].end == frame);
    // 5.678 s lies 0.44 ms from a frame: by itself it is a frame, beside milliseconds it is not.
    add(document, 3, ms(5500), ms(5678));
    CHECK(has(written(document, "ttml"), "<p begin=\"00:00:05.500\" end=\"00:00:05.678\">new</p>"));
}

TEST_CASE("edges of one time stay so where they are moved, whatever their forms", "[ttml][save]") {
    const std::string file = filmOf(
        "<p begin=\"00:00:04.000\" end=\"00:00:05.000\">one</p>\n"
        "<p begin=\"00:00:05:00\" end=\"00:00:07:00\">two</p>\n");
    const Document document = documentOf("ttml", file);
    const std::string half = written(moved(document, ms(500)), "ttml");
    CHECK(has(half, "end=\"00:00:05.500\">one"));
    CHECK(has(half, "begin=\"00:00:05.500\""));
    const Time frame = Time::fromFlicks(Time::kPerSecond / 24000 * 1001);
    const std::string next = written(moved(document, frame), "ttml");
    CHECK(has(next, "end=\"00:00:05:01\">one"));
    CHECK(has(next, "begin=\"00:00:05:01\""));
    // A third of a second lies on no frame.
    const std::string third =
        written(moved(document, Time::fromFlicks(Time::kPerSecond / 3)), "ttml");
    CHECK(has(third, "end=\"00:00:05.333\">one"));
    CHECK(has(third, "begin=\"00:00:05.333\""));
}

TEST_CASE("where all edges count frames one near a frame is that frame", "[ttml][save]") {
    Document document =
        documentOf("ttml", filmOf("<p begin=\"00:00:04:00\" end=\"00:00:05:00\">one</p>\n"));
    document.cues[0].end = ms(5500);
    CHECK(has(written(document, "ttml"), "end=\"00:00:05:12\""));
}

TEST_CASE("a new edge has the decimal places of the file's edge that it is", "[ttml][save]") {
    Document document = documentOf("ttml",
                                   fileOf("",
                                          "<p begin=\"1s\" end=\"2s\">one</p>\n"
                                          "<p begin=\"4.66725s\" end=\"6s\">two</p>\n"));
    add(document, 1, ms(3000), document.cues[1].start);
    CHECK(has(written(document, "ttml"), "<p begin=\"3s\" end=\"00:00:04.66725\">new</p>"));
    document.cues[1].end = Time::fromSeconds(4) + Time::fromFlicks(Time::kPerSecond / 3);
    CHECK(has(written(document, "ttml"), "<p begin=\"3s\" end=\"4.333s\">new</p>"));
}
