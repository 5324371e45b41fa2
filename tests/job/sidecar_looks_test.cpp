// SPDX-License-Identifier: MIT
// What a cue looks like as a whole comes home to TTML, which is read as a style.
#include "catch.h"
#include "sidecar_film.h"

#include <string>

using namespace subs;
using testing::codesOf;
using testing::Film;
using testing::with;

namespace {

std::string region(const std::string& id, const std::string& align) {
    return "<region xml:id=\"" + id +
           "\" tts:origin=\"10% 10%\" tts:extent=\"80% 80%\" tts:displayAlign=\"" + align +
           "\" tts:textAlign=\"center\"/>";
}

const std::string kTtml =
    "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:tts=\"http://www.w3.org/ns/ttml#styling\" "
    "xml:lang=\"en\">\n<head><layout>" +
    region("low", "after") + region("high", "before") +
    "</layout></head>\n<body><div>\n"
    "<p region=\"low\" begin=\"1s\" end=\"5s\">a b c</p>\n"
    "<p region=\"low\" begin=\"6s\" end=\"7s\"><span tts:color=\"#00FF00\">go on</span></p>\n"
    "<p region=\"low\" begin=\"8s\" end=\"9s\"><span tts:fontStyle=\"italic\">far</span></p>\n"
    "</div></body></tt>\n";

std::string span(const std::string& attributes, const std::string& inner) {
    return "<span " + attributes + ">" + inner + "</span>";
}

/// The file at home, where nothing is told.
std::string homeOf(const Film& film) {
    CHECK(codesOf(film.goHome()) == "sidecar.restored@0 ");
    return film.homeText();
}

/// The file at home after `what` became `instead` in it as `format`.
std::string edited(const char* format, const char* what, const char* instead) {
    const Film film("ttml", kTtml, format);
    film.replace(what, instead);
    return homeOf(film);
}

const std::string kItalic = "tts:fontStyle=\"italic\"";

}  // namespace

TEST_CASE("marks over all of a cue come home to TTML", "[job][sidecar][ttml]") {
    const std::string italic = with(kTtml, "a b c", span(kItalic, "a b c"));
    CHECK(edited("srt", "a b c", "<i>a b c</i>") == italic);
    CHECK(edited("vtt", "a b c", "<i>a b c</i>") == italic);
    CHECK(edited("ass", ",,a b c", ",,{\\i1}a b c") == italic);
    CHECK(edited("srt", "a b c", "<font color=\"#FF0000\">a b c</font>") ==
          with(kTtml, "a b c", span("tts:color=\"#FF0000\"", "a b c")));
    // A part that looks in another way is inside of it.
    CHECK(edited("srt", "a b c", "<b>a <i>b</i> c</b>") ==
          with(kTtml, "a b c", span("tts:fontWeight=\"bold\"", "a " + span(kItalic, "b") + " c")));
    CHECK(edited("srt", "go on", "<i>go on</i>") ==
          with(kTtml, ">go on<", ">" + span(kItalic, "go on") + "<"));
}

TEST_CASE("marks that are taken from all of a cue are gone in TTML", "[job][sidecar][ttml]") {
    CHECK(edited("srt", "<i>far</i>", "far") ==
          with(kTtml, ">far<", ">" + span("tts:fontStyle=\"normal\"", "far") + "<"));
    CHECK(edited("srt", "<i>far</i>", "<i>fa</i>r") ==
          with(kTtml,
               ">far<",
               ">" + span("tts:fontStyle=\"normal\"", span(kItalic, "fa") + "r") + "<"));
    // Letters without a colour are white in a new file.
    CHECK(edited("vtt", "<c.lime>go on</c>", "go on") ==
          with(kTtml, ">go on<", ">" + span("tts:color=\"#FFFFFF\"", "go on") + "<"));
}

TEST_CASE("the place of a cue comes home to TTML", "[job][sidecar][ttml]") {
    const std::string high =
        with(kTtml, "<p region=\"low\" begin=\"1s\"", "<p region=\"high\" begin=\"1s\"");
    CHECK(edited("srt", "a b c", "{\\an8}a b c") == high);
    CHECK(edited("ass", ",,a b c", ",,{\\an8}a b c") == high);
}

