// SPDX-License-Identifier: MIT
// Films with new text tracks, held to ffprobe and to the film that they are made of.
#include <subs/base/file.h>
#include <subs/job/extract.h>
#include <subs/job/mux.h>
#include <subs/media/container_library.h>
#include <subs/media/film.h>

#include "catch.h"
#include "mux_bench.h"

using namespace subs;
using namespace subs::media;
using nlohmann::json;
using testing::Bench;
using testing::filmPackets;
using testing::filmPath;

namespace {

const std::string kSrt =
    "1\n00:00:01,000 --> 00:00:02,500\nសួស្តី\n\n"
    "2\n00:00:02,000 --> 00:00:03,001\n<i>two</i>\nlines\n\n"
    "3\n00:00:04,000 --> 00:00:05,000\n\n";

}  // namespace

TEST_CASE("text tracks come behind the film's streams and back out as they were", "[media][mux]") {
    Bench bench;
    bench.add("film.km.srt", kSrt);
    const std::string ass =
        "[Script Info]\nScriptType: v4.00+\n\n[V4+ Styles]\nFormat: Name, Fontname\nStyle: "
        "Default,Arial\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, "
        "MarginV, Effect, Text\n"
        "Dialogue: 0,0:00:05.00,0:00:06.00,Default,,0,0,0,,later\n"
        "Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,a note\n"
        "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,earlier\n";
    bench.add("film.en.ass", ass);
    const std::string vtt =
        "WEBVTT\n\nSTYLE\n::cue { color: red }\n\nintro\n00:00:01.000 --> "
        "00:00:02.000 line:0\n<v Dara>one</v>\n\n";
    bench.add("film.fr.vtt", vtt);
    bench.options.defaultTrack = "km";
    const Muxed done = bench.mux();
    CHECK(done.tracks.size() == 3);
    const json streams = bench.probe()["streams"];
    REQUIRE(streams.size() == 4);
    CHECK(streams[0]["codec_type"] == "video");
    CHECK(streams[1]["codec_name"] == "subrip");
    CHECK(streams[1]["tags"]["language"] == "khm");
    CHECK(streams[1]["disposition"]["default"] == 1);
    CHECK(streams[2]["codec_name"] == "ass");
    CHECK(streams[2]["disposition"]["default"] == 0);
    CHECK(streams[3]["codec_name"] == "webvtt");
    CHECK(streams[3]["tags"]["language"] == "fre");
    CHECK(bench.extract("km", "a.srt") == kSrt);
    CHECK(bench.extract("en", "a.ass") == ass);
    CHECK(bench.extract("fr", "a.vtt") == vtt);
    CHECK(filmPackets(bench.path("new.mkv")) == filmPackets(bench.options.film));
}

TEST_CASE("frames and texts stay where they are to each other", "[media][mux]") {
    // Beginning at 0, late, before 0 by the priming of its sound, and uneven.
    for (const char* name : {"film.mp4", "late.mkv", "late.mp4", "primed.mkv", "uneven.mp4"}) {
        INFO(name);
        Bench bench(name);
        bench.add("film.km.srt", kSrt);
        bench.mux();
        CHECK(bench.extract("km", "a.srt") == kSrt);
        const auto before = Film::open(bench.options.film);
        const auto after = Film::open(bench.path("new.mkv"));
        REQUIRE(before);
        REQUIRE(after);
        REQUIRE(after->frameCount() == before->frameCount());
        const Time most = Time::fromMilliseconds(1);
        for (std::int64_t i = 0; i < before->frameCount(); ++i) {
            const Time moved =
                after->timeline().timeOf(Frame{i}) - before->timeline().timeOf(Frame{i});
            CHECK((moved <= most && -moved <= most));
        }
    }
}

