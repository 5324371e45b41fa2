// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/normalise.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace subs {

/// The characters that cannot be seen, or not be told from a space.
enum class InvisibleKind : std::uint8_t {
    ZeroWidthSpace,  ///< U+200B: the author's place to break a line.
    WordJoiner,      ///< U+2060: the author's place not to.
    NonJoiner,       ///< U+200C
    Joiner,          ///< U+200D
    NoBreakSpace,    ///< U+00A0
    ByteOrderMark,   ///< U+FEFF
    SoftHyphen,      ///< U+00AD
};

inline constexpr std::size_t kInvisibleKinds =
    static_cast<std::size_t>(InvisibleKind::SoftHyphen) + 1;

/// "U+200B"
std::string_view nameOf(InvisibleKind kind);

enum class InvisibleUse : std::uint8_t {
    Keep,
    Lint,   ///< It stays, and is told of.
    Strip,  ///< It goes; U+00A0 becomes a plain space.
};

/// What is done with each kind.
struct InvisibleTable {
    std::array<InvisibleUse, kInvisibleKinds> uses{};

    InvisibleUse& operator[](InvisibleKind kind) { return uses[static_cast<std::size_t>(kind)]; }
    InvisibleUse operator[](InvisibleKind kind) const {
        return uses[static_cast<std::size_t>(kind)];
    }
};

/// What a reader, the model and a writer do unasked: all is kept; what has no use in a text
/// (U+FEFF, U+00AD, joiners that join nothing) is told of.
InvisibleTable importedInvisibles();
/// The same use for all kinds.
InvisibleTable invisiblesAll(InvisibleUse use);

/// One invisible character: the bytes [begin, end) of a text.
struct FoundInvisible {
    InvisibleKind kind = InvisibleKind::ZeroWidthSpace;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    friend bool operator==(const FoundInvisible&, const FoundInvisible&) = default;
};

/// Those of `text`, first to last, that `table` wants told of. A joiner that has something to join
/// is never among them: U+200C behind a shifter, and both beside letters or pictures of another
/// script. O(n).
std::vector<FoundInvisible> invisiblesIn(std::string_view text, const InvisibleTable& table);

/// `text` without those that `table` strips. Joiners that have something to join stay. O(n).
Normalised withoutInvisibles(std::string_view text, const InvisibleTable& table);

/// `text` as a person may see it: each invisible character by its name, "⟨ZWSP⟩", "⟨WJ⟩", "⟨ZWNJ⟩",
/// "⟨ZWJ⟩", "⟨NBSP⟩", "⟨BOM⟩", "⟨SHY⟩". The edits lead back. O(n).
Normalised withInvisiblesShown(std::string_view text);

/// `text` with U+200B at each of `places`, ascending byte offsets such as those of
/// `Segmenter::lineBreaks`, that have Khmer on a side, no space, and no U+200B or U+2060 yet; never
/// U+2060. O(n).
Normalised withZeroWidthSpaces(std::string_view text, const std::vector<std::uint32_t>& places);

}  // namespace subs
