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

/// What a fact speaks for, and what tells it from most others that would have the same place.
struct GapCell {
    std::uint8_t check = 0;
    std::array<std::int8_t, kGapKinds> weights{};
};
static_assert(sizeof(GapCell) == 4);

/// Judges gaps by what our own annotated dialogue taught it (an averaged perceptron, trained when
/// the library is built by `data/khmer/train_gap_model.cpp`).
class GapModel {
public:
    static constexpr std::size_t kPlaces = std::size_t{1} << 18U;

    /// Part of the program, nothing is loaded.
    static GapModel builtIn();
    /// Of kPlaces cells, which are borrowed.
    explicit GapModel(const GapCell* cells) : cells_(cells) {}

    /// How much speaks for each kind. A fact that the model was not taught speaks for none.
    GapScores scores(const GapFacts& facts) const;

    static std::size_t placeOf(std::uint32_t fact) { return fact % kPlaces; }
    static std::uint8_t checkOf(std::uint32_t fact) {
        return static_cast<std::uint8_t>(fact >> 24U);
    }

private:
    const GapCell* cells_;
};

}  // namespace subs
