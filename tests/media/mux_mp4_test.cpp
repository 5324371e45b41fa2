// SPDX-License-Identifier: MIT
// Films of MP4 with new text tracks, held to ffmpeg and to the film that they are made of.
#include <subs/base/file.h>
#include <subs/media/film.h>

#include "catch.h"
#include "mux_bench.h"

#include <iterator>

using namespace subs;
using namespace subs::media;
using nlohmann::json;
using testing::Bench;
using testing::filmPath;
using testing::outputOf;

namespace {

const std::string kKhmer =
    "1\n00:00:01,000 --> 00:00:02,500\nសួស្តី\n\n"
    "2\n00:00:02,500 --> 00:00:03,001\nពីរ {x} a < b\nបន្ទាត់\n\n";
const std::string kEnglish = "1\n00:00:00,000 --> 00:00:04,000\none\n\n";

/// All that ffprobe tells of the packets of a film's pictures and sound: where and when they are,
/// and a sum of their bytes.
std::string packetsOf(const std::filesystem::path& film) {
    std::string packets;
    for (const char* streams : {"v", "a"})
        packets += outputOf(
            "ffprobe -v error -show_packets -show_data_hash md5 -of csv -show_entries "
            "packet=stream_index,pts,dts,duration,size,pos,flags,data_hash -select_streams " +
            std::string(streams) + " '" + film.string() + "'");
    return packets;
}

/// Start, length and size of the packets of a stream, a line each. The last ends the last text;
/// how long it is ffmpeg makes up.
std::string timesOf(const std::filesystem::path& film, const std::string& stream) {
    return outputOf(
        "ffprobe -v error -show_packets -of csv=p=0 -show_entries "
        "packet=pts_time,duration_time,size -select_streams " +
        stream + " '" + film.string() + "' | head -n -1");
}

/// What ffmpeg makes of a track, without the carriage returns that it puts between lines.
std::string asSubRip(const std::filesystem::path& film, const std::string& stream) {
    return outputOf("ffmpeg -nostdin -v error -i '" + film.string() + "' -map 0:" + stream +
                    " -f srt - | tr -d '\\r'");
}

std::string startOf(const Bench& bench, const std::filesystem::path& film) {
    return bench.probe(film)["format"]["start_time"];
}

std::size_t filesIn(const Bench& bench) {
    return static_cast<std::size_t>(
        std::distance(std::filesystem::directory_iterator(bench.folder.path),
                      std::filesystem::directory_iterator()));
}

/// A film of MP4 that has an English and a Khmer track by ffmpeg.
void giveTracks(Bench& bench) {
    REQUIRE(writeFileAtomically(bench.path("old.srt"), "1\n00:00:01,000 --> 00:00:02,000\nold\n"));
    bench.ffmpeg("-i '" + filmPath("film.mp4").string() +
                 "' -i old.srt -map 0 -map 1 -map 1 -c copy -c:s mov_text -metadata:s:s:0 "
                 "language=eng -metadata:s:s:1 language=khm -disposition:s:0 default in.mp4");
    bench.options.film = bench.path("in.mp4");
}

}  // namespace