TEST_CASE("a new cue comes home to TTML with what it says of its look", "[job][sidecar][ttml]") {
    const Film film("ttml", kTtml, "srt");
    film.replace("3\n00:00:08", "4\n00:00:08");
    film.replace("2\n00:00:06",
                 "2\n00:00:05,200 --> 00:00:05,900\n{\\an8}<i>new</i>\n\n3\n00:00:06");
    CHECK(homeOf(film) == with(kTtml,
                               "a b c</p>\n",
                               "a b c</p>\n<p region=\"high\" begin=\"5.2s\" end=\"5.9s\">" +
                                   span(kItalic, "new") + "</p>\n"));
}

TEST_CASE("a new cue comes home plain where only its neighbour is not", "[job][sidecar]") {
    const std::string json =
        "{\"format\":\"subs-json\",\"version\":1,\"styles\":[{\"name\":\"S\",\"italic\":true}],\"cues\":[\n"
        "{\"start_ms\":1000,\"end_ms\":2000,\"text\":\"SIGN\",\"style\":\"S\"},\n"
        "{\"start_ms\":9000,\"end_ms\":10000,\"text\":\"Speech\"}]}";
    const std::string added = "\n\n2\n00:00:03,000 --> 00:00:04,000\nplain\n\n3\n00:00:09";
    const Film table("json", json, "srt");
    table.replace("\n\n2\n00:00:09", added);
    CHECK(homeOf(table) == with(json,
                                "\"S\"},",
                                "\"S\"},\n{\"id\": \"2\", \"start_ms\": 3000, \"end_ms\": 4000, "
                                "\"text\": \"plain\"},"));
    const std::string ass =
        "[Script Info]\nScriptType: v4.00+\n\n[V4+ Styles]\nFormat: Name, Fontname, Italic\n"
        "Style: Main,Arial,0\nStyle: Sign,Arial,-1\n\n[Events]\nFormat: Start, End, Style, Text\n"
        "Dialogue: 0:00:01.00,0:00:02.00,Sign,SIGN\n"
        "Dialogue: 0:00:09.00,0:00:10.00,Main,Speech\nDialogue: 0:00:11.00,0:00:12.00,Main,More\n";
    const Film film("ass", ass, "srt");
    film.replace("\n\n3\n00:00:11", "\n\n4\n00:00:11");
    film.replace("\n\n2\n00:00:09", added);
    CHECK(homeOf(film) ==
          with(ass, ",SIGN\n", ",SIGN\nDialogue: 0:00:03.00,0:00:04.00,Main,plain\n"));
}

TEST_CASE("a look that an edit of TTML makes is no style that is left out",
          "[job][sidecar][ttml]") {
    const std::string srt =
        "1\n00:00:01,000 --> 00:00:05,000\na b c\n\n2\n00:00:06,000 --> 00:00:07,000\nd\n";
    const Film film("srt", srt, "ttml");
    film.replace(">a b c<", ">" + span(kItalic, "a b c") + "<");
    CHECK(homeOf(film) == with(srt, "a b c", "<i>a b c</i>"));
}

TEST_CASE("syllables that were stretched with their cue come home as times", "[job][sidecar]") {
    const std::string ttml =
        with(kTtml, "a b c", "a <span begin=\"1s\">b</span> <span begin=\"2s\">c</span>");
    const Film film("ttml", ttml, "ass");
    film.replace("0:00:01.00,0:00:05.00", "0:00:02.00,0:00:10.00");
    film.replace("{\\k100}a {\\k100}b {\\k200}c", "{\\k200}a {\\k200}b {\\k400}c");
    CHECK(homeOf(film) == with(kTtml,
                               "begin=\"1s\" end=\"5s\">a b c",
                               "begin=\"2s\" end=\"10s\">a <span begin=\"2s\">b</span> <span "
                               "begin=\"4s\">c</span>"));
}
