// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace subs {

/// What an English word is to a line break, as bits; a word may be several things.
namespace english_word {

using Kinds = std::uint32_t;

inline constexpr Kinds kConjunction = 1U << 0U;  ///< Or a relative.
inline constexpr Kinds kPreposition = 1U << 1U;
inline constexpr Kinds kDeterminer = 1U << 2U;  ///< Articles, possessives, quantifiers.
inline constexpr Kinds kAuxiliary = 1U << 3U;   ///< And negation.
inline constexpr Kinds kSubject = 1U << 4U;     ///< A pronoun that is only ever a subject.
inline constexpr Kinds kPronoun = 1U << 5U;     ///< One that may be an object: you, it.
inline constexpr Kinds kReflexive = 1U << 6U;
inline constexpr Kinds kTitle = 1U << 7U;     ///< Before a name; with a full stop or without.
inline constexpr Kinds kUnit = 1U << 8U;      ///< Behind a number.
inline constexpr Kinds kParticle = 1U << 9U;  ///< Of a verb, where nothing follows: give up.
inline constexpr Kinds kToVerb = 1U << 10U;   ///< Asks for "to" and a verb: going to.
inline constexpr Kinds kNumber = 1U << 11U;
inline constexpr Kinds kArticle = 1U << 12U;  ///< A determiner that never stands alone.

}  // namespace english_word

/// What `word` is, in lower case with straight apostrophes; 0 for most words. O(1).
english_word::Kinds englishWordKinds(std::string_view word);

}  // namespace subs
