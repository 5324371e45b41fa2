// SPDX-License-Identifier: MIT
#pragma once

#include <subs/edit/change.h>
#include <subs/format/loss_report.h>

namespace subs {

/// Tells of the author's marks that `change` takes out of texts: U+200B, a place to break a line,
/// and U+2060, a place not to. One behind another of its kind says nothing more and is none.
void addLostMarks(const Change& change, LossReport& losses);

}  // namespace subs