TEST_CASE("text tracks are added to an MP4, and no byte of it moves", "[media][mux][mp4]") {
    Bench bench("film.mp4", "new.mp4");
    bench.add("film.km.srt", kKhmer);
    bench.add("film.en.srt", kEnglish);
    bench.options.defaultTrack = "km";
    bench.options.forcedTracks = {"en"};
    const Muxed done = bench.mux();
    REQUIRE(done.tracks.size() == 2);
    CHECK(done.tracks[0].codec == TextCodec::TimedText);
    CHECK(done.tracks[0].cues == 2);
    CHECK(done.tracks[0].losses.empty());
    CHECK(done.diagnostics.empty());

    std::string was = readFile(bench.options.film).value();
    const std::string is = readFile(bench.options.output).value();
    REQUIRE(is.size() > was.size());
    const std::size_t tables = was.find("moov");
    REQUIRE(tables != std::string::npos);
    was.replace(tables, 4, "free");
    CHECK(is.compare(0, was.size(), was) == 0);
    CHECK(packetsOf(bench.options.output) == packetsOf(bench.options.film));

    const json streams = bench.probe()["streams"];
    REQUIRE(streams.size() == 4);
    CHECK(streams[2]["codec_name"] == "mov_text");
    CHECK(streams[2]["tags"]["language"] == "khm");
    CHECK(streams[2]["disposition"]["default"] == 1);
    CHECK(streams[2]["disposition"]["forced"] == 0);
    CHECK(streams[3]["tags"]["language"] == "eng");
    CHECK(streams[3]["disposition"]["default"] == 0);
    CHECK(streams[3]["disposition"]["forced"] == 1);
    // An empty sample of two bytes before the first text.
    CHECK(timesOf(bench.options.output, "s:0") ==
          "0.000000,1.000000,2\n1.000000,1.500000,20\n2.500000,0.501000,43\n");
    CHECK(asSubRip(bench.options.output, "s:0") == kKhmer);
    CHECK(asSubRip(bench.options.output, "s:1") == kEnglish);
    CHECK(bench.extract("km", "a.srt") == kKhmer.substr(0, kKhmer.size() - 1));
    CHECK(bench.extract("en", "b.srt") == kEnglish.substr(0, kEnglish.size() - 1));
}

TEST_CASE("texts that last longer than the film make it no film that is cut short",
          "[media][mux][mp4]") {
    Bench bench("film.mp4", "new.mp4");
    bench.add("film.en.srt", "1\n00:01:30,000 --> 00:01:31,000\nlater than the film\n");
    bench.mux();
    const auto film = Film::open(bench.options.output);
    REQUIRE(film);
    CHECK(film->diagnostics().empty());
    ExtractOptions choice;
    choice.tracks = {"en"};
    const auto done = extracted(
        *makeContainerLibrary(), {bench.options.output, bench.path("en.srt"), {}}, choice);
    CHECK_FALSE(done.error);
    CHECK(done.diagnostics.empty());
}

TEST_CASE("that a track is forced is read from its description too", "[media][mux][mp4]") {
    Bench bench("film.mp4", "new.mp4");
    bench.add("film.km.srt", kKhmer);
    bench.options.forcedTracks = {"km"};
    bench.mux();
    std::string bytes = readFile(bench.options.output).value();
    bytes.replace(bytes.rfind("kind"), 4, "free");
    REQUIRE(writeFileAtomically(bench.path("other.mp4"), bytes));
    CHECK(bench.probe(bench.path("other.mp4"))["streams"][2]["disposition"]["forced"] == 0);
    const auto facts = makeContainerLibrary()->contents(bench.path("other.mp4"), {});
    REQUIRE(facts);
    REQUIRE(facts->tracks.size() == 1);
    CHECK(facts->tracks[0].isForced);
}

TEST_CASE("frames of an MP4 keep their times, and texts are where they were put",
          "[media][mux][mp4]") {
    // Turned, with hidden pictures by an edit list, uneven, with its tables in front.
    for (const char* name :
         {"film.mp4", "late.mp4", "turned.mp4", "edited.mp4", "uneven.mp4", "front.mp4"}) {
        INFO(name);
        Bench bench(name, "new.mp4");
        bench.add("film.km.srt", kKhmer);
        bench.mux();
        CHECK(startOf(bench, bench.options.output) == startOf(bench, bench.options.film));
        CHECK(packetsOf(bench.options.output) == packetsOf(bench.options.film));
        CHECK(bench.extract("km", "a.srt") + "\n" == kKhmer);
        const auto before = Film::open(bench.options.film);
        const auto after = Film::open(bench.options.output);
        REQUIRE(before);
        REQUIRE(after);
        REQUIRE(after->frameCount() == before->frameCount());
        for (std::int64_t i = 0; i < before->frameCount(); ++i)
            CHECK(after->timeline().timeOf(Frame{i}) == before->timeline().timeOf(Frame{i}));
    }
}

