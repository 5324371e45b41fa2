// SPDX-License-Identifier: MIT
// Time codes in tables: SMPTE ST 12-1.
#include <subs/format/features.h>
#include <subs/format/registry.h>
#include <subs/job/convert.h>

#include "catch.h"
#include "format/read.h"
#include "job/convert_document.h"

#include <algorithm>
#include <string>

using namespace subs;
using testing::countOf;
using testing::has;
using testing::lossOf;
using testing::ms;
using testing::parsed;

namespace {

constexpr const char* kTable =
    "start,end,text\n00:00:01:05,00:00:02:00,a\n00:00:02:00,00:00:03:12,b\n";

const KnownFrames& frames25() {
    static const KnownFrames kFrames{FrameTimeline::constant(*parseFrameRate("25"))};
    return kFrames;
}

/// `file` after `change`, on 25 frames a second as `--fps 25` has it.
std::string changedOn25(const std::string& file, void (*change)(Document&)) {
    DocumentOptions reading;
    reading.timeline = &frames25().timeline;
    auto read = readDocument(file, "film.csv", reading);
    REQUIRE(read);
    change(read->document);
    ConvertOptions options;
    options.frames = &frames25();
    options.writing.rounding = Rounding::Frame;
    const auto done = convertedDocument(*std::move(read), options);
    REQUIRE(done);
    CHECK(done->losses.worst() == LossSeverity::Info);
    return done->bytes;
}

}  // namespace

TEST_CASE("time codes at no known rate ask for one", "[sheet]") {
    const Parsed read = parsed("csv", kTable);
    CHECK(read.document.cues.empty());
    const auto remark = std::ranges::find(read.diagnostics, "csv.no-rate", &Diagnostic::code);
    REQUIRE(remark != read.diagnostics.end());
    // No row is a cue: the file is as good as unreadable.
    CHECK(remark->severity == Severity::Error);
    CHECK(has(remark->message, "--fps"));
    const Parsed some = parsed("csv", std::string(kTable) + "1,2,c\n");
    REQUIRE(some.document.cues.size() == 1);
    const auto warning = std::ranges::find(some.diagnostics, "csv.no-rate", &Diagnostic::code);
    REQUIRE(warning != some.diagnostics.end());
    CHECK(warning->severity == Severity::Warning);
    const Parsed ends = parsed("csv", "start,end,text\n1,00:00:02:00,a\n");
    CHECK(countOf(ends.diagnostics, "csv.no-rate") == 1);
    CHECK(countOf(parsed("csv", "start,text\n1:2:3:4,a\n").diagnostics, "csv.bad-time") == 1);
}

TEST_CASE("a table of time codes that cannot be read is not moved", "[sheet][job]") {
    ConvertOptions options;
    options.moving = MoveOptions{ShiftByTime{ms(1000)}, {}, BeforeZero::Refuse};
    const auto moved = converted(kTable, "film.csv", options);
    REQUIRE_FALSE(moved);
    CHECK(moved.error().code == "csv.no-rate");
    // Without a move the file is handed on as it is.
    const auto same = converted(kTable, "film.csv", {});
    REQUIRE(same);
    CHECK(same->bytes == kTable);
}

TEST_CASE("time codes stay time codes, and rows that are not edited as they are", "[sheet]") {
    CHECK(changedOn25(kTable, [](Document&) {}) == kTable);
    CHECK(changedOn25(kTable, [](Document& document) { document.cues[1].end = ms(4000); }) ==
          "start,end,text\n00:00:01:05,00:00:02:00,a\n00:00:02:00,00:00:04:00,b\n");
    CHECK(changedOn25(kTable, [](Document& document) {
              for (Cue& cue : document.cues) {
                  cue.start += ms(1000);
                  *cue.end += ms(1000);
              }
          }) == "start,end,text\n00:00:02:05,00:00:03:00,a\n00:00:03:00,00:00:04:12,b\n");
    const std::string lengths = "start,duration,text\n00:00:01:05,00:00:02:00,a\n";
    CHECK(changedOn25(lengths, [](Document&) {}) == lengths);
    CHECK(changedOn25(lengths, [](Document& document) { document.cues[0].end = ms(4200); }) ==
          "start,duration,text\n00:00:01:05,00:00:03:00,a\n");
}

TEST_CASE("time codes with frames that are dropped stay so", "[sheet]") {
    Document document =
        testing::documentOf("csv", "tc in,fps,text\n00:00:59;29,29.97,x\n00:00:05;00,29.97,y\n");
    REQUIRE(document.cues.size() == 2);
    // The frame behind 00:00:59;29 is 00:01:00;02, which is frame 1800 of 30000/1001.
    document.cues[0].start = ms(60060);
    CHECK(testing::written(document, "csv") ==
          "tc in,fps,text\n00:01:00;02,29.97,x\n00:00:05;00,29.97,y\n");
}

TEST_CASE("a time between frames goes to the next one, which is told", "[sheet]") {
    const std::string file = "start,end,fps,text\n00:00:01:00,00:00:02:00,25,a\n";
    Document document = testing::documentOf("csv", file);
    REQUIRE(document.cues.size() == 1);
    document.cues[0].start = ms(1050);
    document.cues[0].end = ms(2000);
    CHECK(testing::written(document, "csv") ==
          "start,end,fps,text\n00:00:01:02,00:00:02:00,25,a\n");
    const LossReport losses = formatNamed("csv")->plan(document, {});
    const LossItem* loss = lossOf(losses, feature::kTimePrecision);
    REQUIRE(loss != nullptr);
    CHECK(loss->severity == LossSeverity::Approximated);
    CHECK(loss->after == "00:00:01:02");
    // Less than a frame changes no time code, and that is told too.
    document.cues[0].start = ms(985);
    CHECK(testing::written(document, "csv") == file);
    const LossReport little = formatNamed("csv")->plan(document, {});
    REQUIRE(lossOf(little, feature::kTimePrecision) != nullptr);
    CHECK(lossOf(little, feature::kTimePrecision)->after == "00:00:01:00");
    // A moment in whole milliseconds is the frame that it was rounded from: 83.417 ms.
    Document rounded = testing::documentOf("csv", "start,fps,text\n00:00:01:00,23.976,a\n");
    REQUIRE(rounded.cues.size() == 1);
    rounded.cues[0].start = ms(83);
    CHECK(testing::written(rounded, "csv") == "start,fps,text\n00:00:00:02,23.976,a\n");
}
