// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

namespace subs::json {

/// Reads `origin.text`; never fails. What is behind a flaw is kept and not read. O(n).
Parsed parsed(Origin origin, const ReadOptions& options);

Probe probed(std::string_view text);

/// The name that files have in their member `format`, and the version that we write and know.
inline constexpr std::string_view kFormatName = "subs-json";
inline constexpr int kVersion = 1;

}  // namespace subs::json
