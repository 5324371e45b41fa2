// SPDX-License-Identifier: MIT
#include <subs/job/mux.h>
#include <subs/job/tracks_json.h>

#include "catch.h"
#include "folder.h"
#include "job/fake_containers.h"
#include "job/track_packets.h"

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace subs;
using testing::packet;

namespace {

const std::string kKhmer = "1\n00:00:01,000 --> 00:00:02,000\nសួស្តី\n";
const std::string kEnglish =
    "[Script Info]\nTitle: Dialogue\n\n[V4+ Styles]\nFormat: Name, "
    "Fontname\nStyle: Default,Arial\n\n[Events]\nFormat: Start, End, "
    "Style, Text\nDialogue: 0:00:01.00,0:00:02.00,Default,Hello there\n";

/// A folder with a film and subtitles in it, and options for them.
struct Scene {
    testing::Folder folder;
    testing::FakeContainers containers;
    MuxOptions options;

    Scene() {
        put("film.mkv", "film");
        put("film.km.srt", kKhmer);
        put("film.en.ass", kEnglish);
        options.film = folder.path / "film.mkv";
        options.output = folder.path / "out" / "new.mkv";
        add("film.km.srt");
        add("film.en.ass");
    }
    void put(const char* name, std::string_view bytes) const {
        REQUIRE(writeFileAtomically(folder.path / name, bytes));
    }
    void add(const char* name) {
        options.inputs.push_back({InputFile{folder.path / name, name, std::nullopt}});
    }
    std::string codeOfRefusal() {
        const auto done = muxed(containers, options);
        return done ? "" : done.error().code;
    }
};

TextTrack oldTrack(int number, TextCodec codec, const char* language) {
    TextTrack track;
    track.number = number;
    track.codec = codec;
    track.language = language;
    return track;
}

}  // namespace

TEST_CASE("subtitle files become tracks in their order, in the language of their names",
          "[job][mux]") {
    Scene scene;
    const auto done = muxed(scene.containers, scene.options);
    REQUIRE(done);
    const MuxRequest& asked = *scene.containers.asked;
    REQUIRE(asked.tracks.size() == 2);
    CHECK(asked.tracks[0].codec == TextCodec::SubRip);
    CHECK(asked.tracks[0].language == "km");
    CHECK(asked.tracks[0].packets == std::vector{packet(1'000, 1'000, "សួស្តី")});
    CHECK(asked.tracks[1].codec == TextCodec::Ass);
    CHECK(asked.tracks[1].language == "en");
    CHECK(asked.tracks[1].name == "Dialogue");
    CHECK(asked.tracks[1].packets[0].bytes == "0,,Default,,,,,,Hello there");
    CHECK_FALSE(asked.tracks[0].isDefault);
    CHECK_FALSE(asked.clearsDefault);
    CHECK_FALSE(asked.tracks[0].inPlaceOf);
    CHECK(done->tracks[0].cues == 1);
    const auto json = nlohmann::json::parse(muxingJson(*done, "film.mkv", "new.mkv"));
    CHECK(json["output"] == "new.mkv");
    CHECK(json["tracks"][0]["language"] == "km");
    CHECK(json["tracks"][1]["codec"] == "ASS");
}

TEST_CASE("the language is the one that is given, else the name's, else the letters'",
          "[job][mux]") {
    Scene scene;
    scene.put("film.srt", kKhmer);
    scene.options.inputs.clear();
    scene.add("film.srt");
    CHECK(muxed(scene.containers, scene.options)->tracks[0].language == "km");
    scene.options.inputs[0].language = "lo";
    scene.options.existing = Existing::Replace;
    CHECK(muxed(scene.containers, scene.options)->tracks[0].language == "lo");
}

TEST_CASE("default and forced tracks are named by place or language", "[job][mux]") {
    Scene scene;
    scene.options.defaultTrack = "km";
    scene.options.forcedTracks = {"2"};
    REQUIRE(muxed(scene.containers, scene.options));
    const MuxRequest& asked = *scene.containers.asked;
    CHECK(asked.tracks[0].isDefault);
    CHECK_FALSE(asked.tracks[0].isForced);
    CHECK(asked.tracks[1].isForced);
    CHECK(asked.clearsDefault);
    scene.options.existing = Existing::Replace;
    scene.options.defaultTrack = "none";
    REQUIRE(muxed(scene.containers, scene.options));
    CHECK_FALSE(scene.containers.asked->tracks[0].isDefault);
    scene.options.defaultTrack = "3";
    CHECK(scene.codeOfRefusal() == "mux.no-such-track");
}