TEST_CASE("a film that begins late begins when it did, and its texts with it",
          "[media][mux][mp4]") {
    for (const char* late : {"0.517", "1.7"}) {
        INFO(late);
        Bench bench("film.mp4", "new.mp4");
        bench.ffmpeg("-itsoffset " + std::string(late) + " -i '" + filmPath("silent.mp4").string() +
                     "' -c copy in.mp4");
        bench.options.film = bench.path("in.mp4");
        bench.add("film.km.srt", kKhmer);
        bench.mux();
        CHECK(startOf(bench, bench.options.output) == startOf(bench, bench.options.film));
        CHECK(packetsOf(bench.options.output) == packetsOf(bench.options.film));
        CHECK(bench.extract("km", "a.srt") + "\n" == kKhmer);
    }
}

TEST_CASE("a text that is put on a frame is on it in the tables", "[media][mux][mp4]") {
    Bench bench("film.mp4", "new.mp4");
    // Frames 24 to 48 of 24000/1001, to the tick.
    bench.add("film.en.ttml",
              "<tt xmlns=\"http://www.w3.org/ns/ttml\" "
              "xmlns:ttp=\"http://www.w3.org/ns/ttml#parameter\" xml:lang=\"en\" "
              "ttp:frameRate=\"24\" ttp:frameRateMultiplier=\"1000 1001\"><body><div>"
              "<p begin=\"24f\" end=\"48f\">Hi</p></div></body></tt>");
    const Muxed done = bench.mux();
    CHECK(outputOf("ffprobe -v error -show_packets -of csv=p=0 -show_entries "
                   "packet=pts,duration,size -select_streams s:0 '" +
                   bench.options.output.string() + "' | head -n -1") ==
          "0,24024,2\n24024,24024,4\n");
    for (const LossItem& loss : done.tracks[0].losses.items)
        CHECK(loss.feature != "time-precision");
}

TEST_CASE("what is shown together is one text, with its faces and colours", "[media][mux][mp4]") {
    Bench bench("film.mp4", "new.mp4");
    bench.add("film.en.srt",
              "1\n00:00:01,000 --> 00:00:03,000\n<b>one</b>\n\n"
              "2\n00:00:02,000 --> 00:00:04,000\ntwo <font color=\"#FF0000\">red</font>\n");
    const Muxed done = bench.mux();
    REQUIRE(done.tracks[0].losses.items.size() == 1);
    CHECK(done.tracks[0].losses.items[0].feature == "text");
    CHECK(done.tracks[0].losses.items[0].severity == LossSeverity::Approximated);
    const std::string expected =
        "1\n00:00:01,000 --> 00:00:02,000\n<b>one</b>\n\n"
        "2\n00:00:02,000 --> 00:00:03,000\n<b>one</b>\ntwo <font color=\"#FF0000\">red</font>\n\n"
        "3\n00:00:03,000 --> 00:00:04,000\ntwo <font color=\"#FF0000\">red</font>\n";
    CHECK(bench.extract("en", "a.srt") == expected);
    // ffmpeg writes colours in small letters.
    const std::string theirs = asSubRip(bench.options.output, "s:0");
    CHECK(theirs.find("\n<b>one</b>\ntwo <font color=\"#ff0000\">red</font>\n") !=
          std::string::npos);
}

TEST_CASE("a track of the same language gives its place and id in an MP4", "[media][mux][mp4]") {
    Bench bench("film.mp4", "new.mp4");
    giveTracks(bench);
    bench.add("film.km.srt", kKhmer);
    bench.add("film.fr.srt", kEnglish);
    bench.options.sameLanguage = SameLanguage::Replace;
    bench.options.defaultTrack = "km";
    const Muxed done = bench.mux();
    CHECK(done.tracks[0].inPlaceOf == 3);
    const json was = bench.probe(bench.options.film)["streams"];
    const json is = bench.probe()["streams"];
    REQUIRE(is.size() == 5);
    CHECK(is[2]["tags"]["language"] == "eng");
    CHECK(was[2]["disposition"]["default"] == 1);
    CHECK(is[2]["disposition"]["default"] == 0);
    CHECK(is[3]["tags"]["language"] == "khm");
    CHECK(is[3]["id"] == was[3]["id"]);
    CHECK(is[3]["disposition"]["default"] == 1);
    CHECK(is[4]["tags"]["language"] == "fra");
    CHECK(asSubRip(bench.options.output, "s:0") == asSubRip(bench.options.film, "s:0"));
    CHECK(asSubRip(bench.options.output, "s:1") == kKhmer);
    CHECK(packetsOf(bench.options.output) == packetsOf(bench.options.film));
}

