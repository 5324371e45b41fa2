// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/clusters.h>

#include <cstdint>
#include <memory>
#include <string_view>

namespace subs {

/// What finds the words of unspaced Khmer.
enum class KhmerEngine : std::uint8_t {
    Lexicon,  ///< The likeliest words of our own lexicon.
    Icu,      ///< ICU's dictionary.
};

/// Finds words and places where a line may end: Khmer by `KhmerEngine`, all else by ICU's
/// dictionaries and UAX #14/#29, guarded in Khmer. Never inside an orthographic cluster, never
/// before the repetition sign U+17D7. A prefix (ការ, អ្នក, ...) stays with its word, a lone
/// consonant goes back to the word it was cut from, ។ល។ stays whole. A line never begins with a
/// Khmer stop or closing punctuation, after a space neither, never ends with an opening quote or
/// bracket, and keeps a number with its unit; it may end between Khmer and letters of another
/// script. It may always end at an author's U+200B (even before a stop), never at U+2060.
///
/// Holds ICU iterators, which cost a millisecond to open: make one and keep it. One thread at a
/// time.
class Segmenter {
public:
    /// `language` is a BCP 47 tag; it decides the rules of scripts that several languages share.
    explicit Segmenter(std::string_view language = "km", KhmerEngine engine = KhmerEngine::Lexicon);
    Segmenter(Segmenter&&) noexcept;
    Segmenter& operator=(Segmenter&&) noexcept;
    ~Segmenter();

    /// Byte offsets between words inside `text` (neither 0 nor its size), ascending. Spaces,
    /// punctuation and U+200B are words of their own. O(n). Invalid UTF-8 is treated as U+FFFD.
    Offsets wordBoundaries(std::string_view text);
    /// Byte offsets at which a line of `text` may end, ascending, without 0 and its size. O(n).
    Offsets lineBreaks(std::string_view text);

private:
    struct Iterators;
    std::unique_ptr<Iterators> iterators_;
};

}  // namespace subs
