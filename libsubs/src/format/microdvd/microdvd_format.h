// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

namespace subs {

/// MicroDVD; see README.md beside this.
const Format& microdvdFormat();

}  // namespace subs
