// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>

#include "format/xlsx/archive.h"
#include "format/xlsx/workbook.h"

namespace subs::xlsx {

/// What people say in a workbook and in no cell of `sheet`, as lost: comments on its cells (as
/// "note") and what the workbook says of itself, title, author and the like (as "metadata"). What
/// programs write by themselves is nothing. Of parts that are damaged or too large, as far as they
/// are read.
LossReport lostBesideCells(const Archive& archive, const Sheet& sheet);

}  // namespace subs::xlsx
