// SPDX-License-Identifier: MIT
#include <subs/media/peaks.h>
#include <subs/media/sound_pass.h>
#include <subs/media/spectrogram.h>

#include "catch.h"
#include "folder.h"
#include "test_films.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

using namespace subs;
using namespace subs::media;
using testing::filmPath;

namespace {

/// A film's peaks, of all that there is.
struct Read {
    Peaks peaks;
    SoundFacts facts;

    explicit Read(const std::filesystem::path& film,
                  SoundChannel channel = SoundChannel::Dialogue) {
        auto pass = SoundPass::open(film, channel);
        INFO(film.string() << ": " << (pass ? "" : pass.error().message));
        REQUIRE(pass);
        const auto sink = makePeakSink(peaks);
        pass->feed(*sink);
        REQUIRE(pass->run());
        facts = pass->facts();
    }
    /// Peaks of 5 ms.
    std::vector<Peak> bins(std::int64_t fromMs, std::int64_t toMs) const {
        std::vector<Peak> bins;
        for (const PeakColumn& column : peaks.columns(Time::fromMilliseconds(fromMs),
                                                      Time::fromMilliseconds(toMs),
                                                      static_cast<int>((toMs - fromMs) / 5))) {
            CHECK(column.isThere);
            bins.push_back(column.peak);
        }
        return bins;
    }
};

/// Of the counted sound (make_films.sh), whose left channel is n mod 300 of 512 and whose right one
/// n / 300 of 4096.
Peak countedLeft(std::int64_t bin) {
    const std::int64_t first = bin * 240 % 300;
    if (first <= 60)
        return {static_cast<std::int16_t>(first * 64),
                static_cast<std::int16_t>((first + 239) * 64)};
    return {0, 299 * 64};
}

Peak countedRight(std::int64_t bin) {
    return {static_cast<std::int16_t>(bin * 240 / 300 * 8),
            static_cast<std::int16_t>((bin * 240 + 239) / 300 * 8)};
}

int wrongBins(const std::vector<Peak>& bins, std::int64_t lead, Peak (*expected)(std::int64_t)) {
    int wrong = 0;
    for (std::size_t i = 0; i < bins.size(); ++i) {
        const Peak peak = expected(static_cast<std::int64_t>(i) - lead);
        wrong += bins[i].minimum == peak.minimum && bins[i].maximum == peak.maximum ? 0 : 1;
    }
    return wrong;
}

class Listener final : public SoundSink {
public:
    bool has(std::int64_t chunk) const override {
        return std::ranges::find(done, chunk) != done.end();
    }
    void begin(std::int64_t chunk, int rate) override {
        runs.push_back(chunk);
        next = (chunk * 2048 * rate) / 100 - rate / 20;
        at = chunk;
    }
    void take(const SoundBlock& block) override {
        isContinuous = isContinuous && block.first == next;
        next += static_cast<std::int64_t>(block.samples.size());
        longest = std::max(longest, block.samples.size());
        while (next >= (at + 1) * 2048 * block.rate / 100 + block.rate / 20)
            done.push_back(at++);
    }

    std::vector<std::int64_t> runs;
    std::vector<std::int64_t> done;
    std::int64_t next = 0;
    std::int64_t at = 0;
    std::size_t longest = 0;
    bool isContinuous = true;
};

}  // namespace

