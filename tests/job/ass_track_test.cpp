// SPDX-License-Identifier: MIT
// ASS and SSA as tracks. Packets are written by hand from "Matroska Media Container Codec
// Specifications", chapter "SSA/ASS Subtitles".
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

const std::string kHead =
    "[Script Info]\n; a remark\nScriptType: v4.00+\nPlayResX: 640\n\n[V4+ Styles]\n"
    "Format: Name, Fontname, Fontsize\nStyle: Default,Khmer OS,40\n\n[Events]\n"
    "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n";

const std::string kFile =
    kHead +
    "Comment: 0,0:00:00.00,0:00:00.00,Default,,0,0,0,,first a note\n"
    "Dialogue: 1,0:00:05.00,0:00:06.50,Default,Dara,1,2,3,fx,late, with {\\b1}comma\n"
    "Comment: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,between\n"
    "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,early\n";

TrackPackets packetsOf(const char* format, std::string_view text) {
    return packetsOfText(std::string(text), *formatNamed(format)).value();
}

}  // namespace

TEST_CASE("ASS goes into packets with its head, comments and order", "[job][tracks][ass]") {
    const TrackPackets made = packetsOf("ass", kFile);
    CHECK(made.codec == TextCodec::Ass);
    CHECK(made.codecPrivate == kHead +
                                   "Comment: 0,0:00:00.00,0:00:00.00,Default,,0,0,0,,first a note\n"
                                   "Comment: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,between\n");
    CHECK(made.packets ==
          std::vector{packet(1'000, 1'000, "3,0,Default,,0,0,0,,early"),
                      packet(5'000, 1'500, "1,1,Default,Dara,1,2,3,fx,late, with {\\b1}comma")});
    CHECK(made.losses.empty());
    CHECK(made.diagnostics.empty());
}

TEST_CASE("ASS comes back from its track with every line in its place", "[job][tracks][ass]") {
    const TrackPackets made = packetsOf("ass", kFile);
    const TrackText text = textOf(track(TextCodec::Ass, made.codecPrivate), made.packets);
    CHECK(text.text == kFile);
    CHECK(text.format->info().id == "ass");
    CHECK(text.cues == 2);
    CHECK(text.diagnostics.empty());
}

TEST_CASE("texts of ASS are in ReadOrder, comments of other writers first", "[job][tracks][ass]") {
    const TrackText text = textOf(
        track(TextCodec::Ass, kHead + "Comment: 0,0:00:09.00,0:00:09.50,Default,,0,0,0,,note\r\n"),
        {packet(1'000, 1'000, "1,0,Default,,0,0,0,,second"),
         packet(5'000, 1'004, "0,0,Default,,0000,0000,0000,,first")});
    CHECK(text.text == kHead +
                           "Comment: 0,0:00:09.00,0:00:09.50,Default,,0,0,0,,note\n"
                           "Dialogue: 0,0:00:05.00,0:00:06.00,Default,,0000,0000,0000,,first\n"
                           "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,second\n");
    CHECK(losses(text.losses) == Lines{"time-precision info 1"});
}

TEST_CASE("equal or missing ReadOrder leaves the order of the container", "[job][tracks][ass]") {
    const TrackText text = textOf(track(TextCodec::Ass, kHead),
                                  {packet(1'000, 1'000, "7,0,Default,,0,0,0,,a"),
                                   packet(2'000, 1'000, "3,0,Default,,0,0,0,,b"),
                                   packet(3'000, 1'000, "7,0,Default,,0,0,0,,c")});
    CHECK(codes(text.diagnostics) == Lines{"track.read-order"});
    CHECK(text.text.find(",,a\n") < text.text.find(",,b\n"));
    CHECK(text.text.find(",,b\n") < text.text.find(",,c\n"));
}