TEST_CASE("tracks are added to a film that got some before", "[media][mux][mp4]") {
    Bench bench("front.mp4", "once.mp4");
    bench.add("film.km.srt", kKhmer);
    bench.mux();
    bench.options.film = bench.options.output;
    bench.options.output = bench.path("new.mp4");
    bench.options.inputs.clear();
    bench.add("film.en.srt", kEnglish);
    bench.mux();
    CHECK(asSubRip(bench.options.output, "s:0") == kKhmer);
    CHECK(asSubRip(bench.options.output, "s:1") == kEnglish);
    CHECK(packetsOf(bench.options.output) == packetsOf(filmPath("front.mp4")));
}

TEST_CASE("a QuickTime movie gets tracks too, and stays one", "[media][mux][mp4]") {
    Bench bench("film.mp4", "new.mov");
    bench.ffmpeg("-i '" + filmPath("film.mp4").string() + "' -c copy in.mov");
    bench.options.film = bench.path("in.mov");
    bench.add("film.km.srt", kKhmer);
    CHECK(bench.mux().diagnostics.empty());
    CHECK(asSubRip(bench.options.output, "s:0") == kKhmer);
    CHECK(bench.probe()["streams"][2]["tags"]["language"] == "khm");
    CHECK(packetsOf(bench.options.output) == packetsOf(bench.options.film));
    bench.options.output = bench.path("new.mp4");
    const Muxed other = bench.mux();
    REQUIRE(other.diagnostics.size() == 1);
    CHECK(other.diagnostics[0].code == "mux.ending");
    CHECK(other.diagnostics[0].severity == Severity::Info);
}

TEST_CASE("a text behind the film makes the film's table longer", "[media][mux][mp4]") {
    Bench bench("film.mp4", "new.mp4");
    // Ticks of a film of 12,288 and of milliseconds are 1,536,000 a second: two hours of them are
    // more than 32 bits count.
    bench.ffmpeg("-i '" + filmPath("silent.mp4").string() +
                 "' -c copy -video_track_timescale 12288 in.mp4");
    bench.options.film = bench.path("in.mp4");
    bench.add("film.en.srt", "1\n01:59:58,000 --> 02:00:00,000\nlate\n");
    bench.mux();
    CHECK(bench.probe()["format"]["duration"] == "7200.000000");
    CHECK(bench.extract("en", "a.srt") == "1\n01:59:58,000 --> 02:00:00,000\nlate\n");
}

TEST_CASE("an MP4 that cannot be added to is refused, and nothing is left behind",
          "[media][mux][mp4]") {
    Bench bench("cut.mp4", "new.mp4");
    bench.add("film.km.srt", kKhmer);
    CHECK(bench.codeOfRefusal() == "mux.film");
    bench.options.film = filmPath("film.mkv");
    CHECK(bench.codeOfRefusal() == "mux.output");
    CHECK(filesIn(bench) == 1);
    bench.ffmpeg("-i '" + filmPath("film.mp4").string() +
                 "' -c copy -movflags +frag_keyframe+empty_moov in.mp4");
    bench.options.film = bench.path("in.mp4");
    CHECK(bench.codeOfRefusal() == "mux.film");
    bench.options.film = filmPath("film.mp4");
    std::stop_source stop;
    const Watch watch{stop.get_token(), [&](double) { stop.request_stop(); }};
    const auto library = makeContainerLibrary();
    const auto stopped = muxed(*library, bench.options, watch);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == "media.cancelled");
    CHECK(filesIn(bench) == 2);
}

TEST_CASE("progress of adding to an MP4 goes up to the end", "[media][mux][mp4]") {
    Bench bench("film.mp4", "new.mp4");
    bench.add("film.km.srt", kKhmer);
    double last = 0;
    bench.mux({{}, [&](double done) {
                   CHECK(done >= last);
                   last = done;
               }});
    CHECK(last == 1);
}
