// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>

#include "format/xlsx/archive.h"

#include <string>
#include <string_view>
#include <vector>

namespace subs::xlsx {

/// A way from one part of a workbook to another (ECMA-376-2, 9.3).
struct Relation {
    std::string id;
    std::string type;
    std::string part;  ///< The name of the other part; empty where it is outside of the workbook.

    /// True of one whose type, an address, ends with "/" and `name`: strict workbooks (ECMA-376-1)
    /// and those of Excel have different addresses.
    bool isOf(std::string_view name) const;
};

/// The part with the relations of `part`, or of the whole workbook where that is empty.
std::string relationsPartOf(const std::string& part);

/// Those of `part`, in their order; none where it has none. Errors: those of `readPart`.
Result<std::vector<Relation>> relationsOf(const Archive& archive, const std::string& part);

}  // namespace subs::xlsx
