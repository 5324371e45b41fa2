// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

namespace subs {

/// Workbooks of Excel (ECMA-376); see README.md beside this.
const Format& xlsxFormat();

}  // namespace subs
