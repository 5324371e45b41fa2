// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/clusters.h>
#include <subs/text/glossary.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace subs {

/// What finds the words of unspaced Khmer.
enum class KhmerEngine : std::uint8_t {
    Lexicon,  ///< The likeliest words of our own lexicon.
    Icu,      ///< ICU's dictionary.
    Author,   ///< Nothing: words end where the author put U+200B, at spaces and at punctuation.
};

struct SegmentOptions {
    /// A BCP 47 tag; it decides what scripts of several languages do.
    std::string language = "km";
    KhmerEngine engine = KhmerEngine::Lexicon;
    Glossary glossary = {};  ///< Words that stay whole; of use to `KhmerEngine::Lexicon`.
};

/// The words of a text and the places where a line of it may end, as `Segmenter` finds them.
struct Segments {
    Offsets words;
    Offsets lineBreaks;
};

/// Finds words and places where a line may end: Khmer by `KhmerEngine`, all else by ICU's
/// dictionaries and UAX #14/#29, guarded in Khmer, Thai, Lao and Burmese. Never inside an
/// orthographic cluster. A repetition sign (ៗ ๆ ໆ) is a word, but no line begins with it. A line
/// never ends after a Khmer prefix (ការ, អ្នក, ...), though a word may (អ្នក is a pronoun too), nor
/// beside a lone consonant; ។ល។ stays whole. In these scripts a line never begins with a stop or
/// closing punctuation, after a space neither, never ends with an opening quote or bracket, and
/// keeps a number with its unit; it may end beside letters of another script. It may always end at
/// an author's U+200B (even before a stop), never at U+2060.
///
/// Holds ICU iterators, which cost a millisecond to open: make one and keep it. One thread at a
/// time.
class Segmenter {
public:
    explicit Segmenter(const SegmentOptions& options = {});
    /// With the options of nothing but a language.
    explicit Segmenter(std::string_view language);
    Segmenter(Segmenter&&) noexcept;
    Segmenter& operator=(Segmenter&&) noexcept;
    ~Segmenter();

    /// Byte offsets between words inside `text` (neither 0 nor its size), ascending. Spaces,
    /// punctuation and U+200B are words of their own. O(n). Invalid UTF-8 is treated as U+FFFD.
    Offsets wordBoundaries(std::string_view text);
    /// Byte offsets at which a line of `text` may end, ascending, without 0 and its size. O(n).
    Offsets lineBreaks(std::string_view text);
    /// Both, in less time than one after the other. O(n).
    Segments segments(std::string_view text);

private:
    struct Iterators;
    std::unique_ptr<Iterators> iterators_;
};

}  // namespace subs
