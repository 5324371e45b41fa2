// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace subs {

/// What a Khmer word is to a line break, as bits; a word may be several things.
namespace khmer_word {

using Kinds = std::uint32_t;

inline constexpr Kinds kConjunction = 1U << 0U;  ///< Or a relative: begins a clause.
inline constexpr Kinds kPreposition = 1U << 1U;  ///< Begins a phrase.
inline constexpr Kinds kOpener = 1U << 2U;  ///< Asks for what follows: គឺ, ជា, របស់.
inline constexpr Kinds kAuxiliary = 1U << 3U;      ///< Negation or aspect before a verb.
inline constexpr Kinds kDemonstrative = 1U << 4U;  ///< Closes a noun phrase.
inline constexpr Kinds kParticle = 1U << 5U;  ///< Closes a clause: ទេ, ណាស់, ដែរ.
inline constexpr Kinds kLastOnly = 1U << 6U;  ///< A particle where nothing follows: ហើយ.
inline constexpr Kinds kTitle = 1U << 7U;     ///< Before a name.
inline constexpr Kinds kKin = 1U << 8U;       ///< The same, and a pronoun.
inline constexpr Kinds kNumber = 1U << 9U;
inline constexpr Kinds kNumberHead = 1U << 10U;  ///< What a number tells which of: ឆ្នាំ, ម៉ោង, ទី.
inline constexpr Kinds kMeasure = 1U << 11U;  ///< A classifier or unit behind a number.
inline constexpr Kinds kRoughly = 1U << 12U;  ///< How near a number behind it is: ជាង, ប្រមាណ.
inline constexpr Kinds kGoing = 1U << 13U;  ///< A verb that ដល់ makes an arrival: មកដល់.
inline constexpr Kinds kReaching = 1U << 14U;  ///< That ដល់.

}  // namespace khmer_word

/// What `word` is; 0 for most words. O(1).
khmer_word::Kinds khmerWordKinds(std::string_view word);

}  // namespace subs
