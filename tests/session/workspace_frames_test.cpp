// SPDX-License-Identifier: MIT
#include <subs/session/workspace.h>

#include "catch.h"
#include "session_fixture.h"

#include <string>
#include <vector>

using namespace subs;
using namespace subs::session;
using testing::Folder;
using testing::written;

namespace {

constexpr std::string_view kEmptyAss =
    "[Script Info]\nScriptType: v4.00+\n\n[V4+ Styles]\nFormat: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, "
    "OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, "
    "Shadow, Alignment, MarginL, MarginR, MarginV, Encoding\nStyle: Default,Noto Sans,64,&H00FFFFFF,&H000000FF,"
    "&H00000000,&H80000000,0,0,0,0,100,100,0,0,1,3,1,2,60,60,50,1\n\n[Events]\nFormat: Layer, Start, End, Style, Name, "
    "MarginL, MarginR, MarginV, Effect, Text\n";

/// `count` cues of one second as SRT or ASS.
std::string track(std::string_view ending, int count) {
    std::string text(ending == "ass" ? kEmptyAss : std::string_view());
    for (int i = 0; i < count; ++i) {
        const std::string second = (i < 10 ? "0" : "") + std::to_string(i);
        if (ending == "ass") {
            text +=
                "Dialogue: 0,0:00:" + second + ".00,0:00:" + second + ".90,Default,,0,0,0,,Line\n";
        } else {
            text += std::to_string(i + 1) + "\n00:00:" + second + ",000 --> 00:00:" + second +
                    ",900\nLine\n\n";
        }
    }
    return text;
}

/// Times of frames that are 10 ms and more apart, in milliseconds.
FrameTimeline variableTimeline() {
    std::vector<std::int64_t> ticks{21};
    for (int i = 1; i < 4000; ++i)
        ticks.push_back(ticks.back() + 10 + (i * 7919) % 53);
    return FrameTimeline::fromTicks(ticks, Fraction(1, 1000)).value();
}

FrameTimeline timelineOf(const std::string& rate) {
    if (rate == "variable") return variableTimeline();
    return FrameTimeline::constant(parseFrameRate(rate).value());
}

}  // namespace

TEST_CASE("a cue put on frames is on the same frames after saving and opening",
          "[session][frames]") {
    const std::string ending = GENERATE("srt", "ass");
    const std::string rate =
        GENERATE("23.976", "24", "25", "29.97", "30", "50", "59.94", "60", "variable");
    INFO(ending << " at " << rate);
    const Folder folder;
    const QString path = written(folder, "film.en." + ending, track(ending, 60));
    Workspace workspace;
    workspace.open({path});
    workspace.setTimeline(timelineOf(rate));
    const std::vector<Cue> cues = workspace.document(Side::Second).cues;
    REQUIRE(cues.size() == 60);
    const auto frameOf = [](std::size_t i) {
        return Frame{static_cast<std::int64_t>(i * 61 + i * i % 7)};
    };
    for (std::size_t i = 0; i < cues.size(); ++i) {
        // Out first where the cue goes to a later place, so that the edges never cross.
        const Frame last{frameOf(i).number + static_cast<std::int64_t>(i % 5)};
        if (!workspace.setEdgeToFrame(Side::Second, cues[i].id, Edge::End, last))
            REQUIRE(workspace.setEdge(Side::Second, cues[i].id, Edge::Start, Time()));
        REQUIRE(workspace.setEdgeToFrame(Side::Second, cues[i].id, Edge::End, last));
        REQUIRE(workspace.setEdgeToFrame(Side::Second, cues[i].id, Edge::Start, frameOf(i)));
        REQUIRE(workspace.firstFrame(Side::Second, cues[i].id) == frameOf(i));
        REQUIRE(workspace.lastFrame(Side::Second, cues[i].id) == last);
    }
    REQUIRE(workspace.save(Side::Second));
    Workspace again;
    again.open({path});
    again.setTimeline(timelineOf(rate));
    REQUIRE(again.document(Side::Second).cues.size() == cues.size());
    for (std::size_t i = 0; i < cues.size(); ++i) {
        const Cue& cue = again.document(Side::Second).cues[i];
        REQUIRE(again.firstFrame(Side::Second, cue.id) == frameOf(i));
        REQUIRE(again.lastFrame(Side::Second, cue.id)->number ==
                frameOf(i).number + static_cast<std::int64_t>(i % 5));
        REQUIRE(cue.start == workspace.document(Side::Second).cues[i].start);
    }
}

TEST_CASE("in and out are written as the midpoint between two frames", "[session][frames]") {
    // reference: 24000/1001, frame 100 begins at 4170.833 ms and frame 99 at 4129.125 ms, so their
    // midpoint is 4149.979.
    const Folder folder;
    Workspace workspace;
    workspace.open({written(folder, "a.en.srt", track("srt", 5))});
    workspace.setTimeline(timelineOf("23.976"));
    const CueId id = workspace.document(Side::Second).cues[4].id;
    REQUIRE(workspace.setEdgeToFrame(Side::Second, id, Edge::Start, Frame{100}));
    CHECK(workspace.cue(Side::Second, id)->start == Time::fromMilliseconds(4150));
    REQUIRE(workspace.setEdgeToFrame(Side::Second, id, Edge::End, Frame{100}));
    CHECK(workspace.cue(Side::Second, id)->end == Time::fromMilliseconds(4192));
}

