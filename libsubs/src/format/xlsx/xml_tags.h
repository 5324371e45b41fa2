// SPDX-License-Identifier: MIT
#pragma once

#include "format/byte_range.h"

#include <cstddef>
#include <optional>
#include <string_view>

// The tags of a part, which is known to be well-formed, where they stand.
namespace subs::xlsx {

struct XmlTag {
    ByteRange at;
    std::string_view name;  ///< Without its prefix.
    bool isEnd = false;
    bool isEmpty = false;
};

/// The next tag from `at` on, which moves behind it.
std::optional<XmlTag> nextTag(std::string_view xml, std::size_t& at);

/// The value of the attribute `name` of a tag, where it stands.
std::optional<ByteRange> attributeIn(std::string_view xml,
                                     const XmlTag& tag,
                                     std::string_view name);

/// True of a part that says it is in another encoding than UTF-8, which what is new is in.
bool isOtherEncoding(std::string_view xml);

}  // namespace subs::xlsx
