// SPDX-License-Identifier: GPL-3.0-or-later
#include "peak_packing.h"

#include "deflate.h"
#include "peak_chunk.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace subs::media {
namespace {

constexpr std::array kParts = {&Peak::minimum, &Peak::maximum, &Peak::rms};
constexpr std::size_t kBytes = std::size_t{PeakChunk::kBins} * kParts.size() * 2;

}  // namespace

/// Low bytes of one part in a row, then its high bytes, which hardly change and pack well.
std::string packedBins(std::span<const Peak> bins) {
    if (std::ranges::all_of(bins, [](const Peak& bin) { return bin == Peak(); })) return {};
    std::string bytes;
    bytes.reserve(kBytes);
    for (const auto part : kParts)
        for (const unsigned shift : {0U, 8U})
            for (const Peak& bin : bins)
                bytes.push_back(static_cast<char>(static_cast<std::uint16_t>(bin.*part) >> shift));
    return deflated(bytes, Packing::Repeats);
}

std::optional<std::vector<Peak>> unpackedBins(std::string_view packed) {
    std::vector<Peak> bins(PeakChunk::kBins);
    if (packed.empty()) return bins;
    const auto bytes = inflated(packed, kBytes);
    if (!bytes) return std::nullopt;
    auto low = bytes->begin();
    for (const auto part : kParts) {
        auto high = low + PeakChunk::kBins;
        for (Peak& bin : bins) {
            const unsigned value = static_cast<unsigned char>(*low++) |
                                   static_cast<unsigned>(static_cast<unsigned char>(*high++)) << 8U;
            bin.*part = static_cast<std::int16_t>(static_cast<std::uint16_t>(value));
        }
        low = high;
    }
    return bins;
}

}  // namespace subs::media
