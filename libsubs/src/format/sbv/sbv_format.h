// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

namespace subs {

/// YouTube's SBV; see README.md beside this.
const Format& sbvFormat();

}  // namespace subs
