// SPDX-License-Identifier: MIT
#pragma once

#include "format/byte_range.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace subs {

/// The CDATA section (XML 1.0, 2.7) that place `at` is in, from its "<![CDATA[" to behind its
/// "]]>"; nothing where it is in none. Place 0 of `content` is in no tag, comment or section. What
/// is cut within such a section is no XML any more. O(at).
std::optional<ByteRange> cdataSectionAround(std::string_view content, std::size_t at);

}  // namespace subs
