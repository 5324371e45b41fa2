// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/text_edit.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// Tags over the bytes [begin, end) of a text; a point has no closing tag.
struct Mark {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string open;
    std::string_view close;
};

/// Appends `plain` with its tags, lines joined by `newline`, and with `edits` done, which escape
/// what would be taken for markup and are outside of line breaks. Marks are in the order of their
/// beginnings, those of one beginning from the outermost in. Tags nest: one that ends inside
/// another closes and opens that again.
void appendMarked(std::string& out,
                  std::string_view plain,
                  const std::vector<Mark>& marks,
                  std::span<const TextEdit> edits,
                  std::string_view newline);

/// Appends `plain` without any markup in it, lines joined by `newline`.
void appendPlain(std::string& out, std::string_view plain, std::string_view newline);

}  // namespace subs
