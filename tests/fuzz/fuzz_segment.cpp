// SPDX-License-Identifier: MIT
#include <subs/text/clusters.h>
#include <subs/text/count.h>
#include <subs/text/segment.h>

#include "fuzz/require.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

using namespace subs;

namespace {

constexpr std::string_view kRepetition = "ៗ";
constexpr std::array kLanguages = {"km", "en", "th", "lo", "my"};

SegmentOptions optionsOf(std::uint8_t choice) {
    SegmentOptions options;
    options.language = kLanguages.at(choice % kLanguages.size());
    options.engine = static_cast<KhmerEngine>(choice / kLanguages.size() % 3);
    options.glossary.add("មាសសុខជា ព្រែកផ្កាយ");
    return options;
}

void checkPlaces(const Offsets& places, const Offsets& clusters, std::size_t size) {
    FUZZ_REQUIRE(std::ranges::is_sorted(places));
    FUZZ_REQUIRE(std::ranges::adjacent_find(places) == places.end());
    FUZZ_REQUIRE(places.empty() || (places.front() > 0 && places.back() < size));
    FUZZ_REQUIRE(std::ranges::includes(clusters, places));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string text(data + 1, data + size);
    Segmenter segmenter(optionsOf(data[0]));
    const Offsets clusters = clusterEnds(text);
    const Offsets words = segmenter.wordBoundaries(text);
    const Offsets breaks = segmenter.lineBreaks(text);
    checkPlaces(words, clusters, text.size());
    checkPlaces(breaks, clusters, text.size());
    for (const std::uint32_t place : breaks) {
        const bool isHinted = std::string_view(text).substr(0, place).ends_with("\u200B");
        FUZZ_REQUIRE(isHinted || !std::string_view(text).substr(place).starts_with(kRepetition));
    }
    FUZZ_REQUIRE(countedWords(text, segmenter) <= words.size() + 1);
    FUZZ_REQUIRE(segmenter.lineBreaks(text) == breaks);
    return 0;
}
