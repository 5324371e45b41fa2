// SPDX-License-Identifier: MIT
// Files of closed captions whose captions are all moved by one time, and what is told where they
// are written anew. Time codes: SMPTE 12M drop frame at 30000/1001, by hand.
#include <subs/format/features.h>

#include "catch.h"
#include "format/read.h"

#include <algorithm>
#include <string>

using namespace testing;
using namespace subs;

namespace {

const std::string kHead = "Scenarist_SCC V1.0\n\n";

/// When frame `number` begins.
Time frame(std::int64_t number) {
    return Time::fromFlicks(number * (Time::kPerSecond / 30000) * 1001);
}

Document readScc(const std::string& lines) {
    return documentOf("scc", kHead + lines);
}

Document moved(Document document, Time by) {
    REQUIRE_FALSE(document.cues.empty());
    for (Cue& cue : document.cues) {
        cue.start += by;
        if (cue.end) *cue.end += by;
    }
    return document;
}

/// What becomes of `lines` that are all moved by `by`; nothing of it may be told as lost but what
/// is no whole frame.
std::string savedAfter(const std::string& lines, Time by) {
    const Document document = moved(readScc(lines), by);
    const LossReport losses = formatNamed("scc")->plan(document, {});
    CHECK(losses.items.size() == (by.flicks() % frame(1).flicks() == 0 ? 0 : 1));
    for (const LossItem& loss : losses.items) {
        CHECK(loss.feature == feature::kTimePrecision);
        CHECK(loss.severity == LossSeverity::Approximated);
    }
    const std::string text = written(document, "scc");
    CHECK(text.starts_with(kHead));
    return text.substr(kHead.size());
}

const LossItem* lossOfSaving(const Document& document, std::string_view feature) {
    static LossReport losses;
    losses = formatNamed("scc")->plan(document, {});
    return lossOf(losses, feature);
}

/// Rolled-up rows, with data (XDS) and captions of the second channel between them.
const std::string kRollUp =
    "00:00:01;00\t0183 8f62\n\n"
    "00:00:10;00\t9425 9425 94ad 94ad 9470 9470 6f6e e580\n\n"
    "00:00:11;00\t1c20 1c20 1c70 1c70 6161\n\n"
    "a note\n"
    "00:00:12;00\t9425 9425 94ad 94ad 9470 9470 f4f7 ef80\n\n"
    "00:00:16;00\t942c 942c\n";

}  // namespace

TEST_CASE("captions that are all moved change nothing but time codes", "[scc][save]") {
    // 1,500 frames: :02 is the first label of minute 1.
    CHECK(savedAfter(kRollUp, frame(1500)) ==
          "00:00:51;00\t0183 8f62\n\n"
          "00:01:00;02\t9425 9425 94ad 94ad 9470 9470 6f6e e580\n\n"
          "00:01:01;02\t1c20 1c20 1c70 1c70 6161\n\n"
          "a note\n"
          "00:01:02;02\t9425 9425 94ad 94ad 9470 9470 f4f7 ef80\n\n"
          "00:01:06;02\t942c 942c\n");
    CHECK(savedAfter(kRollUp, -frame(30)).starts_with("00:00:00;00\t0183 8f62\n\n00:00:09;00\t"));
}

TEST_CASE("a length of time moves captions by the nearest number of frames", "[scc][save]") {
    // One second is 29.97 frames.
    CHECK(savedAfter(kRollUp, Time::fromSeconds(1)).starts_with("00:00:02;00\t0183"));
    // Less than half of a frame.
    CHECK(savedAfter(kRollUp, Time::fromMilliseconds(10)) == kRollUp);
    const std::string painted = "00:00:10;00\t9429 9429 9470 9470 c8e9 20f4 68e5 f2e5\n";
    CHECK(savedAfter(painted, Time::fromMilliseconds(10)) == painted);
}

