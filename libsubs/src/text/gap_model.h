// SPDX-License-Identifier: MIT
#pragma once

#include "text/gap_features.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace subs {

/// What a gap between two clusters is.
enum class GapKind : std::uint8_t {
    Inside,  ///< Of a word, or between a prefix and its word.
    Join,    ///< Between the parts of a compound.
    Word,    ///< Between words.
};
inline constexpr std::size_t kGapKinds = 3;

using GapScores = std::array<std::int32_t, kGapKinds>;

/// Judges gaps by what our own annotated dialogue taught it (an averaged perceptron, trained when
/// the library is built by `data/khmer/train_gap_model.cpp`).
class GapModel {
public:
    /// Facts share so many places; which ones do is chance.
    static constexpr std::size_t kPlaces = std::size_t{1} << 17U;
    using Weight = std::int16_t;

    /// Part of the program, nothing is loaded.
    static GapModel builtIn();
    /// Of kPlaces times kGapKinds weights, which are borrowed.
    explicit GapModel(const Weight* weights) : weights_(weights) {}

    /// How much speaks for each kind.
    GapScores scores(const GapFacts& facts) const;

    static std::size_t placeOf(std::uint32_t fact) { return fact % kPlaces * kGapKinds; }

private:
    const Weight* weights_;
};

}  // namespace subs
