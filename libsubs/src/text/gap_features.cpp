// SPDX-License-Identifier: MIT
#include "text/gap_features.h"

#include <algorithm>
#include <string_view>

namespace subs {
namespace {

/// A good mix of two numbers (the finaliser of MurmurHash3).
constexpr std::uint32_t mixed(std::uint32_t a, std::uint32_t b) {
    std::uint32_t h = a * 0x9E37'79B1U ^ b;
    h ^= h >> 16;
    h *= 0x85EB'CA6BU;
    h ^= h >> 13;
    h *= 0xC2B2'AE35U;
    return h ^ h >> 16;
}

std::uint32_t numberOf(std::string_view symbols) {
    std::uint32_t number = 0x811C'9DC5U;
    for (const char symbol : symbols)
        number = (number ^ static_cast<unsigned char>(symbol)) * 0x0100'0193U;
    return number;
}

constexpr std::uint32_t kBegin = 1;  ///< Stands for what is before a run.
constexpr std::uint32_t kEnd = 2;

std::uint32_t lengthOf(const FoundWord& word) {
    constexpr std::uint32_t kMostCounted = 5;
    return std::min(word.end - word.begin, kMostCounted) * 2 +
           (word.source == WordSource::Unknown ? 0 : 1);
}

/// How rare a word is, in steps.
std::uint32_t rarityOf(const FoundWord& word) {
    constexpr std::uint32_t kUnknown = 63;
    if (word.source == WordSource::Unknown) return kUnknown;
    return static_cast<std::uint32_t>(std::clamp(word.cost / 100, 0, 20));
}

std::uint32_t numberAt(const std::vector<std::uint32_t>& numbers, std::ptrdiff_t index) {
    if (index < 0) return kBegin;
    return index < static_cast<std::ptrdiff_t>(numbers.size())
               ? numbers[static_cast<std::size_t>(index)]
               : kEnd;
}

}  // namespace

void GapFeatures::assign(const KhmerRun& run, const WordSearch& search) {
    clusters_.clear();
    words_.clear();
    found_ = search.words();
    for (std::size_t i = 0; i < run.size(); ++i)
        clusters_.push_back(numberOf(run.stretch(i, i + 1)));
    for (const FoundWord& word : found_)
        words_.push_back(numberOf(run.stretch(word.begin, word.end)));
    lattice_.assign(run.size(), search);
}

std::uint32_t GapFeatures::cluster(std::ptrdiff_t index) const {
    return numberAt(clusters_, index);
}

std::uint32_t GapFeatures::word(std::ptrdiff_t index) const {
    return numberAt(words_, index);
}

GapFacts GapFeatures::at(std::size_t boundary) const {
    const auto i = static_cast<std::ptrdiff_t>(boundary);
    const std::uint32_t before2 = cluster(i - 2);
    const std::uint32_t before = cluster(i - 1);
    const std::uint32_t after = cluster(i);
    const std::uint32_t after2 = cluster(i + 1);
    const LatticeFact& here = lattice_.at(boundary);
    const std::uint32_t left = lattice_.at(boundary - 1).word;
    const std::uint32_t right = here.word;
    // Inside a word both sides are the same word; the place in it tells the gaps apart.
    const std::uint32_t inWord = static_cast<std::uint32_t>(boundary) - found_[left].begin;
    const std::uint32_t place = left != right ? 0 : 1 + std::min(inWord, 3U);
    const std::uint32_t shape = (lengthOf(found_[left]) * 16 + lengthOf(found_[right])) * 8 + place;
    const std::uint32_t rarity = rarityOf(found_[left]) * 64 + rarityOf(found_[right]);
    const std::uint32_t farLeft = word(static_cast<std::ptrdiff_t>(left) - 1);
    const std::uint32_t farRight = word(static_cast<std::ptrdiff_t>(right) + 1);
    const std::uint32_t leftWord = mixed(words_[left], place);
    const std::uint32_t rightWord = mixed(words_[right], place);
    const std::uint32_t known = here.ending * 64 + here.starting * 8 + here.crossing;
    GapFacts facts{
        mixed(before, after),
        mixed(before2, before),
        mixed(after, after2),
        mixed(mixed(before2, before), after),
        mixed(mixed(before, after), after2),
        mixed(before, place),
        mixed(after, place),
        leftWord,
        rightWord,
        mixed(leftWord, rightWord),
        mixed(farLeft, leftWord),
        mixed(rightWord, farRight),
        mixed(here.split, shape),
        mixed(here.detour, shape),
        mixed(here.detour, here.split),
        known,
        mixed(known, here.detour),
        mixed(rarity, shape),
    };
    for (std::size_t kind = 0; kind < kGapFacts; ++kind)
        facts[kind] = mixed(facts[kind], static_cast<std::uint32_t>(kind) + 0x1000U);
    return facts;
}

}  // namespace subs
