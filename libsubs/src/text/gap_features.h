// SPDX-License-Identifier: MIT
#pragma once

#include "text/khmer_run.h"
#include "text/word_search.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace subs {

/// What is known of the gap before a cluster, each fact as a number that stands for it.
inline constexpr std::size_t kGapFacts = 20;
using GapFacts = std::array<std::uint32_t, kGapFacts>;

/// What a model judges the gaps of a run by: the clusters beside them, and the words that the
/// lexicon sees there. Keeps its buffers from one run to the next.
class GapFeatures {
public:
    explicit GapFeatures(Lexicon lexicon) : lexicon_(lexicon) {}

    /// For a run and its words in the lexicon, both borrowed until the next call.
    void assign(const KhmerRun& run, const std::vector<FoundWord>& words);
    /// Of the gap at `boundary`, which is neither the run's beginning nor its end.
    GapFacts at(std::size_t boundary) const;

private:
    std::uint32_t cluster(std::ptrdiff_t index) const;
    std::uint32_t splitPrice(const KhmerRun& run, const FoundWord& word, std::size_t at) const;

    Lexicon lexicon_;
    std::size_t size_ = 0;
    std::vector<std::uint32_t> clusters_;  ///< Each as a number.
    std::vector<std::uint32_t> words_;     ///< The same of the words.
    std::vector<std::uint32_t> wordAt_;    ///< The word that each cluster is in.
    std::vector<FoundWord> found_;
    std::vector<std::uint32_t> splits_;  ///< The price of a cut at each boundary.
};

}  // namespace subs
