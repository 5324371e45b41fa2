// SPDX-License-Identifier: MIT
#include "format/frame_edges.h"

#include "catch.h"

#include <vector>

using namespace subs;

namespace {

FrameRate rateOf(const char* text) {
    return parseFrameRate(text).value();
}

/// Frames of 24000/1001 a second from frame `first` on, as a container of milliseconds has them.
FrameTimeline stampsFrom(std::int64_t first) {
    std::vector<std::int64_t> stamps;
    for (std::int64_t i = 0; i < 3000; ++i)
        stamps.push_back(Fraction((first + i) * 1001, 24).nearest());
    return FrameTimeline::fromTicks(stamps, Fraction(1, 1000)).value();
}

}  // namespace

TEST_CASE("a file of the film's rate has the film's frames", "[format][time]") {
    for (const char* const rate : {"23.976", "25", "29.97", "59.94"}) {
        const FrameTimeline film = FrameTimeline::constant(rateOf(rate));
        for (const std::int64_t frame : {0, 1, 1799, 107'892, 10'000'000})
            CHECK(fileFrameOf(film, Frame{frame}, rateOf(rate)) == frame);
    }
    // Frame 2 begins at 83.417 ms, and is stamped with 83.
    for (const std::int64_t frame : {0, 1, 2, 2997})
        CHECK(fileFrameOf(stampsFrom(0), Frame{frame}, rateOf("23.976")) == frame);
}

TEST_CASE("a film whose picture begins late has the frames of a file that are shown with it",
          "[format][time]") {
    for (const std::int64_t frame : {0, 1, 2, 2997})
        CHECK(fileFrameOf(stampsFrom(2), Frame{frame}, rateOf("23.976")) == frame + 2);
}

TEST_CASE("a file of another rate has the last frame that is shown no later", "[format][time]") {
    const FrameTimeline film = FrameTimeline::constant(rateOf("25"));
    // 31/25 s are 29.76 of 24 frames a second, 37.2 of 30.
    CHECK(fileFrameOf(film, Frame{31}, rateOf("24")) == 29);
    CHECK(fileFrameOf(film, Frame{31}, rateOf("30")) == 37);
    CHECK(fileFrameOf(film, Frame{25}, rateOf("24")) == 24);
}

TEST_CASE("what was put on frames of another rate once stays", "[format][time][property]") {
    const std::vector<const char*> rates = {"23.976", "24", "25", "29.97", "30", "50", "59.94"};
    for (const char* const ofFilm : rates) {
        const FrameTimeline film = FrameTimeline::constant(rateOf(ofFilm));
        for (const char* const ofFile : rates) {
            INFO(ofFile << " in a film of " << ofFilm);
            const FrameTimeline file = FrameTimeline::constant(rateOf(ofFile));
            std::int64_t wrong = 0;
            for (std::int64_t n = 0; n < 5000; ++n) {
                const std::int64_t once = fileFrameOf(film, Frame{n}, rateOf(ofFile));
                const Frame read = film.startFrameAt(file.timeOf(Frame{once}));
                wrong += fileFrameOf(film, read, rateOf(ofFile)) == once ? 0 : 1;
            }
            CHECK(wrong == 0);
        }
    }
}
