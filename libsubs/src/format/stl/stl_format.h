// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

namespace subs {

/// EBU STL (EBU Tech 3264); see README.md beside this.
const Format& stlFormat();

}  // namespace subs
