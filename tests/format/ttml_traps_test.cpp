// SPDX-License-Identifier: MIT
// Trap 49 is a suite of its own, the intermediate documents of imsc-tests: see the page of the
// format.
#include "catch.h"
#include "format/traps.h"

#include <string>
#include <vector>

using namespace testing;

namespace {

std::string fileOf(const std::string& attributes, const std::string& body) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tt xmlns=\"http://www.w3.org/ns/ttml\" "
           "xmlns:ttp=\"http://www.w3.org/ns/ttml#parameter\"" +
           attributes + " xml:lang=\"km\">\n<body>" + body + "</body>\n</tt>\n";
}

const std::vector<Trap> kTraps = {
    {"trap 45: a paragraph counts from the beginning of its division",
     "film.ttml",
     fileOf("", "<div begin=\"20s\"><p begin=\"2s\" end=\"3.5s\">One</p></div>"),
     [](const Trapped& film) {
         REQUIRE(film.cues() == 1);
         CHECK(film.start(0) == 22'000);
         CHECK(film.end(0) == 23'500);
         CHECK(film.gives("srt", "00:00:22,000 --> 00:00:23,500"));
         CHECK(film.keepsWhenEdited(0, "<div begin=\"20s\"><p begin=\"2s\" end=\"3.5s\">edited<"));
     }},
    {"trap 46: frames at 24000/1001",
     "film.ttml",
     fileOf(" ttp:frameRate=\"24\" ttp:frameRateMultiplier=\"1000 1001\"",
            "<div><p begin=\"00:00:04:06\" end=\"00:00:05:00\">One</p></div>"),
     [](const Trapped& film) {
         // 4 s and 6 frames: 4 + 6 * 1001 / 24000 s.
         CHECK(subs::exactMilliseconds(film.cue(0).start) == subs::Fraction(17'001, 4));
         CHECK(film.end(0) == 5'000);
         CHECK(film.keepsWhenEdited(0, "begin=\"00:00:04:06\""));
     }},
    {"trap 47: ticks",
     "film.ttml",
     fileOf(" ttp:tickRate=\"10000000\"",
            "<div><p begin=\"45000000t\" dur=\"7500000t\">One</p></div>"),
     [](const Trapped& film) {
         CHECK(film.start(0) == 4'500);
         CHECK(film.end(0) == 5'250);
         CHECK(film.keepsWhenEdited(0, "begin=\"45000000t\" dur=\"7500000t\""));
     }},
    {"trap 48: a sequence",
     "film.ttml",
     fileOf("", "<div timeContainer=\"seq\"><p dur=\"2s\">One</p><p dur=\"3s\">Two</p></div>"),
     [](const Trapped& film) {
         REQUIRE(film.cues() == 2);
         CHECK(film.start(0) == 0);
         CHECK(film.end(0) == 2'000);
         CHECK(film.start(1) == 2'000);
         CHECK(film.end(1) == 5'000);
     }},
    {"trap 50: U+200B between Khmer words",
     "film.ttml",
     fileOf("", "<div><p begin=\"1s\" end=\"2s\">ខ្ញុំ\u200Bទៅ\u200Bផ្សារ</p></div>"),
     [](const Trapped& film) {
         CHECK(film.text(0) == "ខ្ញុំ\u200Bទៅ\u200Bផ្សារ");
         CHECK(film.gives("srt", "ខ្ញុំ\u200Bទៅ\u200Bផ្សារ"));
         CHECK(film.through("ttml").text(0) == film.text(0));
         CHECK(film.through("ebu-tt-d").text(0) == film.text(0));
     }},
};

}  // namespace

TEST_CASE("traps of TTML files", "[ttml][traps]") {
    passTraps(kTraps);
}
