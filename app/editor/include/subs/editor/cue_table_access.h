// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace subs::editor {

/// Teaches Qt what a screen reader is to find in a `CueTableView`: a table whose cells read the
/// model's `AccessibleTextRole`, else what they show. (Qt knows only its own table classes.) Once,
/// before the first view.
void installCueTableAccess();

}  // namespace subs::editor
