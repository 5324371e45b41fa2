// SPDX-License-Identifier: MIT
// SubRip and WebVTT as tracks. Packets are written by hand from "Matroska Media Container Codec
// Specifications", chapter "Subtitles".
#include <subs/format/registry.h>
#include <subs/job/track_text.h>

#include "catch.h"
#include "job/track_packets.h"

using namespace subs;
using testing::codes;
using testing::losses;
using testing::packet;
using testing::textOf;
using testing::track;
using Lines = std::vector<std::string>;

namespace {

TrackPackets packetsOf(const char* format, std::string_view text) {
    return packetsOfText(std::string(text), *formatNamed(format)).value();
}

}  // namespace

TEST_CASE("SubRip packets are the cues of a file, timed by their blocks", "[job][tracks]") {
    // The example of the specification, block times 00:02:17.440 and 00:02:20.476.
    const TrackText text = textOf(
        track(TextCodec::SubRip),
        {packet(137'440, 2'935, "Senator, we're making\r\nour final approach into Coruscant."),
         packet(140'476, 2'025, "Very good, Lieutenant.")});
    CHECK(text.text ==
          "1\n00:02:17,440 --> 00:02:20,375\nSenator, we're making\n"
          "our final approach into Coruscant.\n\n"
          "2\n00:02:20,476 --> 00:02:22,501\nVery good, Lieutenant.\n\n");
    CHECK(text.format->info().id == "srt");
    CHECK(text.cues == 2);
    CHECK(text.diagnostics.empty());
    CHECK(text.losses.empty());
}

TEST_CASE("SubRip goes into packets without numbers and times", "[job][tracks]") {
    const TrackPackets made =
        packetsOf("srt",
                  "1\n00:02:17,440 --> 00:02:20,375\nSenator, we're making\n"
                  "our final approach into Coruscant.\n\n"
                  "2\n00:02:20,476 --> 00:02:22,501\n<i>Very good</i>, Lieutenant.\n");
    CHECK(made.codec == TextCodec::SubRip);
    CHECK(made.codecPrivate.empty());
    CHECK(made.packets ==
          std::vector{
              packet(137'440, 2'935, "Senator, we're making\nour final approach into Coruscant."),
              packet(140'476, 2'025, "<i>Very good</i>, Lieutenant.")});
    CHECK(made.losses.empty());
    CHECK(made.diagnostics.empty());
}

