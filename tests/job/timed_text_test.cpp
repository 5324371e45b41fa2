// SPDX-License-Identifier: MIT
// Timed text of MP4. Samples are written by hand from 3GPP TS 26.245, 5.15 to 5.17.
#include <subs/job/track_text.h>

#include "catch.h"
#include "job/track_packets.h"

using namespace subs;
using namespace std::string_view_literals;
using testing::codes;
using testing::losses;
using testing::packet;
using testing::textOf;
using testing::track;
using Lines = std::vector<std::string>;

namespace {

/// flags, centred at the bottom, background, box; plain white text of size 18 in font 1.
constexpr std::string_view kDescription =
    "\0\0\0\0\x01\xFF\0\0\0\0\0\0\0\0\0\0\0\0"
    "\0\0\0\0\0\x01\0\x12\xFF\xFF\xFF\xFF"sv;

std::string number(std::size_t value, int bytes) {
    std::string out;
    for (int i = bytes - 1; i >= 0; --i)
        out += static_cast<char>(value >> (8 * static_cast<unsigned>(i)) & 0xFFU);
    return out;
}

std::string sample(std::string_view text, std::string_view boxes = {}) {
    return number(text.size(), 2) + std::string(text) + std::string(boxes);
}

std::string box(std::string_view name, std::string_view content) {
    return number(content.size() + 8, 4) + std::string(name) + std::string(content);
}

/// A style of font 1 and size 18.
std::string style(std::size_t begin, std::size_t end, int face, std::size_t color = 0xFFFFFFFF) {
    return number(begin, 2) + number(end, 2) + number(1, 2) +
           number(static_cast<std::size_t>(face), 1) + number(18, 1) + number(color, 4);
}

TrackText read(const std::vector<TextPacket>& packets,
               std::string_view description = kDescription) {
    return textOf(track(TextCodec::TimedText, description), packets);
}

}  // namespace

TEST_CASE("timed text becomes SubRip, and empty samples are the time between", "[job][tracks]") {
    const TrackText text = read({packet(0, 1'000, sample("")),
                                 packet(1'000, 1'500, sample("one\ntwo")),
                                 packet(2'500, 500, sample("")),
                                 packet(3'000, 1'000, sample("three"))});
    CHECK(text.text ==
          "1\n00:00:01,000 --> 00:00:02,500\none\ntwo\n\n"
          "2\n00:00:03,000 --> 00:00:04,000\nthree\n");
    CHECK(text.format->info().id == "srt");
    CHECK(text.cues == 2);
    CHECK(text.losses.empty());
    CHECK(text.diagnostics.empty());
}

TEST_CASE("an empty sample without a length is nothing odd", "[job][tracks]") {
    TextPacket last = packet(2'000, 0, sample(""));
    last.duration.reset();
    const TrackText text = read({packet(1'000, 1'000, sample("one")), last});
    CHECK(text.text == "1\n00:00:01,000 --> 00:00:02,000\none\n");
    CHECK(text.diagnostics.empty());
}

TEST_CASE("faces and colours of timed text are tags, by characters and not bytes",
          "[job][tracks]") {
    // Four letters of Khmer are twelve bytes.
    const std::string styles =
        box("styl", number(2, 2) + style(1, 3, 1) + style(3, 4, 6, 0xFF0000FF));
    const TrackText text = read({packet(0, 1'000, sample("កខគឃ", styles))});
    CHECK(text.text ==
          "1\n00:00:00,000 --> 00:00:01,000\nក<b>ខគ</b><i><u><font "
          "color=\"#FF0000\">ឃ</font></u></i>\n");
    CHECK(text.losses.empty());
}

TEST_CASE("the default style holds where no other does", "[job][tracks]") {
    std::string italic(kDescription);
    italic[24] = 2;
    const TrackText text =
        read({packet(0, 1'000, sample("abc", box("styl", number(1, 2) + style(1, 2, 0))))}, italic);
    CHECK(text.text == "1\n00:00:00,000 --> 00:00:01,000\n<i>a</i>b<i>c</i>\n");
}

TEST_CASE("UTF-16 samples are read behind their byte order mark", "[job][tracks]") {
    const TrackText text = read({packet(0, 1, sample("\xFE\xFF\x17\x80\0a"sv)),
                                 packet(1, 1, sample("\xFF\xFE\x81\x17"sv))});
    CHECK(text.text.find("\nកa\n") != std::string::npos);
    CHECK(text.text.find("\nខ\n") != std::string::npos);
}

TEST_CASE("what SubRip does not hold of timed text is told", "[job][tracks]") {
    std::string large = style(0, 1, 0);
    large[7] = 40;
    const std::string boxes =
        box("styl", number(1, 2) + large) + box("hlit", number(0, 4)) + box("tbox", number(0, 8));
    std::string top(kDescription);
    top[5] = 0;
    const TrackText text = read({packet(0, 1'000, sample("abc", boxes))}, top);
    CHECK(losses(text.losses) == Lines{"font-size dropped 1", "overrides dropped 2"});
    CHECK(codes(text.diagnostics) == Lines{"track.place"});
}

TEST_CASE("damaged samples give what there is of them", "[job][tracks]") {
    const TrackText text =
        read({packet(0, 1'000, number(9, 2) + "short"),
              packet(1'000, 1'000, "\0"sv),
              packet(2'000, 1'000, ""),
              packet(3'000, 1'000, sample("a", number(4, 4) + "styl")),
              packet(4'000, 1'000, sample("b", box("styl", number(9, 2)))),
              packet(5'000, 1'000, sample("c", box("styl", number(1, 2) + style(0, 9, 1))))});
    CHECK(text.cues == 4);
    CHECK(text.text.find("\nshort\n") != std::string::npos);
    CHECK(text.text.find("\n<b>c</b>\n") != std::string::npos);
    CHECK(codes(text.diagnostics) == Lines{"track.damaged", "track.bad-style"});
    CHECK(read({}, "").text.empty());
}

TEST_CASE("line ends of old writers are those of a file, and spans follow", "[job][tracks]") {
    const std::string styles = box("styl", number(1, 2) + style(5, 8, 2));
    const TrackText text = read({packet(0, 1'000, sample("a\r\nb\rcde\r\n"sv, styles))});
    CHECK(text.text == "1\n00:00:00,000 --> 00:00:01,000\na\nb\n<i>cde</i>\n");
}
