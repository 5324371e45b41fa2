// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/format/format.h>

#include "format/ass/event_line.h"
#include "format/edges.h"

namespace subs::ass {

/// The edges of the cues of a document, or of a part of one, as they are written.
class TimesToWrite {
public:
    TimesToWrite(const DocumentPart& part, const WriteOptions& options)
        : document_(part.document),
          options_(options),
          edges_(part.document, options, NegativeTimes::Clamped, part.next) {}

    /// Those of `cue`, which lies in the document, by the rounding of the options, each on its own,
    /// not before 0. The error names the cue.
    Result<EventTimes> of(const Cue& cue) const;

private:
    const Document& document_;
    const WriteOptions& options_;
    EdgeRounder edges_;
};

}  // namespace subs::ass