TEST_CASE("text tracks of the film stay, or give their places where that is asked for",
          "[job][mux]") {
    Scene scene;
    scene.containers.facts.tracks = {oldTrack(2, TextCodec::SubRip, "eng"),
                                     oldTrack(3, TextCodec::SubRip, "khm"),
                                     oldTrack(4, TextCodec::Other, "khm")};
    REQUIRE(muxed(scene.containers, scene.options));
    CHECK_FALSE(scene.containers.asked->tracks[0].inPlaceOf);
    scene.options.sameLanguage = SameLanguage::Replace;
    scene.options.existing = Existing::Replace;
    REQUIRE(muxed(scene.containers, scene.options));
    CHECK(scene.containers.asked->tracks[0].inPlaceOf == 3);
    CHECK(scene.containers.asked->tracks[1].inPlaceOf == 2);
}

TEST_CASE("timed text of an MP4 becomes SubRip where it stands", "[job][mux]") {
    Scene scene;
    TextTrack old = oldTrack(2, TextCodec::TimedText, "eng");
    old.isDefault = true;
    scene.containers.facts.tracks = {old};
    scene.containers.texts[2] = {packet(0, 500, std::string("\0\5hello", 7))};
    const auto done = muxed(scene.containers, scene.options);
    REQUIRE(done);
    const MuxRequest& asked = *scene.containers.asked;
    REQUIRE(asked.tracks.size() == 3);
    CHECK(asked.tracks[2].inPlaceOf == 2);
    CHECK(asked.tracks[2].isDefault);
    CHECK(asked.tracks[2].language == "en");
    CHECK(asked.tracks[2].packets == std::vector{packet(0, 500, "hello")});
    CHECK(done->tracks[2].input.empty());
}

TEST_CASE("other formats become SubRip, and what that loses is told", "[job][mux]") {
    Scene scene;
    scene.put("film.ttml",
              "<tt xmlns=\"http://www.w3.org/ns/ttml\" xml:lang=\"en\"><body><div><p begin=\"1s\" "
              "end=\"2s\">Hi</p></div></body></tt>");
    scene.options.inputs.clear();
    scene.add("film.ttml");
    REQUIRE(muxed(scene.containers, scene.options));
    CHECK(scene.containers.asked->tracks[0].codec == TextCodec::SubRip);
    CHECK(scene.containers.asked->tracks[0].packets[0].bytes == "Hi");
}

TEST_CASE("what the reader of another format finds no word for is told too", "[job][mux]") {
    Scene scene;
    scene.put("film.fr.ttml",
              "<tt xmlns=\"http://www.w3.org/ns/ttml\" xml:lang=\"fr\" "
              "xmlns:tts=\"http://www.w3.org/ns/ttml#styling\"><body><div>\n"
              "<p begin=\"1s\" end=\"2s\" tts:textOutline=\"2px\">bateau</p></div></body></tt>");
    scene.options.inputs.clear();
    scene.add("film.fr.ttml");
    const auto done = muxed(scene.containers, scene.options);
    REQUIRE(done);
    const auto& items = done->tracks[0].losses.items;
    const auto outline = std::ranges::find(items, "outline", &LossItem::feature);
    REQUIRE(outline != items.end());
    CHECK(outline->line == 2);
}

TEST_CASE("fonts are attached once, and only fonts", "[job][mux]") {
    Scene scene;
    const std::string font("\0\1\0\0font", 8);
    scene.put("a.ttf", font);
    scene.put("b.ttf", "no font");
    scene.options.fonts = {scene.folder.path / "a.ttf", scene.folder.path / "a.ttf"};
    auto done = muxed(scene.containers, scene.options);
    REQUIRE(done);
    CHECK(done->attachments == std::vector<std::string>{"a.ttf"});
    CHECK(scene.containers.asked->attachments ==
          std::vector{AttachedFile{"a.ttf", "font/ttf", font}});
    scene.containers.facts.attachments = {{"a.ttf", "font/ttf", font}};
    scene.options.existing = Existing::Replace;
    CHECK(muxed(scene.containers, scene.options)->attachments.empty());
    scene.options.fonts = {scene.folder.path / "b.ttf"};
    CHECK(scene.codeOfRefusal() == "mux.no-font");
}

