// SPDX-License-Identifier: MIT
// Tracks of timed text by hand from ISO/IEC 14496-12, 8.3 to 8.7, and 3GPP TS 26.245, 5.16.
#include "catch.h"
#include "job/track_packets.h"
#include "mp4/box.h"
#include "mp4/text_samples.h"
#include "mp4/text_trak.h"

#include <algorithm>
#include <utility>
#include <vector>

using namespace subs;
using namespace subs::media::mp4;
using namespace std::string_literals;
using namespace std::string_view_literals;
using testing::packet;
using Sizes = std::vector<std::uint32_t>;
using Runs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

namespace {

Runs runsOf(const TextSamples& samples) {
    Runs runs;
    for (const TextSamples::Run& run : samples.durations)
        runs.emplace_back(run.count, run.duration);
    return runs;
}

std::string number(std::uint64_t value, std::size_t size) {
    std::string out(size > 8 ? size - 8 : 0, '\0');
    appendNumber(out, value, std::min<std::size_t>(size, 8));
    return out;
}

/// The content of the first box on the way through `names`; fails the test where there is none.
std::string_view contentOf(std::string_view bytes, const std::vector<std::string_view>& names) {
    for (const std::string_view name : names) {
        BoxReader boxes(bytes);
        bool isFound = false;
        while (!isFound && boxes.next())
            isFound = boxes.box().type == name;
        INFO(name);
        REQUIRE(isFound);
        bytes = boxes.box().content;
    }
    return bytes;
}

bool has(std::string_view bytes, std::string_view name) {
    return bytes.find(name) != std::string_view::npos;
}

/// A description for a picture of 1280 by 720: flags, justification, ground, box.
const std::string kDescription = number(0, 4) + "\x01\xFF" + number(0, 4) + number(0, 4) +
                                 number(720, 2) + number(1280, 2) + std::string(12, 's');

TextTrak usualTrak() {
    TextTrak trak;
    trak.id = 3;
    trak.alternateGroup = 2;
    trak.language = "km";
    trak.description = kDescription;
    trak.movieRate = 1'000;
    return trak;
}

/// "one" from one second to two.
TextSamples usualSamples(const TrackClock& clock = {}) {
    return samplesOf(std::vector{packet(1'000, 1'000, "\0\3one"sv)}, clock);
}

}  // namespace

