// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/format/loss_report.h>
#include <subs/model/document.h>

#include "format/ttml/edit_context.h"

#include <string>

namespace subs::ttml {

/// Appends a cue of a file with nothing but what changed written anew. Errors: a cue that shall be
/// shown when what is around it is not.
Result<void> appendEdited(std::string& out,
                          const Cue& cue,
                          const Original& original,
                          const EditContext& context);

/// Appends a cue that is not in the file, for the place of `neighbour`: a paragraph beside its
/// paragraph, or a span beside its span.
Result<void> appendAdded(std::string& out,
                         const Cue& cue,
                         const Original& neighbour,
                         const EditContext& context);

/// What of an edit is not written, and what of the file goes with it.
void planEdit(const Cue& cue,
              const Original& original,
              const EditContext& context,
              LossReport& losses);

/// What of a cue that is not in the file is not written.
void planAdded(const Cue& cue,
               const Original& neighbour,
               const EditContext& context,
               LossReport& losses);

}  // namespace subs::ttml
