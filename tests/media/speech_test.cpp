// SPDX-License-Identifier: MIT
// Where people speak: sounds made here, in memory and as films.
#include <subs/media/audio.h>
#include <subs/media/speech.h>

#include "catch.h"
#include "folder.h"
#include "media/made_sounds.h"
#include "media/test_films.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

using namespace subs;
using namespace subs::media;
using testing::filmPath;
using testing::Samples;
using Spans = std::vector<SpeechSpan>;

namespace {

/// What the detector finds in `samples`, which begin at `begin` and come in blocks of `block`.
Spans spansIn(const Samples& samples, Time begin = {}, std::size_t block = 16000) {
    Spans spans;
    SpeechDetector detector([&](const SpeechSpan& span) { spans.push_back(span); });
    for (std::size_t at = 0; at < samples.size(); at += block) {
        const auto rest = std::span(samples).subspan(at);
        detector.add(rest.first(std::min(block, rest.size())),
                     begin + Time::fromFlicks(static_cast<std::int64_t>(at) *
                                              (Time::kPerSecond / SpeechDetector::kSampleRate)));
    }
    detector.finish();
    return spans;
}

/// Two stretches of speech over `bed` (14 s). Syllables last 0.7 of a quarter second, so that they
/// are heard from 3.00 to 5.92 and from 9.00 to 10.92 s.
Samples twoIn(const Samples& bed) {
    return testing::over(testing::over(bed, 3, testing::voice(2.95)), 9, testing::voice(1.95));
}

void checkTwo(const Spans& spans, int tolerance = 20, int late = 0) {
    REQUIRE(spans.size() == 2);
    const int expected[2][2] = {{3000, 5920}, {9000, 10920}};
    for (std::size_t i = 0; i < 2; ++i) {
        const auto start = static_cast<int>(spans[i].start.nearestMilliseconds()) - late;
        const auto end = static_cast<int>(spans[i].end.nearestMilliseconds()) - late;
        CHECK(std::abs(start - expected[i][0]) <= tolerance);
        CHECK(std::abs(end - expected[i][1]) <= tolerance);
        CHECK(spans[i].confidence > 0.5);
        CHECK(spans[i].confidence <= 1);
    }
}

void append(std::string& bytes, std::uint32_t value, int count) {
    for (int i = 0; i < count; ++i)
        bytes.push_back(static_cast<char>(value >> (8 * i) & 0xFF));
}

/// A WAV file, 16 bit (RIFF, Multimedia Programming Interface and Data Specifications 1.0).
void writeWav(const std::filesystem::path& path, const Samples& samples, int rate) {
    const auto size = static_cast<std::uint32_t>(2 * samples.size());
    const auto frequency = static_cast<std::uint32_t>(rate);
    std::string bytes = "RIFF";
    append(bytes, 36 + size, 4);
    bytes += "WAVEfmt ";
    append(bytes, 16, 4);
    append(bytes, 1, 2);
    append(bytes, 1, 2);
    append(bytes, frequency, 4);
    append(bytes, 2 * frequency, 4);
    append(bytes, 2, 2);
    append(bytes, 16, 2);
    bytes += "data";
    append(bytes, size, 4);
    for (const float sample : samples) {
        const auto value = std::lround(std::clamp(sample, -1.0F, 1.0F) * 32767);
        append(bytes, static_cast<std::uint32_t>(value), 2);
    }
    std::ofstream(path, std::ios::binary) << bytes;
}

Result<Spans> foundIn(const std::filesystem::path& film,
                      const Watch& watch = {},
                      SoundChannel channel = SoundChannel::Centre,
                      const std::optional<FilmCache>& cache = {}) {
    Spans spans;
    const auto found = makeSpeechFinder(cache)->find(
        {film, channel}, watch, [&](const SpeechSpan& span) { spans.push_back(span); });
    if (!found) return tl::unexpected(found.error());
    return spans;
}

/// A film's sound as WAV: two stretches of speech in light noise.
struct SpokenFile {
    testing::Folder folder;
    std::filesystem::path path = folder.path / "spoken.wav";

    SpokenFile() { writeWav(path, twoIn(testing::noise(14, 0.001F)), 16000); }
};

void makeWithFfmpeg(const std::string& arguments) {
    testing::outputOf("ffmpeg -nostdin -v error -y " + arguments);
}

}  // namespace

TEST_CASE("speech is found with its edges to 20 ms over each bed", "[media][speech]") {
    checkTwo(spansIn(twoIn(testing::silence(14))));
    checkTwo(spansIn(twoIn(testing::noise(14, 0.01F))));
    checkTwo(spansIn(twoIn(testing::noise(14, 0.03F))));
    checkTwo(spansIn(twoIn(testing::chords(14, 0.03F))));
    checkTwo(spansIn(twoIn(testing::chords(14, 0.05F))));
}

