// SPDX-License-Identifier: MIT
#pragma once

#include "format/ttml/vocabulary.h"
#include "format/xml/word_table.h"
#include "format/xml/xml_events.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// The part of TTML's styling (TTML2 §10.2, IMSC 1.1 §7.4, EBU Tech 3380) that a document has no
// word for. It is read so that it can be told (unread_looks.h).
namespace subs::ttml {

/// Which text has to have a style, so that a viewer sees it.
enum class SeenWith : std::uint8_t {
    Text,          ///< Any. What TTML2 does not have inherited shows around what is inside too.
    Ruby,          ///< One of a ruby.
    Part,          ///< A part of a cue; what all of it has is in the style of the cue.
    Region,        ///< One in a region that says so.
    NarrowRegion,  ///< One in a region that is less wide than the picture.
};

/// Such an attribute, or `set` for elements that animate.
struct ExtraStyle {
    Vocabulary vocabulary = Vocabulary::Styling;
    std::string_view name;
    std::string_view feature;  ///< A name of format/features.h.
    SeenWith seenWith = SeenWith::Text;
    std::string_view usual = {};  ///< Values that leave a text as it is without, parted by blanks.
    double usualNumber = -1;      ///< The same where numbers of any unit do; -1: none.
};

inline constexpr std::size_t kExtraStyles = 32;
const std::array<ExtraStyle, kExtraStyles>& extraStyles();

/// What an element says of each of them: an index of `ExtraWords`.
struct ExtraValues {
    std::array<std::uint16_t, kExtraStyles> words{};

    /// Lays `over` over these, where it says something.
    void add(const ExtraValues& over);

    friend bool operator==(const ExtraValues&, const ExtraValues&) = default;
};

/// The values that the extra styles of a file have, as typed.
class ExtraWords {
public:
    static constexpr std::uint16_t kUnsaid = 0;
    static constexpr std::uint16_t kUsual = 1;  ///< Said, and as it is without.

    /// Adds what `attribute` says to `values`, where it is one of them.
    void read(const XmlAttribute& attribute, ExtraValues& values);
    /// Adds to `values` that `tag`, an element in the one that they are of or that one itself,
    /// animates it.
    void readAnimation(const XmlTag& tag, ExtraValues& values);
    /// `tts:lineHeight="125%"` for such a value of `extraStyles()[style]`.
    std::string spelt(std::size_t style, std::uint16_t word) const;

private:
    WordTable words_{kUsual + 1};
};

}  // namespace subs::ttml
