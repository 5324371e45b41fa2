// SPDX-License-Identifier: MIT
#include <subs/editor/sound_watcher.h>

#include "catch.h"
#include "folder.h"
#include "stage.h"

#include <QtGui/QImage>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>

using namespace subs;
using namespace subs::editor;
using testing::Stage;

namespace {

const QString kFilm = QStringLiteral(SUBS_TEST_FILMS "/film.mp4");
const Stretch kSecond{Time::fromSeconds(1), Time::fromMilliseconds(1100)};
const Stretch kTenth{Time::fromSeconds(10), Time::fromMilliseconds(10'100)};

void hear(SoundWatcher& watcher, const QString& film = kFilm) {
    watcher.open(film);
    REQUIRE(Stage::waitFor([&] { return watcher.share() == 1; }));
}

std::filesystem::path soundFileIn(const std::filesystem::path& folder) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.path().filename().string().starts_with("sound-")) return entry.path();
    return {};
}

}  // namespace

TEST_CASE("a film's sound is looked through from its beginning to its end", "[player][watch]") {
    SoundWatcher watcher;
    CHECK(watcher.waveform(kTenth, 10).empty());
    CHECK(watcher.spectrogram(kTenth, 10).isNull());
    CHECK_FALSE(watcher.facts());
    hear(watcher);
    REQUIRE(watcher.facts());
    CHECK(watcher.facts()->sampleRate == 48'000);
    // A sine of one eighth of full scale (FFmpeg's), which is 4096 at its crest.
    const auto columns = watcher.waveform(kTenth, 10);
    REQUIRE(columns.size() == 10);
    for (const session::SoundColumn& column : columns) {
        CHECK(column.isThere);
        CHECK(column.peak.maximum == Approx(4096).margin(200));
        CHECK(column.peak.minimum == Approx(-4096).margin(200));
        CHECK(column.peak.rms == Approx(4096 / std::sqrt(2)).margin(200));
    }
}

TEST_CASE("a tone is a bright row of the spectrogram, low ones below", "[player][watch]") {
    SoundWatcher watcher;
    hear(watcher);
    const QImage image = watcher.spectrogram(kTenth, 10);
    REQUIRE(image.size() == QSize(10, 96));
    int loudest = 0;
    for (int y = 1; y < image.height(); ++y)
        if (qGray(image.pixel(5, y)) > qGray(image.pixel(5, loudest))) loudest = y;
    // 440 Hz is 549.6 mel, 80 Hz 121.9 and 8 kHz 2840.0: 0.157 of the way up from the lowest of
    // 96 rows (2595 log10(1 + f / 700)).
    CHECK(loudest == Approx(95 - 0.157 * 95).margin(2));
}

TEST_CASE("what is looked at closely are the samples themselves", "[player][watch]") {
    SoundWatcher watcher;
    hear(watcher, QStringLiteral(SUBS_TEST_FILMS "/counted.wav"));
    watcher.setChannel(SoundChannel::Left);
    REQUIRE(Stage::waitFor([&] { return watcher.share() == 1; }));
    // Its left channel is (n mod 300) / 512 at sample n of 48000 a second, and 32768 is full scale.
    const auto samples = [](std::int64_t from, std::int64_t to) {
        return Stretch{Time::fromFlicks(from * Time::kPerSecond / 48'000),
                       Time::fromFlicks(to * Time::kPerSecond / 48'000)};
    };
    const auto checkAt = [&](std::int64_t first) {
        const auto columns = watcher.waveform(samples(first, first + 100), 50);
        REQUIRE(columns.size() == 50);
        for (std::int64_t i = 0; i < 50; ++i) {
            const session::SoundColumn& column = columns[static_cast<std::size_t>(i)];
            CHECK(column.isThere);
            CHECK(column.peak.minimum == Approx((first + 2 * i) % 300 * 64).margin(1));
            CHECK(column.peak.maximum == Approx(((first + 2 * i) % 300 + 2) * 64).margin(1));
        }
    };
    bool isChanged = false;
    QObject::connect(&watcher, &SoundWatcher::changed, [&] { isChanged = true; });
    watcher.wish(samples(48'000, 48'100), 50);
    REQUIRE(Stage::waitFor([&] { return !watcher.isReading() && isChanged; }));
    checkAt(48'000);
    // As much on either side was read with it.
    watcher.wish(samples(48'100, 48'200), 50);
    CHECK_FALSE(watcher.isReading());
    checkAt(48'100);
    watcher.wish(samples(96'000, 96'100), 50);
    REQUIRE(Stage::waitFor([&] { return !watcher.isReading(); }));
    checkAt(96'000);
}

TEST_CASE("what was heard of a film is kept for the next time", "[player][watch][cache]") {
    const testing::Folder folder;
    const media::FilmCache cache(folder.path);
    {
        SoundWatcher watcher(cache);
        hear(watcher);
    }
    const auto file = soundFileIn(folder.path);
    REQUIRE_FALSE(file.empty());
    const auto written = std::filesystem::last_write_time(file);
    SoundWatcher again(cache);
    hear(again);
    CHECK(std::ranges::all_of(again.waveform(kTenth, 10), &session::SoundColumn::isThere));
    CHECK(std::filesystem::last_write_time(file) == written);

    std::ofstream(file) << "no sound";
    {
        SoundWatcher anew(cache);
        hear(anew);
        CHECK(std::ranges::all_of(anew.waveform(kTenth, 10), &session::SoundColumn::isThere));
    }
    CHECK(std::filesystem::file_size(file) > 100);
}

TEST_CASE("a film that is let go of is heard no more", "[player][watch]") {
    SoundWatcher watcher;
    int changes = 0;
    QObject::connect(&watcher, &SoundWatcher::changed, [&] { ++changes; });
    hear(watcher);
    CHECK(changes > 0);
    watcher.open({});
    CHECK(watcher.waveform(kTenth, 10).empty());
    CHECK(watcher.share() == 0);
    hear(watcher, QStringLiteral(SUBS_TEST_FILMS "/counted.wav"));
    CHECK(watcher.facts()->layout == "stereo");
}

TEST_CASE("a film without sound, and one that is not there, have nothing to look at",
          "[player][watch]") {
    SoundWatcher watcher;
    for (const char* const name : {SUBS_TEST_FILMS "/silent.mp4", SUBS_TEST_FILMS "/missing.mp4"}) {
        bool isChanged = false;
        QObject context;
        watcher.open(QString::fromUtf8(name));
        QObject::connect(&watcher, &SoundWatcher::changed, &context, [&] { isChanged = true; });
        REQUIRE(Stage::waitFor([&] { return isChanged; }));
        CHECK_FALSE(watcher.facts());
        REQUIRE(Stage::waitFor([&] { return !watcher.isGrowing(); }));
        const auto columns = watcher.waveform(kTenth, 10);
        CHECK(std::ranges::none_of(columns, &session::SoundColumn::isThere));
    }
}

TEST_CASE("another channel is looked at when it is asked for", "[player][watch]") {
    SoundWatcher watcher;
    hear(watcher, QStringLiteral(SUBS_TEST_FILMS "/counted.wav"));
    const auto both = watcher.waveform(kSecond, 10);
    watcher.setChannel(SoundChannel::Left);
    REQUIRE(Stage::waitFor([&] { return watcher.share() == 1; }));
    CHECK(watcher.facts()->heard == SoundChannel::Left);
    const auto left = watcher.waveform(kSecond, 10);
    REQUIRE(left.size() == both.size());
    CHECK_FALSE(std::ranges::equal(
        left, both, [](const auto& a, const auto& b) { return a.peak == b.peak; }));
    CHECK(watcher.channels() == std::vector{SoundChannel::Left, SoundChannel::Right});
    // The next film may not have it.
    hear(watcher, QStringLiteral(SUBS_TEST_FILMS "/centre.mka"));
    CHECK(watcher.channel() == SoundChannel::Dialogue);
    CHECK(watcher.facts()->heard == SoundChannel::Centre);
    CHECK(watcher.channels() == std::vector{SoundChannel::Left,
                                            SoundChannel::Right,
                                            SoundChannel::Centre,
                                            SoundChannel::LowEffects,
                                            SoundChannel::BackLeft,
                                            SoundChannel::BackRight});
}