TEST_CASE("into an MP4 all subtitles become timed text, and its tracks stay", "[job][mux]") {
    Scene scene;
    scene.options.output = scene.folder.path / "new.mp4";
    scene.containers.facts.format = "mov,mp4,m4a,3gp,3g2,mj2";
    scene.containers.facts.room = {TickRate(24'000), 640, 360};
    scene.containers.facts.tracks = {oldTrack(2, TextCodec::TimedText, "khm"),
                                     oldTrack(3, TextCodec::TimedText, "fre")};
    scene.options.sameLanguage = SameLanguage::Replace;
    scene.options.defaultTrack = "km";
    const auto done = muxed(scene.containers, scene.options);
    REQUIRE(done);
    const MuxRequest& asked = *scene.containers.asked;
    CHECK(asked.kind == ContainerKind::Mp4);
    CHECK(asked.clearsDefault);
    REQUIRE(asked.tracks.size() == 2);
    CHECK(asked.tracks[0].codec == TextCodec::TimedText);
    CHECK(asked.tracks[0].language == "km");
    CHECK(asked.tracks[0].isDefault);
    CHECK(asked.tracks[0].inPlaceOf == 2);
    CHECK(asked.tracks[0].packets ==
          std::vector{packet(1'000, 1'000, std::string("\0\x12", 2) + "សួស្តី")});
    CHECK(asked.tracks[1].codec == TextCodec::TimedText);
    CHECK(asked.tracks[1].name == "Dialogue");
    CHECK_FALSE(asked.tracks[1].inPlaceOf);
    CHECK(done->tracks[1].cues == 1);
    const auto& items = done->tracks[1].losses.items;
    CHECK(std::ranges::find(items, "styles", &LossItem::feature) != items.end());
}

TEST_CASE("what an MP4 has no place for is refused with what to do", "[job][mux]") {
    Scene scene;
    scene.options.output = scene.folder.path / "new.mp4";
    scene.containers.facts.format = "matroska,webm";
    const auto other = muxed(scene.containers, scene.options);
    REQUIRE_FALSE(other);
    CHECK(other.error().code == "mux.output");
    CHECK(other.error().message.find("ffmpeg -i FILM -c copy FILM.mp4") != std::string::npos);
    scene.containers.facts.format = "mov,mp4,m4a,3gp,3g2,mj2";
    scene.put("a.ttf", std::string("\0\1\0\0font", 8));
    scene.options.fonts = {scene.folder.path / "a.ttf"};
    CHECK(scene.codeOfRefusal() == "mux.output");
    scene.options.fonts.clear();
    scene.put("film.km.srt",
              "1\n00:00:01,000 --> 00:00:02,000\n" + std::string(70'000, 'a') + "\n");
    CHECK(scene.codeOfRefusal() == "track.text-too-long");
    CHECK_FALSE(scene.containers.asked);
    CHECK_FALSE(std::filesystem::exists(scene.options.output));
}

TEST_CASE("neither the film nor a subtitle is written over, nor another kind of file written",
          "[job][mux]") {
    Scene scene;
    scene.options.existing = Existing::Replace;
    scene.options.output = scene.options.film;
    CHECK(scene.codeOfRefusal() == "output.collision");
    scene.options.output = scene.folder.path / "new.txt";
    CHECK(scene.codeOfRefusal() == "mux.output");
    scene.put("there.mkv", "old");
    scene.options.output = scene.folder.path / "there.mkv";
    scene.options.existing = Existing::Refuse;
    CHECK(scene.codeOfRefusal() == "io.exists");
    CHECK(readFile(scene.options.film).value() == "film");
    CHECK_FALSE(scene.containers.asked);
}

TEST_CASE("a file without a cue is not made a track", "[job][mux]") {
    Scene scene;
    scene.put("film.km.srt", "");
    CHECK(scene.codeOfRefusal() == "mux.no-cues");
    scene.put("film.km.srt", kKhmer);
    scene.options.film = "missing.mkv";
    CHECK(scene.codeOfRefusal() == "io.not-found");
    CHECK_FALSE(scene.containers.asked);
}
