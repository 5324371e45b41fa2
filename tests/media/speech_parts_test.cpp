// SPDX-License-Identifier: MIT
// The parts of the speech detector, by definitions and by hand.
#include "catch.h"
#include "media/made_sounds.h"
#include "real_transform.h"
#include "speech/edges.h"
#include "speech/envelope.h"
#include "speech/frames.h"
#include "speech/heard.h"
#include "speech/lasting.h"
#include "speech/path.h"
#include "speech/pitch.h"
#include "speech/sliding.h"
#include "speech/spectra.h"
#include "speech/traits.h"

#include <cmath>
#include <complex>
#include <numbers>
#include <vector>

using namespace subs::media::speech;
using Floats = std::vector<float>;

namespace {

/// |X(k)|² by the definition of the transform.
double powerByDefinition(const Floats& samples, std::size_t k) {
    std::complex<double> sum;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double turn = static_cast<double>(i * k) / static_cast<double>(samples.size());
        sum += double{samples[i]} * std::polar(1.0, -2 * std::numbers::pi * turn);
    }
    return std::norm(sum);
}

Floats sine(double hertz, std::size_t count) {
    Floats samples(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double time = static_cast<double>(i) / kSampleRate;
        samples[i] = static_cast<float>(std::sin(2 * std::numbers::pi * hertz * time));
    }
    return samples;
}

std::vector<bool> pathOf(const Floats& scores) {
    SpeechPath path(1, 5);
    std::vector<bool> decided;
    for (const float score : scores)
        path.add(score, decided);
    path.finish(decided);
    return decided;
}

}  // namespace

TEST_CASE("the transform is what its definition says", "[media][speech]") {
    for (const std::size_t size : {std::size_t{4}, std::size_t{64}, std::size_t{512}}) {
        const auto all = testing::noise(0.1, 0.5F);
        const Floats samples(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(size));
        Floats power(size / 2);
        subs::media::RealTransform(size).power(samples, power);
        for (std::size_t k = 0; k < power.size(); ++k)
            CHECK(std::abs(power[k] - powerByDefinition(samples, k)) <
                  1e-4 * static_cast<double>(size));
    }
}

TEST_CASE("a sine of full scale has the power 1 in its band", "[media][speech]") {
    const Plane spectra = Spectra().of(sine(1000, 1600));
    REQUIRE(spectra.frames() == 10);
    CHECK(std::abs(spectra[5][bandOf(1000)] - 1) < 1e-3);
    CHECK(spectra[5][bandOf(2000)] < 1e-9);
}

TEST_CASE("what lasts is bed from its first frame to its last", "[media][speech]") {
    Plane plane(40, 2);
    for (std::size_t frame = 10; frame < 15; ++frame)
        plane[frame][0] = 3;  // As long as is asked for.
    for (std::size_t frame = 20; frame < 24; ++frame)
        plane[frame][1] = 3;  // Shorter.
    const Plane bed = lastingPart(plane, 5);
    for (std::size_t frame = 0; frame < 40; ++frame) {
        CHECK(bed[frame][0] == (frame >= 10 && frame < 15 ? 3.0F : 0.0F));
        CHECK(bed[frame][1] == 0);
    }
}

TEST_CASE("harmonics of one pitch are harmonic and a flat spectrum is not", "[media][speech]") {
    Floats harmonics(kBands);
    for (std::size_t band = 0; band < kBands; band += bandOf(125))
        harmonics[band] = 1;
    const PitchMeter pitchOf;
    CHECK(pitchOf(harmonics) > 0.999F);
    CHECK(pitchOf(Floats(kBands, 1)) < 0.1F);
    CHECK(pitchOf(Floats(kBands)) == 0);
}

TEST_CASE("a voice stands above held chords and the chords do not", "[media][speech]") {
    const auto bed = testing::chords(4, 0.05F);
    TraitMeter meter;
    const auto plain = meter.of(bed);
    const auto voiced = meter.of(testing::over(bed, 1, testing::voice(2)));
    const auto mean = [](const std::vector<FrameTraits>& traits) {
        double sum = 0;
        for (std::size_t frame = 110; frame < 290; ++frame)
            sum += double{traits[frame].contrast};
        return sum / 180;
    };
    CHECK(mean(plain) < -0.5);
    CHECK(mean(voiced) > 0.3);
}

