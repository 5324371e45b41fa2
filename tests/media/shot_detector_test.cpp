// SPDX-License-Identifier: MIT
#include "shots/shot_detector.h"

#include "bench/shot_clip.h"
#include "catch.h"
#include "media/shot_script.h"

#include <functional>
#include <vector>

// The detector on plain pictures: no film, no decoder.

using namespace subs;
using namespace subs::media;
using Script = testing::ShotScript;

namespace {

using Sketches = std::vector<Sketch>;

Sketch sketchOf(const bench::Canvas& canvas) {
    const std::string raw = bench::rawPicture(canvas);
    Sketch sketch;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(raw.data());
    std::copy_n(bytes, sketch.luma.size(), sketch.luma.begin());
    std::copy_n(bytes + sketch.luma.size(), sketch.blue.size(), sketch.blue.begin());
    std::copy_n(
        bytes + sketch.luma.size() + sketch.blue.size(), sketch.red.size(), sketch.red.begin());
    return sketch;
}

bench::Canvas smallCanvas() {
    return {Sketch::kWidth,
            Sketch::kHeight,
            std::vector<bench::Colour>(std::size_t{Sketch::kWidth} * Sketch::kHeight)};
}

/// The film of shot_script.h.
const Sketches& scripted() {
    static const Sketches kSketches = [] {
        Sketches sketches;
        testing::ShotFilm film;
        bench::Canvas canvas = smallCanvas();
        for (int frame = 0; frame < Script::kFrames; ++frame) {
            film.draw(frame, canvas);
            sketches.push_back(sketchOf(canvas));
        }
        return sketches;
    }();
    return kSketches;
}

Shots found(const Sketches& sketches, Frame first = {}) {
    ShotDetector detector(first);
    for (const Sketch& sketch : sketches)
        detector.add(sketch);
    detector.finish();
    return detector.found();
}

/// One scene for `frames` frames.
Sketches shot(unsigned seed, int frames, const std::function<void(bench::Shot&)>& change = {}) {
    bench::Random random(seed);
    const bench::Scene scene = bench::inventedScene(random);
    bench::Shot shot;
    shot.scene = &scene;
    shot.seed = seed;
    if (change) change(shot);
    bench::Canvas canvas = smallCanvas();
    Sketches sketches;
    for (int time = 0; time < frames; ++time) {
        bench::film(shot, time, canvas);
        sketches.push_back(sketchOf(canvas));
    }
    return sketches;
}

Sketches joined(Sketches first, const Sketches& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

Sketch flat(std::uint8_t luma) {
    Sketch sketch;
    sketch.luma.fill(luma);
    sketch.blue.fill(128);
    sketch.red.fill(128);
    return sketch;
}

Sketch withBars(Sketch sketch) {
    for (std::size_t row = 0; row < 5; ++row) {
        std::fill_n(sketch.luma.begin() + static_cast<std::ptrdiff_t>(row * Sketch::kWidth),
                    Sketch::kWidth,
                    16);
        std::fill_n(sketch.luma.end() - static_cast<std::ptrdiff_t>((row + 1) * Sketch::kWidth),
                    Sketch::kWidth,
                    16);
    }
    return sketch;
}

bool isNear(Frame frame, int number, std::int64_t frames) {
    return std::abs(frame.number - number) <= frames;
}

}  // namespace

TEST_CASE("cuts are found to the frame, and flashes and whips are none", "[media][shots]") {
    CHECK(found(scripted()).cuts == std::vector<Frame>{{Script::kFirstCut}, {Script::kSecondCut}});
}

TEST_CASE("a dissolve and fades are found with their first and last frames", "[media][shots]") {
    const auto transitions = found(scripted()).transitions;
    REQUIRE(transitions.size() == 3);
    CHECK(transitions[0].kind == TransitionKind::Dissolve);
    CHECK(isNear(transitions[0].from, Script::kDissolve, 2));
    CHECK(isNear(transitions[0].to, Script::kDissolveEnd, 2));
    CHECK(transitions[1].kind == TransitionKind::FadeOut);
    CHECK(isNear(transitions[1].from, Script::kFadeOut, 3));
    CHECK(isNear(transitions[1].to, Script::kBlack, 1));
    CHECK(transitions[2].kind == TransitionKind::FadeIn);
    CHECK(isNear(transitions[2].from, Script::kFadeIn, 1));
    CHECK(isNear(transitions[2].to, Script::kFadeInEnd, 3));
}

TEST_CASE("frames count from the one that came first", "[media][shots]") {
    const Shots shots = found(scripted(), {1000});
    CHECK(shots.cuts ==
          std::vector<Frame>{{1000 + Script::kFirstCut}, {1000 + Script::kSecondCut}});
    CHECK(shots.transitions.front().from.number > 1000 + Script::kSecondCut);
}

TEST_CASE("a missing frame moves the number of no cut, and is none", "[media][shots]") {
    ShotDetector detector;
    for (int frame = 0; frame < Script::kFrames; ++frame) {
        if (frame == 20 || (frame > 70 && frame < 76) || frame == 99)
            detector.addMissing();
        else
            detector.add(scripted()[static_cast<std::size_t>(frame)]);
    }
    detector.finish();
    CHECK(detector.found().cuts == std::vector<Frame>{{Script::kFirstCut}, {Script::kSecondCut}});
    CHECK(detector.frames() == Script::kFrames);
}

TEST_CASE("a black frame within a shot is no cut", "[media][shots]") {
    Sketches sketches = shot(11, 60, [](bench::Shot& shot) { shot.dx = 0.004F; });
    sketches[30] = flat(16);
    CHECK(found(sketches) == Shots{});
}

TEST_CASE("movement is no cut and no dissolve", "[media][shots]") {
    const auto change =
        GENERATE(std::function<void(bench::Shot&)>([](bench::Shot& shot) { shot.dx = 0.02F; }),
                 std::function<void(bench::Shot&)>([](bench::Shot& shot) { shot.dx = 0.004F; }),
                 std::function<void(bench::Shot&)>([](bench::Shot& shot) { shot.zoom = 1.008F; }),
                 std::function<void(bench::Shot&)>([](bench::Shot& shot) { shot.shake = 0.02F; }),
                 std::function<void(bench::Shot&)>([](bench::Shot& shot) { shot.flicker = 0.05F; }),
                 std::function<void(bench::Shot&)>([](bench::Shot& shot) {
                     shot.passAt = 30;
                     shot.passLength = 9;
                 }));
    const unsigned seed = GENERATE(21U, 22U, 23U);
    CHECK(found(shot(seed, 80, change)) == Shots{});
}

TEST_CASE("a flash while the camera moves fast is no cut", "[media][shots]") {
    const int length = GENERATE(1, 2, 3);
    const auto sketches = shot(24, 60, [&](bench::Shot& shot) {
        shot.dx = 0.03F;
        shot.flashAt = 30;
        shot.flashLength = length;
        shot.flashLight = 2;
    });
    CHECK(found(sketches).cuts.empty());
}

TEST_CASE("a cut near the beginning and the end of a film is found", "[media][shots]") {
    CHECK(found(joined(shot(31, 2), shot(32, 40))).cuts == std::vector<Frame>{{2}});
    CHECK(found(joined(shot(31, 40), shot(32, 6))).cuts == std::vector<Frame>{{40}});
}

TEST_CASE("a cut from nearer or beside in one place is found", "[media][shots]") {
    const auto wide = shot(33, 40);
    const auto near = shot(33, 40, [](bench::Shot& shot) {
        shot.view *= 0.5F;
        shot.x += 0.15F;
    });
    CHECK(found(joined(wide, near)).cuts == std::vector<Frame>{{40}});
}

TEST_CASE("a film without colours is cut in the same places", "[media][shots]") {
    Sketches grey = scripted();
    for (Sketch& sketch : grey) {
        sketch.blue.fill(128);
        sketch.red.fill(128);
    }
    CHECK(found(grey).cuts == found(scripted()).cuts);
    CHECK(found(grey).transitions.size() == 3);
}

TEST_CASE("black bars hide neither cuts nor transitions", "[media][shots]") {
    Sketches barred;
    for (const Sketch& sketch : scripted())
        barred.push_back(withBars(sketch));
    CHECK(found(barred).cuts == found(scripted()).cuts);
    CHECK(found(barred).transitions == found(scripted()).transitions);
}

TEST_CASE("a fade to white and from it is one", "[media][shots]") {
    Sketches sketches = shot(41, 80);
    const auto whiten = [&](std::size_t frame, int part) {
        for (std::uint8_t& luma : sketches[frame].luma)
            luma = static_cast<std::uint8_t>((luma * (16 - part) + 235 * part) / 16);
        for (auto* plane : {&sketches[frame].blue, &sketches[frame].red})
            for (std::uint8_t& each : *plane)
                each = static_cast<std::uint8_t>((each * (16 - part) + 128 * part) / 16);
    };
    for (int part = 1; part <= 16; ++part) {
        whiten(static_cast<std::size_t>(19 + part), part);
        whiten(static_cast<std::size_t>(56 - part), part);
    }
    for (std::size_t frame = 36; frame < 40; ++frame)
        sketches[frame] = flat(235);
    const Shots shots = found(sketches);
    CHECK(shots.cuts.empty());
    REQUIRE(shots.transitions.size() == 2);
    CHECK(shots.transitions[0].kind == TransitionKind::FadeOut);
    CHECK(shots.transitions[1].kind == TransitionKind::FadeIn);
}

TEST_CASE("a cut to black and from black is a cut, not a fade", "[media][shots]") {
    const Sketches black(20, flat(16));
    CHECK(found(joined(joined(shot(42, 40), black), shot(43, 40))) == Shots{{{40}, {60}}, {}});
}

TEST_CASE("nothing is found in a film without frames, of one, and of one picture",
          "[media][shots]") {
    CHECK(found({}) == Shots{});
    CHECK(found({flat(90)}) == Shots{});
    CHECK(found(Sketches(500, flat(90))) == Shots{});
    ShotDetector detector;
    detector.addMissing();
    detector.finish();
    CHECK(detector.found() == Shots{});
}

TEST_CASE("what is found so far grows while frames come", "[media][shots]") {
    ShotDetector detector;
    std::vector<Frame> before;
    for (const Sketch& sketch : joined(scripted(), scripted())) {
        detector.add(sketch);
        const std::vector<Frame>& now = detector.found().cuts;
        REQUIRE(std::equal(before.begin(), before.end(), now.begin()));
        before = now;
    }
    CHECK(before.size() >= 2);
}
