// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

namespace subs {

/// Tables of values parted by commas (RFC 4180) or semicolons; see README.md beside this.
const Format& csvFormat();
/// The same parted by tabs.
const Format& tsvFormat();

}  // namespace subs