TEST_CASE("what is no speech is not found", "[media][speech]") {
    CHECK(spansIn(testing::silence(14)).empty());
    CHECK(spansIn(testing::noise(14, 0.1F)).empty());
    CHECK(spansIn(testing::chords(14, 0.1F)).empty());
    CHECK(spansIn(testing::clicks(14)).empty());
    CHECK(spansIn({}).empty());
    CHECK(spansIn(Samples(100, 0.5F)).empty());
}

TEST_CASE("clipped and faint speech is found too", "[media][speech]") {
    auto clipped = twoIn(testing::noise(14, 0.003F));
    for (float& sample : clipped)
        sample = std::clamp(12 * sample, -1.0F, 1.0F);
    checkTwo(spansIn(clipped));
    auto faint = twoIn(testing::noise(14, 0.0003F));
    for (float& sample : faint)
        sample *= 0.03F;
    checkTwo(spansIn(faint));
}

TEST_CASE("spans do not depend on how sound is cut into blocks", "[media][speech]") {
    const auto sound = twoIn(testing::chords(40, 0.05F));
    const Spans whole = spansIn(sound, {}, sound.size());
    CHECK(whole.size() == 2);
    CHECK(spansIn(sound, {}, 1237) == whole);
    CHECK(spansIn(sound, {}, 16000) == whole);
}

TEST_CASE("speech at the very beginning and end is found", "[media][speech]") {
    const auto spans = spansIn(testing::over(testing::voice(12), 0, {}));
    REQUIRE(spans.size() == 1);
    CHECK(spans[0].start <= Time::fromMilliseconds(20));
    CHECK(spans[0].end >= Time::fromMilliseconds(11800));
}

TEST_CASE("spans are known before the sound ends", "[media][speech]") {
    const auto sound = twoIn(testing::noise(60, 0.003F));
    Spans spans;
    SpeechDetector detector([&](const SpeechSpan& span) { spans.push_back(span); });
    detector.add(sound, Time());
    checkTwo(spans);
    detector.finish();
    CHECK(spans.size() == 2);
}

TEST_CASE("spans are in film time across a gap in the sound", "[media][speech]") {
    const auto sound = twoIn(testing::noise(14, 0.003F));
    Spans spans;
    SpeechDetector detector([&](const SpeechSpan& span) { spans.push_back(span); });
    detector.add(sound, Time::fromMilliseconds(1234));
    checkTwo(spansIn(sound, Time::fromMilliseconds(1234)), 20, 1234);
    detector.add(sound, Time::fromSeconds(100));
    detector.finish();
    REQUIRE(spans.size() == 4);
    checkTwo({spans[0], spans[1]}, 20, 1234);
    checkTwo({spans[2], spans[3]}, 20, 100000);
}

TEST_CASE("sound of every rate is listened to", "[media][speech]") {
    const testing::Folder folder;
    for (const int rate : {8000, 44100, 48000}) {
        INFO(rate);
        Samples sound(static_cast<std::size_t>(rate) * 14);
        for (const auto& [seconds, length] : {std::pair(3, 2.95), std::pair(9, 1.95)}) {
            const auto spoken = testing::voice(length, rate);
            std::ranges::copy(spoken, sound.begin() + std::ptrdiff_t{seconds} * rate);
        }
        writeWav(folder.path / "a.wav", sound, rate);
        const auto spans = foundIn(folder.path / "a.wav");
        REQUIRE(spans);
        checkTwo(*spans);
    }
}

TEST_CASE("sound that begins late is in its place in the film", "[media][speech]") {
    const SpokenFile spoken;
    const auto late = spoken.folder.path / "late.mkv";
    makeWithFfmpeg("-i " + filmPath("silent.mp4").string() + " -itsoffset 1.5 -i " +
                   spoken.path.string() + " -map 0:v -map 1:a -c copy " + late.string());
    const auto spans = foundIn(late);
    REQUIRE(spans);
    checkTwo(*spans, 20, 1500);
}

TEST_CASE("dialogue is listened to in the centre", "[media][speech]") {
    const SpokenFile spoken;
    const auto surround = spoken.folder.path / "surround.wav";
    // Louder noise in all other channels.
    makeWithFfmpeg("-i " + spoken.path.string() +
                   " -f lavfi -i anoisesrc=r=16000:d=14:a=0.9 -filter_complex "
                   "'[1]asplit=5[a][b][c][d][e];[a][b][0][c][d][e]join=inputs=6:channel_layout=5.1"
                   ":map=0.0-FL|1.0-FR|2.0-FC|3.0-LFE|4.0-BL|5.0-BR' " +
                   surround.string());
    const auto spans = foundIn(surround);
    REQUIRE(spans);
    checkTwo(*spans);
    const auto mixed = foundIn(surround, {}, SoundChannel::Mix);
    REQUIRE(mixed);
    CHECK(*mixed != *spans);
    const auto alone = foundIn(spoken.path, {}, SoundChannel::Mix);
    REQUIRE(alone);
    checkTwo(*alone);
}

