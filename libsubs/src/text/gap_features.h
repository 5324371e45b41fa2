// SPDX-License-Identifier: MIT
#pragma once

#include "text/khmer_run.h"
#include "text/lattice_facts.h"
#include "text/word_search.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace subs {

/// What is known of the gap before a cluster, each fact as a number that stands for it.
inline constexpr std::size_t kGapFacts = 18;
using GapFacts = std::array<std::uint32_t, kGapFacts>;

/// What a model judges the gaps of a run by: the clusters beside them, and the words that the
/// lexicon sees there. Keeps its buffers from one run to the next.
class GapFeatures {
public:
    /// For a run and the search that has searched it last, which is borrowed until the next call.
    void assign(const KhmerRun& run, const WordSearch& search);
    /// Of the gap at `boundary`, which is neither the run's beginning nor its end.
    GapFacts at(std::size_t boundary) const;

private:
    std::uint32_t cluster(std::ptrdiff_t index) const;
    std::uint32_t word(std::ptrdiff_t index) const;

    std::vector<std::uint32_t> clusters_;  ///< Each as a number.
    std::vector<std::uint32_t> words_;     ///< The same of the words.
    std::span<const FoundWord> found_;
    LatticeFacts lattice_;
};

}  // namespace subs
