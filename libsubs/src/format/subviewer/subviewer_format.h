// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

namespace subs {

/// SubViewer 1 and 2; see README.md beside this.
const Format& subviewer1Format();
const Format& subviewerFormat();

}  // namespace subs
