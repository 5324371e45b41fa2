// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

namespace subs {

/// LRC, with times inside of lines; see README.md beside this.
const Format& lrcFormat();

}  // namespace subs