TEST_CASE("captions that are moved keep how their time codes are spelt", "[scc][save]") {
    const std::string load = "94ae 9420 9476 9723 c8e9 942f";
    CHECK(savedAfter("00:00:09:21   " + load + "\n\n00:00:12:00   942c\n", frame(30)) ==
          "00:00:10:21   " + load + "\n\n00:00:13:00   942c\n");
    CHECK(savedAfter(" 00:00:09,21\t" + load + "\n\n00:00:12.00\t942c\n", frame(30)) ==
          " 00:00:10,21\t" + load + "\n\n00:00:13.00\t942c\n");
    // Frames without a label (;00 of minute 1) count on from those before them.
    CHECK(savedAfter("00:01:00;01\t" + load + "\n", frame(-3)) == "00:00:59;26\t" + load + "\n");
}

TEST_CASE("an end that no file has stays missing where captions are moved", "[scc][save]") {
    const std::string codes = "\t9429 9429 9470 9470 c8e9 20f4 68e5 f2e5\n";
    CHECK(savedAfter("00:00:10;00" + codes, Time::fromSeconds(1)) == "00:00:11;00" + codes);
    // Its end is for show, and need not be on a frame where the others are.
    Document document = moved(readScc("00:00:10;00" + codes), frame(30));
    *document.cues.back().end = document.cues.back().start + Time::fromMilliseconds(10'010);
    CHECK(written(document, "scc") == kHead + "00:00:11;00" + codes);
    *document.cues.back().end = document.cues.back().start + Time::fromSeconds(5);
    CHECK(documentOf("scc", written(document, "scc")).cues.back().end.value() <
          document.cues.back().start + Time::fromSeconds(6));
}

TEST_CASE("an end that no file has stays missing where captions are edited", "[scc][save]") {
    const std::string erasure = "942c 942c";
    for (const std::string first : {"00:00:10;00\t94ae 94ae 9420 9420 9470 9470 c8e9 942f 942f\n\n",
                                    "00:00:10;00\t9425 9425 94ad 94ad 9470 9470 6f6e e580\n\n"}) {
        INFO(first);
        Document document =
            readScc(first + "00:00:20;00\t94ae 94ae 9420 9420 9470 9470 6279 e580 942f 942f\n");
        REQUIRE(document.cues.size() == 2);
        document.cues[1].text.plain = "no";
        CHECK_FALSE(has(written(document, "scc"), erasure));
        document.cues[1].start += frame(30);
        *document.cues[1].end += frame(30);
        const std::string text = written(document, "scc");
        const Document again = documentOf("scc", text);
        REQUIRE(again.cues.size() == 2);
        CHECK(again.cues[1].start == document.cues[1].start);
        CHECK(again.cues[1].end == document.cues[1].end);
        *document.cues[1].end = document.cues[1].start + frame(60);
        CHECK(has(written(document, "scc"), erasure));
    }
}

TEST_CASE("captions are moved together, whatever the frames of the film", "[scc][save]") {
    const auto film = FrameTimeline::constant(*parseFrameRate("25"));
    WriteOptions options;
    options.timeline = &film;
    options.rounding = Rounding::Frame;
    const Document document = moved(readScc(kRollUp), Time::fromSeconds(20));
    const Document again = documentOf("scc", written(document, "scc", options));
    REQUIRE(again.cues.size() == 2);
    const Document before = readScc(kRollUp);
    CHECK(again.cues[1].start - again.cues[0].start == before.cues[1].start - before.cues[0].start);
    CHECK(again.cues[0].settings == "roll-up");
}

TEST_CASE("lines are not moved to before the first frame or beyond the last", "[scc][save]") {
    const auto refusal = [](Time by) {
        const auto text = formatNamed("scc")->write(moved(readScc(kRollUp), by), {});
        REQUIRE_FALSE(text);
        CHECK(text.error().code == "format.not-in-place");
        return text.error().message;
    };
    // The captions would be in time, what comes before them would not.
    CHECK(refusal(-frame(150)).starts_with("line 3 would be sent before 00:00:00;00"));
    // There are 2,589,408 frames in a day of drop frame.
    CHECK(refusal(frame(2'589'408 - 300)).starts_with("line 5 would be sent beyond 23:59:59;29"));
    // A caption that has a line of its own may come late.
    const std::string load = "94ae 9420 9476 9723 c8e9 942f";
    const Document simple = readScc("00:00:09:21\t" + load + "\n\n00:00:12:00\t942c\n");
    const Document early = moved(simple, frame(2) - simple.cues[0].start);
    CHECK(documentOf("scc", written(early, "scc")).cues.size() == 1);
    CHECK(lossOfSaving(early, feature::kSendingTime));
}

TEST_CASE("a caption of a file that goes beyond the last frame is told", "[scc][save]") {
    Document document = readScc(
        "00:00:10;00\t9420 9470 c8e9 942f\n\n00:00:12;00\t942c\n\n"
        "00:00:20;00\t9420 9470 6279 e580 942f\n\n00:00:22;00\t942c\n");
    REQUIRE(document.cues.size() == 2);
    document.cues[1].start = Time::fromSeconds(25 * 3600);
    document.cues[1].end = Time::fromSeconds(25 * 3600 + 2);
    const LossItem* const loss = lossOfSaving(document, feature::kTimeRange);
    REQUIRE(loss);
    CHECK(loss->severity == LossSeverity::Unrepresentable);
    CHECK(loss->cues == std::vector<CueId>{document.cues[1].id});
}

TEST_CASE("what a file says besides its captions is told where it is written anew", "[scc][save]") {
    Document document = readScc(kRollUp);
    document.cues[0].text.plain = "six";
    const LossItem* loss = lossOfSaving(document, feature::kUnread);
    REQUIRE(loss);
    CHECK(loss->severity == LossSeverity::Dropped);
    CHECK(loss->before == "captions or data of another channel");
    // Two pairs of data; of the second channel two codes and a pair of letters.
    CHECK(loss->count == 5);
    CHECK(loss->line == 3);
    const LossReport all = formatNamed("scc")->plan(document, {});
    CHECK(std::ranges::any_of(all.items, [](const LossItem& item) {
        return item.feature == feature::kRaw && item.severity == LossSeverity::Dropped &&
               item.before == "a note" && item.count == 1;
    }));
}

TEST_CASE("what else is in the lines of a caption is told where they are written anew",
          "[scc][save]") {
    const Document document = readScc(
        "00:00:10;00\t9420 9470 c8e9 1c20 1c70 6279 942f\n\n00:00:12;00\t942c\n\n"
        "00:00:20;00\t9420 9470 6279 e580 942f\n\n00:00:22;00\t942c\n");
    REQUIRE(document.cues.size() == 2);
    Document edited = document;
    edited.cues[1].text.plain = "no";
    CHECK_FALSE(lossOfSaving(edited, feature::kUnread));
    edited = document;
    edited.cues[0].text.plain = "no";
    const LossItem* const loss = lossOfSaving(edited, feature::kUnread);
    REQUIRE(loss);
    CHECK(loss->count == 3);
    CHECK_FALSE(lossOfSaving(edited, feature::kRaw));
}

TEST_CASE("an edited file of the second channel keeps all its captions", "[scc][save]") {
    Document document = readScc(
        "00:00:10;00\t1c20 1c70 c8e9 1c2f\n\n00:00:12;00\t1c2c\n\n"
        "00:00:20;00\t1c20 1c70 6279 e580 1c2f\n\n00:00:22;00\t1c2c\n");
    REQUIRE(document.cues.size() == 2);
    document.cues[1].text.plain = "no";
    const Document again = documentOf("scc", written(document, "scc"));
    REQUIRE(again.cues.size() == 2);
    CHECK(again.cues[0].text.plain == "Hi");
    CHECK(again.cues[1].text.plain == "no");
    CHECK(lossOfSaving(document, feature::kRaw));
}