TEST_CASE("the time between texts is empty samples, and one ends the last", "[media][mp4]") {
    const TextSamples samples = samplesOf(std::vector{packet(1'000, 500, "\0\1a"sv),
                                                      packet(1'500, 500, "\0\1b"sv),
                                                      packet(3'000, 1'000, "\0\2cd"sv)},
                                          {});
    CHECK(samples.bytes == "\0\0\0\1a\0\1b\0\0\0\2cd\0\0"sv);
    CHECK(samples.sizes == Sizes{2, 3, 3, 2, 4, 2});
    CHECK(runsOf(samples) == Runs{{1, 1'000}, {2, 500}, {2, 1'000}, {1, 0}});
    CHECK(samples.shown == 4'000);
    CHECK(samples.length == 4'000);
    CHECK(samplesOf({}, {}).sizes.empty());
}

TEST_CASE("a track that begins late counts from there", "[media][mp4]") {
    // Half a second passes before it; film time 0 is a tick before that.
    const TextSamples samples =
        samplesOf(std::vector{packet(0, 1, "\0\1a"sv), packet(1'000, 1'000, "\0\1b"sv)},
                  {TickRate(), -1, 500});
    // What lies before the track is cut off, but for a tick of each text.
    CHECK(runsOf(samples) == Runs{{1, 1}, {1, 998}, {1, 1'000}, {1, 501}});
    CHECK(samples.shown == 1'999);
    CHECK(samples.length == 2'500);
}

TEST_CASE("what is longer than a table can say is several samples", "[media][mp4]") {
    TextPacket late = packet(1'000 * 3'600'000LL - 1, 1, "\0\1a"sv);
    const TextSamples samples = samplesOf(std::vector{late}, {});
    // 3,599,999,999 ticks are a whole table and the rest.
    CHECK(runsOf(samples) == Runs{{1, 0x7FFF'FFFF}, {1, 1'452'516'352}, {1, 1}, {1, 0}});
}

TEST_CASE("the table of a track says where, when and how its texts are", "[media][mp4]") {
    const std::string bytes = trakBox(usualTrak(), usualSamples(), 4'000);
    const std::string_view trak = contentOf(bytes, {"trak"});
    // In the movie, and not shown unasked; two seconds; before the picture; group 2; as large as
    // the picture.
    CHECK(contentOf(trak, {"tkhd"}) ==
          "\0\0\0\x02"s + number(0, 8) + number(3, 4) + number(0, 4) + number(2'000, 4) +
              number(0, 8) + "\xFF\xFF" + number(2, 2) + number(0, 4) + number(0x10000, 4) +
              number(0, 12) + number(0x10000, 4) + number(0, 12) + number(0x40000000, 4) +
              number(1280U << 16U, 4) + number(720U << 16U, 4));
    CHECK_FALSE(has(trak, "edts"));
    CHECK_FALSE(has(trak, "elng"));
    CHECK_FALSE(has(trak, "udta"));
    // "khm" is 11, 8 and 13.
    CHECK(contentOf(trak, {"mdia", "mdhd"}) == number(0, 12) + number(1'000, 4) + number(2'000, 4) +
                                                   number(11 << 10 | 8 << 5 | 13, 2) +
                                                   number(0, 2));
    CHECK(contentOf(trak, {"mdia", "hdlr"}) ==
          number(0, 8) + "sbtl" + number(0, 12) + "SubtitleHandler\0"s);
    const std::string_view table = contentOf(trak, {"mdia", "minf", "stbl"});
    CHECK(contentOf(table, {"stsd"}) ==
          number(0, 4) + number(1, 4) + box("tx3g", number(0, 6) + number(1, 2) + kDescription));
    CHECK(contentOf(table, {"stts"}) == number(0, 4) + number(2, 4) + number(2, 4) +
                                            number(1'000, 4) + number(1, 4) + number(0, 4));
    CHECK(contentOf(table, {"stsc"}) ==
          number(0, 4) + number(1, 4) + number(1, 4) + number(3, 4) + number(1, 4));
    CHECK(contentOf(table, {"stsz"}) ==
          number(0, 4) + number(0, 4) + number(3, 4) + number(2, 4) + number(5, 4) + number(2, 4));
    CHECK(contentOf(table, {"stco"}) == number(0, 4) + number(1, 4) + number(4'000, 4));
}

TEST_CASE("default, forced, named and of a region", "[media][mp4]") {
    TextTrak track = usualTrak();
    track.isDefault = track.isForced = true;
    track.language = "zh-Hant";
    track.name = "ខ្មែរ";
    const std::string bytes = trakBox(track, usualSamples(), 4'000);
    const std::string_view trak = contentOf(bytes, {"trak"});
    CHECK(contentOf(trak, {"tkhd"}).substr(0, 4) == "\0\0\0\x03"sv);
    CHECK(contentOf(trak, {"mdia", "elng"}) == number(0, 4) + "zh-Hant\0"s);
    CHECK(contentOf(trak, {"mdia", "hdlr"}).substr(24) == "ខ្មែរ\0"s);
    CHECK(contentOf(trak, {"udta", "name"}) == "ខ្មែរ");
    CHECK(contentOf(trak, {"udta", "kind"}) ==
          number(0, 4) + "urn:mpeg:dash:role:2011\0forced-subtitle\0"s);
    const std::string_view entry = contentOf(trak, {"mdia", "minf", "stbl", "stsd"}).substr(8 + 8);
    CHECK(entry.substr(8, 4) == "\xC0\0\0\0"sv);
}

TEST_CASE("an edit list has a track begin with a film that begins late", "[media][mp4]") {
    TextTrak track = usualTrak();
    track.rate = TickRate(24'000);
    track.emptyFirst = 517;
    const TextSamples samples = usualSamples({track.rate, 0, 12'408});
    const std::string bytes = trakBox(track, samples, 4'000);
    CHECK(movieDuration(track, samples) == 517 + 2'000 + 1);
    CHECK(contentOf(bytes, {"trak", "edts", "elst"}) ==
          number(0, 4) + number(2, 4) + number(517, 4) + number(0xFFFF'FFFF, 4) +
              number(0x10000, 4) + number(2'001, 4) + number(0, 4) + number(0x10000, 4));
}

TEST_CASE("numbers beyond 32 bits have room", "[media][mp4]") {
    TextTrak track = usualTrak();
    track.rate = TickRate(2'000'000);
    const TextSamples samples =
        samplesOf(std::vector{packet(3'600'000, 1'000, "\0\1a"sv)}, {track.rate, 0, 0});
    const std::string bytes = trakBox(track, samples, 0x1'0000'0000);
    const std::string_view trak = contentOf(bytes, {"trak"});
    CHECK(contentOf(trak, {"mdia", "mdhd"}).substr(0, 32) ==
          "\x01\0\0\0"s + number(0, 16) + number(2'000'000, 4) + number(7'202'000'000, 8));
    CHECK(contentOf(trak, {"mdia", "minf", "stbl", "co64"}) ==
          number(0, 4) + number(1, 4) + number(0x1'0000'0000, 8));
}

TEST_CASE("in a QuickTime movie a track has QuickTime's words", "[media][mp4]") {
    TextTrak track = usualTrak();
    track.isQuickTime = true;
    track.name = "English";
    const std::string bytes = trakBox(track, usualSamples(), 4'000);
    CHECK(contentOf(bytes, {"trak", "mdia", "hdlr"}) == number(0, 4) + "mhlrsbtl" + number(0, 12) +
                                                            "\x07"
                                                            "English");
    CHECK(has(contentOf(bytes, {"trak", "mdia", "minf", "gmhd"}), "gmin"));
    CHECK_FALSE(has(bytes, "nmhd"));
}