TEST_CASE("what slides is of the frames within reach", "[media][speech]") {
    const Floats values = {1, 5, 2, 0, 4};
    CHECK(slidingMean(values, 1) == Floats{3, 8.0F / 3, 7.0F / 3, 2, 2});
    CHECK(slidingGreatest(values, 1) == Floats{5, 5, 5, 4, 4});
    CHECK(slidingLeast(values, 1) == Floats{1, 1, 0, 0, 0});
    CHECK(slidingGreatest(values, 9) == Floats(5, 5));
    CHECK(slidingMean(Floats(), 3).empty());
}

TEST_CASE("the path changes where that is worth more than it costs", "[media][speech]") {
    Floats scores(10, -2);
    scores.insert(scores.end(), 10, 2);
    scores.insert(scores.end(), 2, -2);  // Worth 4, which two changes at 5 are not.
    scores.insert(scores.end(), 10, 2);
    scores.insert(scores.end(), 10, -2);
    const auto states = pathOf(scores);
    CHECK(runsOf(states, 0) == std::vector<Run>{{10, 32}});
    CHECK(runsOf(pathOf(Floats(5000, 0)), 0).size() <= 1);
    CHECK(pathOf({}).empty());
}

TEST_CASE("a path without an answer is decided after a minute", "[media][speech]") {
    SpeechPath path(1, 5);
    std::vector<bool> decided;
    for (int frame = 0; frame < 20000; ++frame)
        path.add(0, decided);
    CHECK(decided.size() > 13000);
    path.finish(decided);
    CHECK(decided.size() == 20000);
}

TEST_CASE("the envelope is the power of each frame's own samples", "[media][speech]") {
    Floats samples(800, 0.0F);
    const auto tone = sine(1000, 800);
    samples.insert(samples.end(), tone.begin(), tone.end());
    EnvelopeMeter meter;
    Floats powers;
    meter.add(std::span(samples).first(333), powers);
    meter.add(std::span(samples).subspan(333), powers);
    REQUIRE(powers.size() == 10);
    for (std::size_t frame = 0; frame < 5; ++frame)
        CHECK(powers[frame] == 0);
    for (std::size_t frame = 5; frame < 10; ++frame)
        CHECK(std::abs(powers[frame] - 0.5) < 0.1);  // The filter takes a little.
}

TEST_CASE("edges lie where the envelope leaves a steady bed", "[media][speech]") {
    // Speech of power 1 from frame 100 to 200, over a bed at -40 dB, with a soft beginning that
    // only just stands out. The rough run is some frames off.
    Course course;
    course.envelope.assign(300, 1e-4F);
    course.passing.assign(300, -4);
    course.scores.assign(300, 0);
    for (std::size_t frame = 100; frame < 200; ++frame)
        course.envelope[frame] = frame < 104 ? 1e-3F : 1.0F;
    CHECK(sharpened(course, {106, 194}, {0, 300}) == Run{100, 200});
    CHECK(sharpened(course, {95, 206}, {0, 300}) == Run{100, 200});
    CHECK(sharpened(course, {106, 194}, {103, 197}) == Run{103, 197});
}

TEST_CASE("the onset over a loud bed is where most rises", "[media][speech]") {
    Course course;
    course.envelope.assign(300, 0.5F);
    course.scores.assign(300, 0);
    course.passing.assign(300, -3);
    for (std::size_t frame = 100; frame < 200; ++frame)
        course.passing[frame] = -1;
    const Run found = sharpened(course, {110, 199}, {0, 300});
    CHECK(found == Run{99, 200});  // A frame earlier: windows see it before it is there.
}

TEST_CASE("runs of speech are parted at silent pauses and not at stops", "[media][speech]") {
    Course course;
    course.passing.assign(600, -8);
    course.scores.assign(600, 5);
    for (std::size_t frame = 200; frame < 400; ++frame)
        course.passing[frame] = -1;
    for (std::size_t frame = 250; frame < 258; ++frame)
        course.passing[frame] = -8;  // A stop of 80 ms.
    for (std::size_t frame = 300; frame < 320; ++frame)
        course.passing[frame] = -8;  // A pause of 200 ms.
    const auto parts = heardParts(course, {190, 410}, {0, 600});
    REQUIRE(parts.size() == 2);
    CHECK(std::abs(static_cast<int>(parts[0].begin) - 200) <= 2);
    CHECK(std::abs(static_cast<int>(parts[0].end) - 300) <= 2);
    CHECK(std::abs(static_cast<int>(parts[1].begin) - 320) <= 2);
    CHECK(std::abs(static_cast<int>(parts[1].end) - 400) <= 2);
}
