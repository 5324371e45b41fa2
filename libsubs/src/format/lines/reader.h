// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/lines/cue_syntax.h"

#include <memory>

namespace subs::lines {

/// Reads a file of that syntax, part after part. `headRemarks` stand before all others.
std::unique_ptr<PartReader> partReader(std::unique_ptr<const CueSyntax> syntax,
                                       const ReadOptions& options,
                                       Diagnostics headRemarks);

/// True where a cue of `syntax` begins in `text`: what a header says of all cues stands before it.
bool hasCue(std::string_view text, const CueSyntax& syntax);

/// Cuts `origin.text` into its pieces and reads the cues; never fails. One pass. `syntax` may be
/// null: nothing in the file is a cue then, and all of it is kept.
Parsed parsed(Origin origin,
              const FormatInfo& info,
              std::unique_ptr<const CueSyntax> syntax,
              const ReadOptions& options,
              Diagnostics headRemarks = {});

/// Lines of the beginning of `text` that cues of `syntax` begin with, weighed: the score is
/// `certain` where cues are most of it, and low where they are few.
Probe probed(std::string_view text, const CueSyntax& syntax, int certain, std::string reason);

}  // namespace subs::lines
