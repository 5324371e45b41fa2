// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/format/loss_report.h>
#include <subs/model/document.h>

#include "format/cinema/cue_reader.h"
#include "format/cinema/cue_units.h"
#include "format/cinema/text_writer.h"

#include <string>

namespace subs::cinema {

/// A cue as its file has it, with all that is needed to read it again.
struct Original {
    Cue cue;
    Spot spot;
    SpotText text;
};

/// What an edit is done with.
struct EditContext {
    const Document& document;
    const Reel& reel;
    const CueUnits& units;
};

/// Appends a cue of a file with nothing but what changed written anew.
Result<void> appendEdited(std::string& out,
                          const Cue& cue,
                          const Original& original,
                          const EditContext& context);

/// Appends a cue that is not in the file, which looks like `like`.
Result<void> appendAdded(std::string& out,
                         const Cue& cue,
                         const Original& like,
                         const EditContext& context);

/// What of an edit is not written.
void planEdit(const Cue& cue,
              const Original& original,
              const EditContext& context,
              LossReport& losses);

/// What of a cue that is not in the file is not written, and what it has from `like` alone.
void planAdded(const Cue& cue,
               const Original& like,
               const EditContext& context,
               LossReport& losses);

}  // namespace subs::cinema
