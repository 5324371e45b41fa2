// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include <memory>

namespace subs::srt {

/// Reads `origin.text`; never fails. One pass over the lines.
Parsed parsed(Origin origin, const ReadOptions& options);

/// Reads the parts of one file.
std::unique_ptr<PartReader> partReader();

}  // namespace subs::srt
