// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/clusters.h>

#include <string>
#include <string_view>

namespace testing {

/// `text` with `|` at each of the offsets.
inline std::string parted(std::string_view text, const subs::Offsets& offsets) {
    std::string result;
    std::size_t begin = 0;
    for (const std::uint32_t offset : offsets) {
        result += text.substr(begin, offset - begin);
        result += '|';
        begin = offset;
    }
    return result += text.substr(begin);
}

}  // namespace testing
