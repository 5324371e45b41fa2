// SPDX-License-Identifier: MIT
// What other programs fell into that has no number in the reference (formats.md, 5.5). Its SCC
// files are a suite (tests/suites), the overlaps of timed text are in mux_mp4_test.
#include "catch.h"
#include "format/traps.h"

#include <string>
#include <vector>

using namespace testing;

namespace {

std::string cueAt(int number, const std::string& hours, const std::string& text) {
    return std::to_string(number) + "\n" + hours + ":00:01,000 --> " + hours + ":00:02,000\n" +
           text + "\n\n";
}

/// A film's worth of text and more: 1.5 MB.
std::string longFile() {
    std::string bytes;
    for (int i = 1; i <= 20'000; ++i)
        bytes += cueAt(i, "00", "Where is the boat? I have not seen it.");
    return bytes;
}

const std::vector<Trap> kTraps = {
    {"5.5: English in ASCII is UTF-8, and Khmer can be typed into it",
     "film.srt",
     cueAt(1, "00", "Hello"),
     [](const Trapped& film) {
         CHECK(film.tellsNothing());
         CHECK(film.read.document.origin->encoding.name == "UTF-8");
         CHECK(film.keepsWhenEdited(0, "00:00:01,000"));
         CHECK(film.edited(0, "សួស្តី").find("សួស្តី") != std::string::npos);
     }},
    {"5.5: times past ten hours",
     "film.srt",
     cueAt(1, "12", "Late"),
     [](const Trapped& film) {
         CHECK(film.gives("ass", "Dialogue: 0,12:00:01.00,12:00:02.00,"));
         CHECK(film.through("ass").start(0) == 43'201'000);
     }},
    {"5.5: a new ASS file says how large its picture is",
     "film.srt",
     cueAt(1, "00", "Hello"),
     [](const Trapped& film) {
         const auto canvas = film.through("ass").read.document.canvas;
         REQUIRE(canvas);
         CHECK(canvas->width > 0);
         CHECK(canvas->height > 0);
         CHECK_FALSE(film.gives("ass", "PlayResX:\n"));
     }},
    {"5.5: a long file is nothing odd",
     "film.srt",
     longFile(),
     [](const Trapped& film) {
         CHECK(film.tellsNothing());
         CHECK(film.cues() == 20'000);
     }},
};

}  // namespace

TEST_CASE("traps that have no number", "[traps]") {
    passTraps(kTraps);
}