TEST_CASE("the centre is read alone and to the sample", "[media][audio]") {
    const testing::Folder folder;
    const auto path = folder.path / "surround.wav";
    makeWithFfmpeg(
        "-f lavfi -i 'aevalsrc=0.1|0.2|0.25|0.3|0.4|0.5:s=16000:d=1:c=5.1' -c:a pcm_f32le " +
        path.string());
    auto audio = Audio::openChannel(path, SoundChannel::Centre);
    REQUIRE(audio);
    CHECK(audio->facts().end == Time::fromSeconds(1));
    Samples samples(16000);
    REQUIRE(audio->read(samples) == samples.size());
    CHECK(std::ranges::all_of(samples, [](float sample) { return sample == 0.25F; }));
}

TEST_CASE("a film without sound has no speech to be found", "[media][speech]") {
    CHECK(foundIn(filmPath("silent.mp4")).error().code == "media.no-audio");
    CHECK(foundIn(filmPath("missing.mp4")).error().code == "io.not-found");
    const auto tone = foundIn(filmPath("film.mp4"));
    REQUIRE(tone);
    CHECK(tone->empty());
}

TEST_CASE("the search tells how far it is and stops when it is told to", "[media][speech]") {
    const SpokenFile spoken;
    std::vector<double> told;
    REQUIRE(foundIn(spoken.path, {{}, [&](double done) { told.push_back(done); }}));
    CHECK(std::ranges::is_sorted(told));
    REQUIRE_FALSE(told.empty());
    CHECK(told.front() < 0.1);
    CHECK(told.back() == 1);
    std::stop_source stop;
    int calls = 0;
    const auto stopped = foundIn(spoken.path, {stop.get_token(), [&](double) {
                                                   stop.request_stop();
                                                   ++calls;
                                               }});
    CHECK(stopped.error().code == "media.cancelled");
    CHECK(calls == 1);
}

TEST_CASE("speech of a film is found once for each channel, and kept", "[media][speech][cache]") {
    const SpokenFile file;
    const FilmCache cache(file.folder.path / "cache");
    std::stop_source stop;
    // A search that is broken off keeps nothing.
    stop.request_stop();
    CHECK_FALSE(foundIn(file.path, {stop.get_token(), {}}, SoundChannel::Mix, cache));
    int heard = 0;
    const Watch listening{{}, [&](double) { ++heard; }};
    const auto spans = foundIn(file.path, listening, SoundChannel::Mix, cache);
    REQUIRE(spans);
    checkTwo(*spans);
    CHECK(heard > 0);
    heard = 0;
    CHECK(foundIn(file.path, listening, SoundChannel::Mix, cache).value() == *spans);
    CHECK(heard == 0);
    CHECK(foundIn(file.path, listening, SoundChannel::Dialogue, cache).value() == *spans);
    CHECK(heard > 0);
}

TEST_CASE("what espeak-ng says is found", "[media][speech]") {
    const testing::Folder folder;
    const auto path = folder.path / "said.wav";
    testing::outputOf(
        "espeak-ng -v en-gb -w " + path.string() +
        " 'somebody left a window open and the cold morning came through every room'");
    if (!std::filesystem::exists(path)) {
        WARN("left out: espeak-ng is not installed");
        return;
    }
    auto audio = Audio::open(path, 16000, 1);
    REQUIRE(audio);
    Samples said(16000 * 20);
    said.resize(audio->read(said));
    // Heard from where it is within 40 dB of its loudest on, as tests/bench/speech_clips.py has it.
    const float loudest = *std::ranges::max_element(said);
    const auto isHeard = [&](float sample) { return std::abs(sample) > loudest / 100; };
    const auto first = std::ranges::find_if(said, isHeard) - said.begin();
    const auto last = std::find_if(said.rbegin(), said.rend(), isHeard).base() - said.begin();
    const auto spans = spansIn(testing::over(
        testing::noise(3 + static_cast<double>(said.size()) / 16000 + 3, 1e-4F), 3, said));
    REQUIRE_FALSE(spans.empty());
    const auto millisecondsOf = [](std::ptrdiff_t sample) { return 3000 + sample / 16; };
    CHECK(std::abs(spans.front().start.nearestMilliseconds() - millisecondsOf(first)) <= 30);
    CHECK(std::abs(spans.back().end.nearestMilliseconds() - millisecondsOf(last)) <= 30);
    CHECK(spans.size() <= 2);
}
