// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace subs::cli {

/// Where the line of `text` that begins at `from` ends, before its line end (LF, CR LF).
inline std::size_t lineEnd(std::string_view text, std::size_t from) {
    std::size_t end = std::min(text.find('\n', from), text.size());
    if (end > from && end < text.size() && text[end - 1] == '\r') --end;
    return end;
}

/// Calls `use(line, lineEnd)` for each line of `text`.
template <class Use>
void forEachLine(std::string_view text, Use use) {
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = lineEnd(text, from);
        const std::size_t next = std::min(text.find('\n', end), text.size() - 1) + 1;
        use(text.substr(from, end - from), text.substr(end, next - end));
        from = next;
    }
}

}  // namespace subs::cli