TEST_CASE("chapters, tags, attachments and dispositions of the film are kept", "[media][mux]") {
    Bench bench;
    const std::string font("\0\1\0\0font", 8);
    REQUIRE(writeFileAtomically(bench.path("old.ttf"), font));
    REQUIRE(writeFileAtomically(
        bench.path("meta.txt"),
        ";FFMETADATA1\ntitle=A film\nartist=Someone\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=4000\n"
        "title=One\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=4000\nEND=9000\ntitle=ពីរ\n"));
    REQUIRE(writeFileAtomically(bench.path("old.srt"), kSrt));
    bench.ffmpeg("-i '" + filmPath("film.mkv").string() +
                 "' -i old.srt -i meta.txt -map 0 -map 1 -map_metadata 2 -c copy -attach old.ttf "
                 "-metadata:s:t mimetype=font/ttf -metadata:s:s:0 language=eng -metadata:s:s:0 "
                 "title=Old -disposition:s:0 default+forced+comment in.mkv");
    bench.options.film = bench.path("in.mkv");
    bench.add("film.km.srt", kSrt);
    REQUIRE(writeFileAtomically(bench.path("new.otf"), "OTTOfont"));
    bench.options.fonts = {bench.path("new.otf")};
    bench.mux();
    const json was = bench.probe(bench.path("in.mkv"));
    const json is = bench.probe();
    REQUIRE(is["streams"].size() == was["streams"].size() + 2);
    CHECK(is["format"]["tags"]["title"] == "A film");
    CHECK(is["format"]["tags"]["ARTIST"] == was["format"]["tags"]["ARTIST"]);
    REQUIRE(is["chapters"].size() == 2);
    CHECK(is["chapters"][1]["start_time"] == was["chapters"][1]["start_time"]);
    CHECK(is["chapters"][1]["tags"]["title"] == "ពីរ");
    CHECK(is["streams"][1]["tags"]["title"] == "Old");
    CHECK(is["streams"][1]["disposition"] == was["streams"][1]["disposition"]);
    const auto facts = makeContainerLibrary()->contents(bench.path("new.mkv"), {});
    REQUIRE(facts);
    CHECK(facts->attachments == std::vector<AttachedFile>{{"old.ttf", "font/ttf", font},
                                                          {"new.otf", "font/otf", "OTTOfont"}});
}

TEST_CASE("a cover stays an attachment, and the tracks of an MP4 become Matroska's",
          "[media][mux]") {
    Bench bench;
    REQUIRE(writeFileAtomically(bench.path("old.srt"), kSrt));
    bench.ffmpeg("-i '" + filmPath("film.mp4").string() + "' -i old.srt -i '" +
                 filmPath("cover.png").string() +
                 "' -map 0 -map 1 -map 2 -c copy -c:s mov_text -disposition:v:1 attached_pic "
                 "-metadata:s:s:0 language=eng in.mp4");
    bench.options.film = bench.path("in.mp4");
    bench.add("film.km.srt", kSrt);
    const Muxed done = bench.mux();
    REQUIRE(done.tracks.size() == 2);
    CHECK(done.tracks[1].inPlaceOf == 2);
    const auto facts = makeContainerLibrary()->contents(bench.path("new.mkv"), {});
    REQUIRE(facts);
    REQUIRE(facts->tracks.size() == 2);
    CHECK(facts->tracks[0].language == "eng");
    CHECK(facts->tracks[0].codec == TextCodec::SubRip);
    CHECK(facts->tracks[1].language == "khm");
    const json streams = bench.probe()["streams"];
    CHECK(streams.back()["tags"]["filename"] == "cover.png");
    CHECK(streams.back()["disposition"]["attached_pic"] == 1);
}

TEST_CASE("a track of the same language gives its place where that is asked for", "[media][mux]") {
    Bench bench;
    bench.add("film.km.srt", kSrt);
    bench.add("film.en.srt", "1\n00:00:01,000 --> 00:00:02,000\nold\n");
    bench.mux();
    std::filesystem::rename(bench.path("new.mkv"), bench.path("in.mkv"));
    bench.options.film = bench.path("in.mkv");
    bench.options.inputs.clear();
    bench.add("film.km.srt", "1\n00:00:07,000 --> 00:00:08,000\nថ្មី\n");
    bench.options.sameLanguage = SameLanguage::Replace;
    bench.mux();
    CHECK(bench.probe()["streams"].size() == 3);
    CHECK(bench.extract("1", "a.srt") == "1\n00:00:07,000 --> 00:00:08,000\nថ្មី\n\n");
    CHECK(bench.extract("2", "b.srt") == "1\n00:00:01,000 --> 00:00:02,000\nold\n\n");
}

TEST_CASE("what cannot be written is refused, and nothing is left behind", "[media][mux]") {
    for (const char* name : {"turned.mp4", "edited.mp4"}) {
        INFO(name);
        Bench refused(name);
        refused.add("film.km.srt", kSrt);
        CHECK(refused.codeOfRefusal() == "mux.stream");
        CHECK_FALSE(std::filesystem::exists(refused.path("new.mkv")));
    }

    Bench bench;
    bench.add("film.km.srt", kSrt);
    std::stop_source stop;
    Watch watch{stop.get_token(), [&](double) { stop.request_stop(); }};
    const auto library = makeContainerLibrary();
    const auto stopped = muxed(*library, bench.options, watch);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == "media.cancelled");
    const auto files = std::distance(std::filesystem::directory_iterator(bench.folder.path),
                                     std::filesystem::directory_iterator());
    CHECK(files == 1);
}

TEST_CASE("progress goes up to the end", "[media][mux]") {
    Bench bench;
    bench.add("film.km.srt", kSrt);
    double last = 0;
    bench.mux({{}, [&](double done) {
                   CHECK(done >= last);
                   last = done;
               }});
    CHECK(last == 1);
}
