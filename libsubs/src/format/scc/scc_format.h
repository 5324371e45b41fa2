// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

namespace subs {

/// Scenarist closed captions (CTA-608); see README.md beside this.
const Format& sccFormat();

}  // namespace subs