TEST_CASE("the example of the specification comes out as SSA", "[job][tracks][ass]") {
    const std::string head =
        "[Script Info]\nScriptType: v4.00\n\n[V4 Styles]\n"
        "Format: Name, Fontname\nStyle: Wolf main,Wolf_Rain\n";
    const TrackText text = textOf(
        track(TextCodec::Ass, head),
        {packet(160'650,
                1'140,
                "1,,Wolf main,Cher,0000,0000,0000,,Et les enregistrements de ses ondes delta ?"),
         packet(162'420, 1'730, "2,,Wolf main,autre,0000,0000,0000,,Toujours rien.")});
    CHECK(text.format->info().id == "ssa");
    CHECK(text.text ==
          head +
              "\n[Events]\nFormat: Marked, Start, End, Style, Name, MarginL, MarginR, MarginV, "
              "Effect, Text\n"
              "Dialogue: Marked=0,0:02:40.65,0:02:41.79,Wolf main,Cher,0000,0000,0000,,Et les "
              "enregistrements de ses ondes delta ?\n"
              "Dialogue: Marked=0,0:02:42.42,0:02:44.15,Wolf main,autre,0000,0000,0000,,Toujours "
              "rien.\n");
}

TEST_CASE("a track without a head gets an events section", "[job][tracks][ass]") {
    const TrackText text = textOf(track(TextCodec::Ass), {packet(0, 1'000, "0,0,,,,,,,x")});
    CHECK(text.text ==
          "[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, "
          "Text\nDialogue: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,x\n");
}

TEST_CASE("damaged packets of ASS stay as texts", "[job][tracks][ass]") {
    const TrackText text = textOf(track(TextCodec::Ass, kHead),
                                  {packet(0, 1'000, "only words, and a comma"),
                                   packet(1'000, 1'000, "1,0,Default,,0,0,0,,two\nlines")});
    CHECK(text.text.find("Dialogue: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,only words, and a "
                         "comma\n") != std::string::npos);
    CHECK(text.text.find(",,two\\Nlines\n") != std::string::npos);
    CHECK(codes(text.diagnostics) ==
          Lines{"track.bad-fields", "track.line-break", "track.read-order"});
}

TEST_CASE("fonts in an ASS file become attachments", "[job][tracks][ass]") {
    // 00 01 00 and 00 41 are 0, 0, 4, 0 and 0, 4, 4 in six bits each, counted from '!'.
    const TrackPackets made = packetsOf("ass",
                                        "[Script Info]\nTitle: x\n\n[Fonts]\nfontname: a.ttf\n!!%!"
                                        "!%%\n\n[Events]\nFormat: Start, End, Text\nDialogue: "
                                        "0:00:01.00,0:00:02.00,x\n");
    REQUIRE(made.fonts.size() == 1);
    CHECK(made.fonts[0].name == "a.ttf");
    CHECK(made.fonts[0].mediaType == "font/ttf");
    CHECK(made.fonts[0].bytes == std::string("\0\1\0\0\x41", 5));
    CHECK(made.codecPrivate.find("[Fonts]") == std::string::npos);
    CHECK(made.codecPrivate.find("[Events]") != std::string::npos);
    CHECK(made.packets == std::vector{packet(1'000, 1'000, "0,,,,,,,,x")});
}

TEST_CASE("what packets of ASS have no place for is told", "[job][tracks][ass]") {
    const TrackPackets made =
        packetsOf("ssa",
                  "[Script Info]\n\n[V4 Styles]\nFormat: Name, Fontname\nStyle: A,B\n\n[Events]\n"
                  "Format: Marked, Start, End, Style, Text\n"
                  "Dialogue: Marked=1,0:00:01.00,0:00:02.00,A,marked\n"
                  "Dialogue: Marked=0,never,0:00:02.00,A,untimed\n"
                  "Dialogue: Marked=0,0:00:04.00,0:00:03.00,A,backwards\n"
                  "Comment: Marked=0,0:00:04.00,0:00:03.00,A,last\n");
    REQUIRE(made.packets.size() == 2);
    CHECK(made.packets[0].bytes == "0,,A,,,,,,marked");
    CHECK(made.packets[1] == packet(4'000, 1, "2,,A,,,,,,backwards"));
    CHECK(made.codecPrivate.find("untimed") != std::string::npos);
    CHECK(losses(made.losses) == Lines{"raw dropped 1", "time-precision approximated 1"});
    CHECK(codes(made.diagnostics) == Lines{"track.bad-times"});
    const TrackPackets behind =
        packetsOf("ass",
                  kHead +
                      "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,x\nComment: "
                      "0,0:00:01.00,0:00:02.00,Default,,0,0,0,,note\n");
    CHECK(codes(behind.diagnostics) == Lines{"track.comments-first"});
}
