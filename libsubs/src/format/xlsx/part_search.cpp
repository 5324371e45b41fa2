// SPDX-License-Identifier: MIT
#include "format/xlsx/part_search.h"

#include "format/xlsx/workbook.h"

#include <algorithm>
#include <cstddef>

namespace subs::xlsx {

bool mentions(const Archive& archive,
              const std::string& part,
              const std::vector<std::string_view>& signs) {
    std::size_t longest = 0;
    for (const std::string_view sign : signs)
        longest = std::max(longest, sign.size());
    bool found = false;
    std::string end;  // of the stretch before
    (void)archive.read(part, kMostXml, [&](std::string_view stretch) {
        end.append(stretch.substr(0, longest));
        found = std::ranges::any_of(signs, [&](std::string_view sign) {
            return end.find(sign) != end.npos || stretch.find(sign) != stretch.npos;
        });
        end = stretch.substr(stretch.size() - std::min(stretch.size(), longest - 1));
        return !found;
    });
    return found;
}

}  // namespace subs::xlsx
