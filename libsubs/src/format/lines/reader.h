// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/lines/cue_syntax.h"

#include <memory>

namespace subs::lines {

/// Reads a file of that syntax, part after part. `syntax` may be null: nothing in the file is a cue
/// then, and all of it is kept.
std::unique_ptr<PartReader> partReader(std::unique_ptr<const CueSyntax> syntax,
                                       const ReadOptions& options);

/// Cuts `origin.text` into its pieces and reads the cues; never fails. One pass.
Parsed parsed(Origin origin,
              const FormatInfo& info,
              std::unique_ptr<const CueSyntax> syntax,
              const ReadOptions& options);

/// Lines of the beginning of `text` that cues of `syntax` begin with, weighed: the score is
/// `certain` where cues are most of it, and low where they are few.
Probe probed(std::string_view text, const CueSyntax& syntax, int certain, std::string reason);

}  // namespace subs::lines