TEST_CASE("bins hold the samples of exactly their film time", "[media][peaks]") {
    const std::string name = GENERATE("counted.wav", "counted.mka", "counted.m4a");
    INFO(name);
    CHECK(wrongBins(Read(filmPath(name), SoundChannel::Left).bins(0, 10'000), 0, countedLeft) == 0);
    CHECK(wrongBins(Read(filmPath(name), SoundChannel::Right).bins(0, 10'000), 0, countedRight) ==
          0);
}

TEST_CASE("sound that begins late is drawn late", "[media][peaks]") {
    const Read film(filmPath("late_sound.mkv"), SoundChannel::Right);
    CHECK(film.facts.begin == Time::fromMilliseconds(250));
    const std::vector<Peak> bins = film.bins(0, 10'250);
    CHECK(std::count(bins.begin(), bins.begin() + 50, Peak()) == 50);
    CHECK(wrongBins({bins.begin() + 50, bins.end()}, 0, countedRight) == 0);
}

TEST_CASE("a gap in the sound is drawn as silence", "[media][peaks]") {
    const std::vector<Peak> bins = Read(filmPath("gap.mka"), SoundChannel::Right).bins(0, 10'000);
    for (const std::size_t bin : {610U, 700U, 790U})
        CHECK(bins[bin] == Peak());
    // Matroska's stamps are whole milliseconds: up to one step of 300 samples.
    for (const std::size_t bin : {400U, 820U, 1000U, 1900U})
        CHECK(std::abs(bins[bin].minimum - countedRight(static_cast<std::int64_t>(bin)).minimum) <=
              8);
}

TEST_CASE("a click is drawn where it is heard", "[media][peaks]") {
    const Read film(filmPath("click.mp4"));
    CHECK(film.facts.sampleRate == 44100);
    for (const std::int64_t click : {std::int64_t{1500}, std::int64_t{22250}}) {
        INFO(click);
        const std::vector<Peak> bins = film.bins(click - 500, click + 500);
        const auto loudest = std::ranges::max_element(bins, {}, &Peak::maximum);
        CHECK(loudest - bins.begin() == 100);
        CHECK(loudest->maximum > 16000);
        const auto first = std::ranges::find_if(
            bins, [&](const Peak& bin) { return bin.maximum > loudest->maximum / 4; });
        CHECK(first == loudest);
    }
}

TEST_CASE("dialogue is looked for in the centre", "[media][peaks]") {
    const Read dialogue(filmPath("centre.mka"));
    CHECK(dialogue.facts.heard == SoundChannel::Centre);
    CHECK(dialogue.facts.layout == "5.1");
    // 0.5 of full scale, and that by the root of two.
    const auto bins = dialogue.bins(100, 1900);
    for (const Peak& bin : bins) {
        CHECK(std::abs(bin.minimum + 16384) <= 1);
        CHECK(std::abs(bin.maximum - 16384) <= 1);
        CHECK(std::abs(bin.rms - 11585) <= 1);
    }
    const Read mix(filmPath("centre.mka"), SoundChannel::Mix);
    CHECK(mix.facts.heard == SoundChannel::Mix);
    CHECK(std::abs(mix.bins(100, 1900)[7].maximum - 16384 / 6) <= 1);
    CHECK(Read(filmPath("centre.mka"), SoundChannel::BackLeft).bins(0, 2000)[100] == Peak());
    CHECK(Read(filmPath("counted.wav")).facts.heard == SoundChannel::Mix);
}

TEST_CASE("a channel that is not there is refused with those that are", "[media][peaks]") {
    const auto none = SoundPass::open(filmPath("counted.wav"), SoundChannel::Centre);
    REQUIRE_FALSE(none);
    CHECK(none.error().code == "media.no-channel");
    CHECK(none.error().message == "the sound of " + filmPath("counted.wav").string() +
                                      " has no channel \"centre\": it has left, right");
    CHECK(SoundPass::open(filmPath("silent.mp4"), SoundChannel::Mix).error().code ==
          "media.no-audio");
}

TEST_CASE("sound is the same in whatever order it is read", "[media][peaks]") {
    const std::string name = GENERATE("film.mp4", "primed.mkv", "film.ts", "click.mp4");
    INFO(name);
    const Read through(filmPath(name));
    auto pass = SoundPass::open(filmPath(name), SoundChannel::Dialogue);
    REQUIRE(pass);
    Peaks peaks;
    const auto sink = makePeakSink(peaks);
    pass->feed(*sink);
    REQUIRE(pass->make({Time::fromSeconds(22), Time::fromSeconds(23)}));
    CHECK(peaks.there() ==
          std::vector<Stretch>{{Time::fromMilliseconds(20480), Time::fromMilliseconds(40960)}});
    REQUIRE(pass->run());
    const auto all = through.peaks.columns(Time(), Time::fromSeconds(25), 5000);
    const auto back = peaks.columns(Time(), Time::fromSeconds(25), 5000);
    // AAC makes up faint noise, another one after each seek.
    const auto differs = [](std::int16_t a, std::int16_t b) { return std::abs(a - b) > 24; };
    int wrong = 0;
    for (std::size_t i = 0; i < all.size(); ++i)
        wrong += differs(all[i].peak.maximum, back[i].peak.maximum) ||
                         differs(all[i].peak.minimum, back[i].peak.minimum) ||
                         differs(all[i].peak.rms, back[i].peak.rms)
                     ? 1
                     : 0;
    CHECK(wrong == 0);
}

TEST_CASE("sinks get sound without a hole, what is wished for first", "[media][peaks]") {
    auto pass = SoundPass::open(filmPath("film.mp4"), SoundChannel::Mix);
    REQUIRE(pass);
    Listener listener;
    pass->feed(listener);
    pass->wish({Time(), Time::fromSeconds(1)});
    pass->wish({Time::fromSeconds(22), Time::fromSeconds(23)});
    std::vector<double> told;
    REQUIRE(pass->run({{}, [&](double done) { told.push_back(done); }}));
    CHECK(listener.runs == std::vector<std::int64_t>{1, 0});
    CHECK(listener.done == std::vector<std::int64_t>{1, 0});
    CHECK(listener.isContinuous);
    CHECK(listener.longest <= 8192);
    CHECK(told == std::vector<double>{0.5, 1});
}

TEST_CASE("pictures can be looked at while they are made", "[media][peaks]") {
    auto pass = SoundPass::open(filmPath("film.mp4"), SoundChannel::Mix);
    REQUIRE(pass);
    Peaks peaks;
    Spectrogram spectrogram;
    const auto first = makePeakSink(peaks);
    const auto second = makeSpectrumSink(spectrogram);
    pass->feed(*first);
    pass->feed(*second);
    std::atomic<bool> isDone = false;
    std::jthread making([&] {
        (void)pass->run();
        isDone = true;
    });
    while (!isDone) {
        pass->wish({Time::fromSeconds(21), Time::fromSeconds(22)});
        CHECK(peaks.columns(Time(), Time::fromSeconds(25), 50).size() == 50);
        CHECK(spectrogram.columns(Time(), Time::fromSeconds(25), 50).size() == 50);
    }
    making.join();
    for (const PeakColumn& column : peaks.columns(Time(), Time::fromSeconds(25), 50))
        CHECK(column.isThere);
    CHECK(spectrogram.there() == peaks.there());
}

TEST_CASE("reading that is stopped keeps what it has and goes on later", "[media][peaks]") {
    auto pass = SoundPass::open(filmPath("film.mp4"), SoundChannel::Mix);
    REQUIRE(pass);
    Peaks peaks;
    const auto sink = makePeakSink(peaks);
    pass->feed(*sink);
    std::stop_source stop;
    const auto stopped = pass->run({stop.get_token(), [&](double) { stop.request_stop(); }});
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == "media.cancelled");
    CHECK(peaks.there() == std::vector<Stretch>{{Time(), Time::fromMilliseconds(20480)}});
    REQUIRE(pass->run());
    CHECK(peaks.there() == std::vector<Stretch>{{Time(), Time::fromMilliseconds(40960)}});
}

TEST_CASE("a film that is stopped while it is read from is not taken to have ended",
          "[media][peaks]") {
    std::stop_source stop;
    auto pass = SoundPass::open(filmPath("film.mp4"), SoundChannel::Mix, stop.get_token());
    REQUIRE(pass);
    Peaks peaks;
    const auto sink = makePeakSink(peaks);
    pass->feed(*sink);
    stop.request_stop();
    CHECK(pass->run().error().code == "media.cancelled");
    CHECK(peaks.there().empty());
}

TEST_CASE("a film that is cut off is read as far as it goes", "[media][peaks]") {
    const testing::Folder folder;
    const auto cut = folder.path / "cut.mka";
    std::filesystem::copy_file(filmPath("counted.mka"), cut);
    std::filesystem::resize_file(cut, std::filesystem::file_size(cut) / 2);
    const Read film(cut, SoundChannel::Right);
    const std::vector<Peak> bins = film.bins(0, 10'000);
    CHECK(wrongBins({bins.begin(), bins.begin() + 600}, 0, countedRight) == 0);
    CHECK(bins.back() == Peak());
}
