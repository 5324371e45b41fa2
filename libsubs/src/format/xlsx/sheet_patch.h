// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>

#include <string>
#include <string_view>

namespace subs::xlsx {

/// `xml`, the part of a sheet, whose text (`textOf`) was `before`, so that it is `after`. Rows are
/// where their lines are: cells of one that is new get the looks of those above them, a row that
/// moves takes its cells along. Only cells whose text is another are written anew, as texts. What
/// lies outside of the rows, and what they have besides cells, stays. Error "xlsx.damaged".
Result<std::string> patchedSheet(std::string_view xml,
                                 std::string_view before,
                                 std::string_view after);

}  // namespace subs::xlsx
