// SPDX-License-Identifier: MIT
#pragma once

#include "format/xml/word_table.h"
#include "format/xml/xml_events.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// The attributes of texts that a document has no word for (ST 428-7 and TI 2504760 by their
// schemas). They are read so that they can be told (`Parsed::unread`).
namespace subs::cinema {

/// Such an attribute.
struct ExtraLook {
    std::string_view element;
    std::string_view name;
    std::string_view feature;     ///< A name of format/features.h.
    std::string_view usual = {};  ///< Values that leave a text as it is without, parted by blanks.
    double usualNumber = -1;      ///< The same where numbers of any unit do; -1: none.
};

inline constexpr std::size_t kExtraLooks = 8;
const std::array<ExtraLook, kExtraLooks>& extraLooks();

/// What elements around a text say of each of them: an index of `ExtraLookWords`, or 0.
using ExtraLookValues = std::array<std::uint16_t, kExtraLooks>;

/// What they say in one file.
class ExtraLookWords {
public:
    /// Puts what `tag` says over `values`.
    void read(const XmlTag& tag, ExtraLookValues& values);
    /// `Text Direction="ttb"`; the name is as ST 428-7 has it.
    const std::string& word(std::uint16_t index) const { return words_.word(index); }

private:
    WordTable words_{1};
};

}  // namespace subs::cinema
