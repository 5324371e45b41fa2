// SPDX-License-Identifier: MIT
#pragma once

#include "format/srt/marks.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace subs::srt {

/// Appends `plain` with its tags (`marks`) and word joiners (`guards`), lines joined by
/// `newline`. Tags nest: one that ends inside another closes and opens that again.
void appendMarked(std::string& out,
                  std::string_view plain,
                  const std::vector<Mark>& marks,
                  const std::vector<std::size_t>& guards,
                  std::string_view newline);

/// Appends `plain` without any markup in it, lines joined by `newline`.
void appendPlain(std::string& out, std::string_view plain, std::string_view newline);

}  // namespace subs::srt