TEST_CASE("what packets of SubRip have no place for is told", "[job][tracks]") {
    const TrackPackets made = packetsOf("srt",
                                        "stray words\n\n7\n00:00:05,000 --> 00:00:05,000 X1:1 X2:2 "
                                        "Y1:3 Y2:4\nlater\n\n2\n-00:00:01,000 --> "
                                        "00:00:01,000\nearlier\n\n3\n00:00:08,000 --> "
                                        "00:00:09,000\n\n");
    REQUIRE(made.packets.size() == 3);
    CHECK(made.packets[0] == packet(0, 1'000, "earlier"));
    CHECK(made.packets[1] == packet(5'000, 1, "later"));
    CHECK(made.packets[2] == packet(8'000, 1'000, " "));
    CHECK(losses(made.losses) == Lines{"time-precision approximated 1",
                                       "negative-time approximated 1",
                                       "coordinates dropped 1",
                                       "label info 1",
                                       "raw dropped 1"});
    CHECK(codes(made.diagnostics) == Lines{"track.order"});
}

TEST_CASE("a text that would begin another cue is kept apart", "[job][tracks]") {
    const TrackText text = textOf(
        track(TextCodec::SubRip),
        {packet(0, 1'000, "so:\n00:00:01,000 --> 00:00:02,000\nend"), packet(2'000, 500, "x")});
    CHECK(codes(text.diagnostics) == Lines{"track.time-line"});
    const auto read = readDocument(text.text, "a.srt");
    REQUIRE(read);
    CHECK(read->document.cues.size() == 2);
    CHECK(read->document.cues[0].text.plain.find("so:\n00:00:01,000 -") == 0);
}

TEST_CASE("a missing duration lasts until the next text, three seconds at most", "[job][tracks]") {
    const TrackText text =
        textOf(track(TextCodec::SubRip),
               {packet(0, -1, "a"), packet(1'000, -1, "b"), packet(9'000, -500, "c")});
    CHECK(text.text ==
          "1\n00:00:00,000 --> 00:00:01,000\na\n\n2\n00:00:01,000 --> 00:00:04,000\nb\n\n"
          "3\n00:00:09,000 --> 00:00:12,000\nc\n\n");
    CHECK(codes(text.diagnostics) == Lines{"track.no-duration", "track.bad-duration"});
    CHECK(text.diagnostics[0].message ==
          "the text at 00:00:00.000 has no duration; it lasts until the next one, three seconds at "
          "most (and 1 more)");
}

TEST_CASE("times beyond what can be worked with are held, and told", "[job][tracks]") {
    TextPacket endless = packet(1'000, 0, "a");
    endless.duration = Time::fromFlicks(INT64_MAX);
    TextPacket early = packet(-2'000, 3'000, "b");
    TextPacket never = packet(0, 1'000, "c");
    never.start = Time::fromFlicks(INT64_MIN);
    TextPacket always = packet(-1, 0, "d");
    always.duration = Time::fromFlicks(INT64_MAX);
    const TrackText text = textOf(track(TextCodec::SubRip), {endless, early, never, always});
    CHECK(codes(text.diagnostics) == Lines{"track.too-late", "track.before-zero"});
    CHECK(text.text.find("2\n00:00:00,000 --> 00:00:01,000\nb\n") != std::string::npos);
    CHECK(text.cues == 4);
}

TEST_CASE("NULs and bytes that are no UTF-8 are told", "[job][tracks]") {
    using namespace std::string_view_literals;
    const TrackText text = textOf(
        track(TextCodec::SubRip),
        {packet(0, 1, "ended\0\0"sv), packet(1, 1, "in\0side"sv), packet(2, 1, "\xE9t\xE9")});
    CHECK(text.text.find("\nended\n\n") != std::string::npos);
    CHECK(text.text.find("\nin\xEF\xBF\xBDside\n\n") != std::string::npos);
    CHECK(text.text.find("\n\xE9t\xE9\n\n") != std::string::npos);
    CHECK(codes(text.diagnostics) == Lines{"track.nul", "track.not-utf8"});
}

TEST_CASE("WebVTT keeps head, identifiers, settings and comments of Matroska", "[job][tracks]") {
    TextPacket first = packet(0, 10'000, "Example entry 1: Hello <b>world</b>.");
    first.additional = "\nhello\n";
    TextPacket second = packet(25'000, 10'000, "Example entry 2: Another entry.\nTwo lines.");
    second.additional = "\n\nNOTE style blocks cannot appear after the first cue.\n";
    TextPacket third = packet(63'000, 3'500, "Entry <00:00:01.000>3");
    third.additional = "position:90% align:right size:35%\n\n";
    const TrackText text =
        textOf(track(TextCodec::BlockVtt,
                     "WEBVTT with text after the signature\n\nSTYLE\n::cue(b) {\n  color: "
                     "peachpuff;\n}\n\nNOTE comment\n"),
               {first, second, third});
    CHECK(text.text ==
          "WEBVTT with text after the signature\n\nSTYLE\n::cue(b) {\n  color: peachpuff;\n}\n\n"
          "NOTE comment\n\n"
          "hello\n00:00:00.000 --> 00:00:10.000\nExample entry 1: Hello <b>world</b>.\n\n"
          "NOTE style blocks cannot appear after the first cue.\n\n"
          "00:00:25.000 --> 00:00:35.000\nExample entry 2: Another entry.\nTwo lines.\n\n"
          "00:01:03.000 --> 00:01:06.500 position:90% align:right size:35%\n"
          "Entry <00:01:04.000>3\n\n");
    CHECK(text.diagnostics.empty());
}

TEST_CASE("WebVTT of WebM has its settings beside the packet and film times inside",
          "[job][tracks]") {
    TextPacket only = packet(63'000, 3'500, "<00:01:04.000>now");
    only.id = "intro";
    only.settings = "line:0";
    const TrackText text = textOf(track(TextCodec::WebVtt), {only});
    CHECK(text.text ==
          "WEBVTT\n\nintro\n00:01:03.000 --> 00:01:06.500 line:0\n<00:01:04.000>now\n\n");
    const TrackPackets again = packetsOf("vtt", text.text);
    CHECK(again.codec == TextCodec::WebVtt);
    CHECK(again.packets == std::vector{only});
    CHECK(again.codecPrivate == "WEBVTT\n");
}

TEST_CASE("WebVTT's blocks before the first cue are its head, later ones are lost",
          "[job][tracks]") {
    const TrackPackets made =
        packetsOf("vtt",
                  "WEBVTT\nKind: captions\n\nSTYLE\n::cue { color: red }\n\n00:01.000 --> "
                  "00:02.000\na\n\nNOTE later\n\n00:03.000 --> 00:04.000\nb\n");
    CHECK(made.codecPrivate == "WEBVTT\nKind: captions\n\nSTYLE\n::cue { color: red }\n");
    CHECK(made.packets == std::vector{packet(1'000, 1'000, "a"), packet(3'000, 1'000, "b")});
    CHECK(losses(made.losses) == Lines{"comment dropped 1"});
}

TEST_CASE("what would end or begin a WebVTT cue is written otherwise and told", "[job][tracks]") {
    TextPacket odd = packet(0, 1'000, "one\n\n00:00 --> 00:01");
    odd.id = "a --> b";
    const TrackText text = textOf(track(TextCodec::WebVtt, "no head"), {odd});
    CHECK(text.text ==
          "WEBVTT\n\na \n00:00:00.000 --> 00:00:01.000\none\n\xC2\xA0\n00:00 --&gt; 00:01\n\n");
    CHECK(codes(text.diagnostics) ==
          Lines{"track.bad-head", "track.bad-line", "track.blank-line", "track.time-line"});
}

TEST_CASE("a track that is no text is an error, and so is a format without a codec",
          "[job][tracks]") {
    TextTrack pictures = track(TextCodec::Other);
    pictures.codecName = "hdmv_pgs_subtitle";
    const auto none = textOfTrack(pictures, {});
    CHECK(none.error().code == "track.no-text");
    CHECK(none.error().message.find("hdmv_pgs_subtitle") != std::string::npos);
    CHECK(packetsOfText("", *formatNamed("sbv")).error().code == "track.format");
}
