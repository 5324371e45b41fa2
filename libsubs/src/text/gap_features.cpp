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
constexpr std::uint32_t kMostCounted = 5;

std::uint32_t lengthOf(const FoundWord& word) {
    return std::min(word.end - word.begin, kMostCounted) * 2 +
           (word.source == WordSource::Unknown ? 0 : 1);
}

}  // namespace

void GapFeatures::assign(const KhmerRun& run, const std::vector<FoundWord>& words) {
    size_ = run.size();
    clusters_.clear();
    words_.clear();
    wordAt_.clear();
    found_ = words;
    for (std::size_t i = 0; i < size_; ++i)
        clusters_.push_back(numberOf(run.stretch(i, i + 1)));
    splits_.assign(size_ + 1, 0);
    for (const FoundWord& word : words) {
        for (std::size_t at = word.begin + 1; at < word.end; ++at)
            splits_[at] = splitPrice(run, word, at);
        wordAt_.resize(word.end, static_cast<std::uint32_t>(words_.size()));
        words_.push_back(numberOf(run.stretch(word.begin, word.end)));
    }
}

/// How much dearer than `word` the two stretches are that a cut at `at` leaves of it: the rarer
/// they are beside the word, the less it is one that was put together of them.
std::uint32_t GapFeatures::splitPrice(const KhmerRun& run,
                                      const FoundWord& word,
                                      std::size_t at) const {
    const auto before = lexicon_.costOf(run.stretch(word.begin, at));
    const auto after = lexicon_.costOf(run.stretch(at, word.end));
    if (!before || !after) return 1 + (before ? 1U : 0U) + (after ? 2U : 0U);
    const WordCost dearer = std::clamp(*before + *after - word.cost, -1000, 2000);
    return 8 + static_cast<std::uint32_t>(dearer + 1000) / 200;
}

std::uint32_t GapFeatures::cluster(std::ptrdiff_t index) const {
    if (index < 0) return kBegin;
    return index < static_cast<std::ptrdiff_t>(size_) ? clusters_[static_cast<std::size_t>(index)]
                                                      : kEnd;
}

GapFacts GapFeatures::at(std::size_t boundary) const {
    const auto i = static_cast<std::ptrdiff_t>(boundary);
    const std::uint32_t before2 = cluster(i - 2);
    const std::uint32_t before = cluster(i - 1);
    const std::uint32_t after = cluster(i);
    const std::uint32_t after2 = cluster(i + 1);
    const std::uint32_t left = wordAt_[boundary - 1];
    const std::uint32_t right = wordAt_[boundary];
    const bool isBetween = left != right;
    // Inside a word both sides are the same word; the place in it tells the gaps apart.
    const std::uint32_t place =
        isBetween ? 0
                  : 1 + std::min<std::uint32_t>(
                            static_cast<std::uint32_t>(boundary) - found_[left].begin, 3);
    const std::uint32_t shape = (lengthOf(found_[left]) * 16 + lengthOf(found_[right])) * 8 + place;
    const std::uint32_t farLeft = left > 0 ? words_[left - 1] : kBegin;
    const std::uint32_t farRight = right + 1 < words_.size() ? words_[right + 1] : kEnd;
    const std::uint32_t leftWord = mixed(words_[left], place);
    const std::uint32_t rightWord = mixed(words_[right], place);
    GapFacts facts{
        place,
        shape,
        before,
        after,
        before2,
        after2,
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
        splits_[boundary],
        mixed(splits_[boundary], shape),
    };
    for (std::size_t kind = 0; kind < kGapFacts; ++kind)
        facts[kind] = mixed(facts[kind], static_cast<std::uint32_t>(kind) + 0x1000U);
    return facts;
}

}  // namespace subs
