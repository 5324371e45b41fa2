// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/base/file.h>
#include <subs/media/sound_file.h>

#include "byte_order.h"
#include "deflate.h"
#include "peak_chunk.h"
#include "peak_packing.h"
#include "spectrum_chunk.h"

#include <fmt/format.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The file: a name and a version, the facts, the chunks of the peaks, those of the spectrogram,
// and a CRC-32 of all before it. Whole numbers have their lowest byte first.
namespace subs::media {
namespace {

/// With a byte that text has not, and a line end that careless copying changes.
constexpr std::string_view kName = "subs sound\x1A\r\n";
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kChecksumBytes = 4;

void writeFacts(ByteWriter& out, const SoundFacts& facts) {
    out.number(static_cast<std::uint8_t>(facts.asked));
    out.number(static_cast<std::uint8_t>(facts.heard));
    out.number(static_cast<std::uint32_t>(facts.sampleRate));
    out.counted(facts.layout);
    out.number(facts.begin.flicks());
    out.number(facts.end.flicks());
}

/// Nothing where they are damaged.
std::optional<SoundFacts> readFacts(ByteReader& in) {
    SoundFacts facts;
    facts.asked = static_cast<SoundChannel>(in.number<std::uint8_t>());
    facts.heard = static_cast<SoundChannel>(in.number<std::uint8_t>());
    if (nameOf(facts.asked).empty() || nameOf(facts.heard).empty()) return std::nullopt;
    facts.sampleRate = static_cast<int>(in.number<std::uint32_t>());
    facts.layout = in.counted();
    facts.begin = Time::fromFlicks(in.number<std::int64_t>());
    facts.end = Time::fromFlicks(in.number<std::int64_t>());
    return facts;
}

/// How many, then the number and the packed bytes of each.
template <class Chunks, class Pack>
void writeChunks(ByteWriter& out, const Chunks& chunks, Pack pack) {
    out.number(static_cast<std::uint32_t>(chunks.size()));
    for (const auto& [number, chunk] : chunks) {
        out.number(number);
        out.counted(pack(*chunk));
    }
}

template <class Chunk>
using Numbered = std::vector<std::pair<std::int64_t, Chunk>>;

/// False where one of them is damaged.
template <class Chunk, class Unpack>
bool readChunks(ByteReader& in, Numbered<Chunk>& chunks, Unpack unpack) {
    for (auto left = in.number<std::uint32_t>(); left > 0 && in.isWhole(); --left) {
        const auto number = in.number<std::int64_t>();
        auto chunk = unpack(in.counted());
        if (!chunk || number > kMostChunks || number < -kMostChunks) return false;
        chunks.emplace_back(number, *std::move(chunk));
    }
    return in.isWhole();
}

tl::unexpected<Error> noSoundFile(const std::filesystem::path& path, std::string_view why) {
    return failure("media.sound-file",
                   fmt::format("cannot take the waveform from {}: {}", path.string(), why));
}

/// What stands between the version and the checksum.
Result<std::string_view> checkedBody(std::string_view bytes, const std::filesystem::path& path) {
    if (!bytes.starts_with(kName)) return noSoundFile(path, "it is another file, or damaged");
    ByteReader version(bytes.substr(kName.size()));
    const auto found = version.number<std::uint32_t>();
    if (version.isWhole() && found != kVersion)
        return failure(
            "media.sound-file-version",
            fmt::format("cannot take the waveform from {}: it is of version {}, and this "
                        "program reads version {}",
                        path.string(),
                        found,
                        kVersion));
    const std::size_t head = kName.size() + sizeof(kVersion);
    if (bytes.size() < head + kChecksumBytes) return noSoundFile(path, "it is cut off");
    const std::string_view before = bytes.substr(0, bytes.size() - kChecksumBytes);
    ByteReader checksum(bytes.substr(before.size()));
    if (checksum.number<std::uint32_t>() != checksumOf(before))
        return noSoundFile(path, "it is cut off or damaged");
    return before.substr(head);
}

}  // namespace

Result<void> writeSoundFile(const std::filesystem::path& path,
                            const SoundFacts& facts,
                            const Peaks& peaks,
                            const Spectrogram& spectrogram) {
    ByteWriter out;
    out.raw(kName);
    out.number(kVersion);
    writeFacts(out, facts);
    writeChunks(
        out, peaks.store().all(), [](const PeakChunk& chunk) { return packedBins(chunk.base()); });
    writeChunks(
        out, spectrogram.store().all(), [](const SpectrumChunk& chunk) { return chunk.packed(); });
    out.number(checksumOf(out.bytes()));
    return writeFileAtomically(path, out.bytes());
}

Result<SoundFacts> readSoundFile(const std::filesystem::path& path,
                                 Peaks& peaks,
                                 Spectrogram& spectrogram) {
    const auto bytes = readFile(path);
    if (!bytes) return tl::unexpected(bytes.error());
    const auto body = checkedBody(*bytes, path);
    if (!body) return tl::unexpected(body.error());
    ByteReader in(*body);
    auto facts = readFacts(in);
    Numbered<std::vector<Peak>> bins;
    Numbered<SpectrumChunk> tiles;
    const bool isRight = facts && readChunks(in, bins, unpackedBins) &&
                         readChunks(in, tiles, [](std::string_view packed) {
                             return SpectrumChunk::fromPacked(std::string(packed));
                         });
    if (!isRight || !in.isAtEnd()) return noSoundFile(path, "what it holds is damaged");
    for (auto& [number, chunk] : bins)
        peaks.store().putBins(number, std::move(chunk));
    for (auto& [number, tile] : tiles)
        spectrogram.store().put(number, std::make_shared<const SpectrumChunk>(std::move(tile)));
    return *std::move(facts);
}

}  // namespace subs::media
