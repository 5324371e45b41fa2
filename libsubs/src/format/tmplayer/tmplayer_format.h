// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

namespace subs {

/// TMPlayer; see README.md beside this.
const Format& tmplayerFormat();

}  // namespace subs