TEST_CASE("contiguous cues share one edge", "[session][frames]") {
    const Folder folder;
    Workspace workspace;
    workspace.open({written(folder, "a.en.srt", track("srt", 2))});
    workspace.setTimeline(timelineOf("24"));
    const auto& cues = workspace.document(Side::Second).cues;
    REQUIRE(workspace.setEdgeToFrame(Side::Second, cues[0].id, Edge::End, Frame{25}));
    REQUIRE(workspace.setEdgeToFrame(Side::Second, cues[1].id, Edge::Start, Frame{26}));
    CHECK(cues[0].end == cues[1].start);
}

TEST_CASE("linked cues of an SRT and an ASS track stay equal to the tick", "[session][frames]") {
    const Folder folder;
    Workspace workspace;
    workspace.open({written(folder, "a.km.srt", testing::kKhmer),
                    written(folder, "a.en.ass", track("ass", 3))});
    REQUIRE(workspace.hasTrack(Side::First));
    workspace.setTimeline(timelineOf("23.976"));
    // Both second cues: Khmer 3 to 5 s stands alone, the first Khmer cue and the second English one
    // begin at 1 s.
    const CueId first = workspace.document(Side::First).cues[0].id;
    const CueId second = workspace.document(Side::Second).cues[1].id;
    REQUIRE(workspace.linkOf(Side::First, first)->second == std::vector<CueId>{second});
    REQUIRE(workspace.setEdgeToFrame(Side::First, first, Edge::Start, Frame{26}));
    CHECK(workspace.cue(Side::First, first)->start == workspace.cue(Side::Second, second)->start);
    CHECK(workspace.firstFrame(Side::First, first) == Frame{26});
    CHECK(workspace.cue(Side::First, first)->start.flicks() % Time::kPerCentisecond == 0);
}

TEST_CASE("edges on one frame are shared although the files write them differently",
          "[session][frames]") {
    const Folder folder;
    Workspace workspace;
    workspace.open({written(folder, "a.km.srt", "1\n00:00:01,004 --> 00:00:02,000\nសួស្តី\n\n"),
                    written(folder, "a.en.srt", "1\n00:00:01,001 --> 00:00:02,000\nHello\n\n")});
    const CueId first = workspace.document(Side::First).cues[0].id;
    const CueId second = workspace.document(Side::Second).cues[0].id;
    workspace.setTimeline(timelineOf("25"));
    REQUIRE(workspace.setEdgeToFrame(Side::First, first, Edge::Start, Frame{20}));
    CHECK(workspace.firstFrame(Side::Second, second) == Frame{20});
}

TEST_CASE("a cue on the first frame of the film begins at zero", "[session][frames]") {
    const Folder folder;
    Workspace workspace;
    workspace.open({written(folder, "a.en.srt", track("srt", 1))});
    workspace.setTimeline(timelineOf("24"));
    const CueId id = workspace.document(Side::Second).cues[0].id;
    REQUIRE(workspace.setEdgeToFrame(Side::Second, id, Edge::Start, Frame{0}));
    CHECK(workspace.cue(Side::Second, id)->start == Time());
    CHECK(workspace.firstFrame(Side::Second, id) == Frame{0});
}

TEST_CASE("a frame that the format cannot name is an error and nothing changes",
          "[session][frames]") {
    // At 1000 frames a second no centisecond lies between most frames.
    const Folder folder;
    Workspace workspace;
    workspace.open({written(folder, "a.en.ass", track("ass", 1))});
    workspace.setTimeline(timelineOf("1000"));
    const CueId id = workspace.document(Side::Second).cues[0].id;
    const auto moved = workspace.setEdgeToFrame(Side::Second, id, Edge::Start, Frame{5});
    REQUIRE_FALSE(moved);
    CHECK(moved.error().code == "time.no-unit-between-frames");
    CHECK_FALSE(workspace.isModified());
}

TEST_CASE("cues are inserted on the frames that were asked for", "[session][frames]") {
    const Folder folder;
    Workspace workspace;
    workspace.open({written(folder, "a.en.srt", track("srt", 1))});
    workspace.setTimeline(timelineOf("29.97"));
    const auto pair = workspace.insertCuesOnFrames(Sides::Both, Frame{100}, Frame{160});
    REQUIRE(pair);
    CHECK_FALSE(pair->first);
    CHECK(workspace.firstFrame(Side::Second, *pair->second) == Frame{100});
    CHECK(workspace.lastFrame(Side::Second, *pair->second) == Frame{160});
    CHECK(workspace.insertCuesOnFrames(Sides::Both, Frame{9}, Frame{8}).error().code ==
          "session.order");
}

TEST_CASE("saving as a coarser format keeps every cue on its frames", "[session][frames]") {
    const Folder folder;
    const QString path = written(folder, "a.en.srt", track("srt", 40));
    Workspace workspace;
    workspace.open({path});
    workspace.setTimeline(timelineOf("59.94"));
    const std::vector<Cue> cues = workspace.document(Side::Second).cues;
    std::vector<Frame> frames;
    for (const Cue& cue : cues)
        frames.push_back(*workspace.firstFrame(Side::Second, cue.id));
    const QString target = QString::fromStdString((folder.path / "b.en.ass").string());
    REQUIRE(workspace.saveAs(Side::Second, target));
    Workspace again;
    again.open({target});
    again.setTimeline(timelineOf("59.94"));
    REQUIRE(again.document(Side::Second).cues.size() == cues.size());
    for (std::size_t i = 0; i < cues.size(); ++i)
        CHECK(again.firstFrame(Side::Second, again.document(Side::Second).cues[i].id) == frames[i]);
}
