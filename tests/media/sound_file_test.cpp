// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/media/sound_file.h>

#include "catch.h"
#include "deflate.h"
#include "folder.h"
#include "given_sound.h"
#include "spectrum_chunk.h"

#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

using namespace subs;
using namespace subs::media;
using testing::giveChunks;

namespace {

float chord(std::int64_t place) {
    const auto time = static_cast<double>(place) / 8000;
    return static_cast<float>(0.3 * std::sin(2000 * time) + 0.2 * std::sin(7000 * time * time));
}

/// What is made of a film, and the file that keeps it.
struct Kept {
    testing::Folder folder;
    std::filesystem::path path = folder.path / "film.sound";
    SoundFacts facts{SoundChannel::Dialogue,
                     SoundChannel::Centre,
                     8000,
                     "5.1(side)",
                     Time::fromMilliseconds(-7),
                     Time::fromSeconds(61)};
    Peaks peaks;
    Spectrogram spectrogram;

    void make(std::int64_t chunk, std::int64_t count) {
        const auto first = makePeakSink(peaks);
        const auto second = makeSpectrumSink(spectrogram);
        giveChunks(*first, chunk, count, 8000, chord);
        giveChunks(*second, chunk, count, 8000, chord);
    }
    Result<void> write() const { return writeSoundFile(path, facts, peaks, spectrogram); }
    std::size_t files() const {
        return static_cast<std::size_t>(
            std::distance(std::filesystem::directory_iterator(folder.path), {}));
    }
};

std::vector<Peak> peaksOf(const Peaks& peaks) {
    std::vector<Peak> values;
    for (const PeakColumn& column :
         peaks.columns(Time::fromSeconds(-30), Time::fromSeconds(70), 20'000))
        values.push_back(column.peak);
    return values;
}

std::vector<Levels> levelsOf(const Spectrogram& spectrogram) {
    std::vector<Levels> values;
    for (const SpectrumColumn& column :
         spectrogram.columns(Time::fromSeconds(-30), Time::fromSeconds(70), 5000))
        values.push_back(column.levels);
    return values;
}

std::string codeOf(const std::filesystem::path& path) {
    Peaks peaks;
    Spectrogram spectrogram;
    const auto read = readSoundFile(path, peaks, spectrogram);
    // All of it or nothing.
    CHECK(peaks.there().empty() == !read);
    return read ? "" : read.error().code;
}

void rewrite(const std::filesystem::path& path, const std::string& bytes) {
    REQUIRE(writeFileAtomically(path, bytes));
}

/// `bytes` with a right checksum at their end.
std::string sealed(std::string bytes) {
    bytes.resize(bytes.size() - 4);
    const std::uint32_t checksum = checksumOf(bytes);
    for (const unsigned shift : {0U, 8U, 16U, 24U})
        bytes.push_back(static_cast<char>(checksum >> shift & 0xFFU));
    return bytes;
}

}  // namespace

TEST_CASE("what is made of a film's sound is kept as it is", "[media][peaks]") {
    Kept kept;
    kept.make(-1, 1);
    kept.make(1, 2);
    REQUIRE(kept.write());
    Peaks peaks;
    Spectrogram spectrogram;
    const auto facts = readSoundFile(kept.path, peaks, spectrogram);
    REQUIRE(facts);
    CHECK(*facts == kept.facts);
    CHECK(peaks.there() == kept.peaks.there());
    CHECK(spectrogram.there() == kept.spectrogram.there());
    CHECK(peaksOf(peaks) == peaksOf(kept.peaks));
    CHECK(levelsOf(spectrogram) == levelsOf(kept.spectrogram));
    // Half of it can be gone on with.
    const auto sink = makePeakSink(peaks);
    CHECK(sink->has(-1));
    CHECK_FALSE(sink->has(0));
    CHECK(sink->has(2));
}

TEST_CASE("silence takes no room", "[media][peaks]") {
    Kept kept;
    const auto first = makePeakSink(kept.peaks);
    const auto second = makeSpectrumSink(kept.spectrogram);
    giveChunks(*first, 0, 50, 1000, [](std::int64_t) { return 0.0F; });
    giveChunks(*second, 0, 50, 1000, [](std::int64_t) { return 0.0F; });
    REQUIRE(kept.write());
    CHECK(std::filesystem::file_size(kept.path) < 2000);
    Peaks peaks;
    Spectrogram spectrogram;
    REQUIRE(readSoundFile(kept.path, peaks, spectrogram));
    CHECK(peaks.there() == kept.peaks.there());
    CHECK(spectrogram.there() == kept.spectrogram.there());
}

TEST_CASE("a file that is cut off anywhere is refused", "[media][peaks]") {
    Kept kept;
    kept.make(0, 1);
    REQUIRE(kept.write());
    const std::string bytes = readFile(kept.path).value();
    for (std::size_t length = 0; length < bytes.size(); length += 1 + length / 3) {
        INFO(length);
        rewrite(kept.path, bytes.substr(0, length));
        CHECK(codeOf(kept.path) == "media.sound-file");
    }
    // Also where the checksum of what is left is right.
    for (const std::size_t length : {30U, 60U, 100U, 4000U}) {
        INFO(length);
        rewrite(kept.path, sealed(bytes.substr(0, length)));
        CHECK(codeOf(kept.path) == "media.sound-file");
    }
    CHECK(codeOf(kept.folder.path / "none.sound") == "io.not-found");
}

TEST_CASE("a file with a flipped bit is refused", "[media][peaks]") {
    Kept kept;
    kept.make(0, 1);
    REQUIRE(kept.write());
    const std::string bytes = readFile(kept.path).value();
    std::mt19937 random(9);
    std::uniform_int_distribution<std::size_t> anyPlace(0, bytes.size() - 1);
    for (std::size_t i = 0; i < 120; ++i) {
        const std::size_t place = i < 60 ? i : anyPlace(random);
        INFO(place);
        std::string damaged = bytes;
        damaged[place] = static_cast<char>(damaged[place] ^ (1 << i % 8));
        rewrite(kept.path, damaged);
        CHECK(codeOf(kept.path).starts_with("media.sound-file"));
        // What a checksum does not find must not crash, whatever is made of it.
        rewrite(kept.path, sealed(damaged));
        (void)codeOf(kept.path);
    }
}

TEST_CASE("a file of another version is refused as that", "[media][peaks]") {
    Kept kept;
    kept.make(0, 1);
    REQUIRE(kept.write());
    std::string bytes = readFile(kept.path).value();
    bytes[13] = 2;
    rewrite(kept.path, sealed(bytes));
    CHECK(codeOf(kept.path) == "media.sound-file-version");
    rewrite(kept.path, "subs sound");
    CHECK(codeOf(kept.path) == "media.sound-file");
}

TEST_CASE("a full disk leaves the old file and nothing else", "[media][peaks]") {
    Kept kept;
    kept.make(0, 1);
    REQUIRE(kept.write());
    const std::string old = readFile(kept.path).value();
    kept.make(1, 2);
    rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    const rlimit small{old.size(), limit.rlim_max};
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    ::setrlimit(RLIMIT_FSIZE, &small);
    const auto written = kept.write();
    ::setrlimit(RLIMIT_FSIZE, &limit);
    (void)std::signal(SIGXFSZ, handler);
    REQUIRE_FALSE(written);
    CHECK(written.error().code == "io.full");
    CHECK(readFile(kept.path).value() == old);
    CHECK(kept.files() == 1);
    REQUIRE(kept.write());
    CHECK(readFile(kept.path).value().size() > old.size());
}
