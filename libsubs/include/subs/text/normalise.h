// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/text_edit.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// How much the normaliser may do.
enum class NormalisePolicy : std::uint8_t {
    /// What looks the same afterwards or was plainly meant, and concerns the encoding: the order of
    /// signs (Khmer Encoding Structure, page 16), doubled U+17D2, split vowels, the order of a
    /// subscript RO, ុ for a shifter, U+17A3, 17A4 and 17D8, U+17B4 and 17B5, invisible characters.
    Safe,
    /// Also old spellings of lunar dates into U+19E0–19FF, which not every font has.
    Full,
};

/// A subscript DA and a subscript TA look the same in nearly every font; dictionaries write both.
enum class CoengDa : std::uint8_t { Keep, FoldToTa };

/// Which invisible characters go.
enum class InvisiblePolicy : std::uint8_t {
    InClusters,  ///< Those inside a syllable only: without that nothing else can be put right.
    Tidy,        ///< Also needless U+200B, joiners that join nothing, U+FEFF, U+00AD beside Khmer.
    Strip,       ///< Also every U+200B and U+2060: for keys.
};

struct NormaliseOptions {
    NormalisePolicy policy = NormalisePolicy::Safe;
    CoengDa coengDa = CoengDa::Keep;
    InvisiblePolicy invisibles = InvisiblePolicy::Tidy;
};

/// A text put right, and what was done: `edits` over the old text make the new one. An edit takes
/// whole syllables or single invisible characters.
struct Normalised {
    std::string text;
    std::vector<TextEdit> edits;

    OffsetMap map() const { return OffsetMap(edits); }
};

/// `text` with its Khmer put right. What has no right answer stays as it is (text/conformance.h
/// names it), and so does every other script: nothing here is NFC, which damages Khmer. Twice is
/// the same as once. Bytes that are no UTF-8 stay. O(n), also for 10,000 signs on one letter.
Normalised normalised(std::string_view text, const NormaliseOptions& options = {});

/// `text` in NFC but for its Khmer, which stays byte for byte. In a run of more than 64 code points
/// that would be put together as one, marks are not sorted past the 64th.
Normalised withNfcOutsideKhmer(std::string_view text);

/// Where a caret that stood at `old` is in `result`: never inside a cluster.
std::size_t caretAfter(const Normalised& result, std::size_t old);

}  // namespace subs
