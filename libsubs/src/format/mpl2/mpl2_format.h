// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

namespace subs {

/// MPL2; see README.md beside this.
const Format& mpl2Format();

}  // namespace subs
