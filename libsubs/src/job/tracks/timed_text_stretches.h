// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/format/loss_report.h>
#include <subs/job/container_port.h>

#include "job/tracks/timed_text_sample.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace subs::tracks {

/// A cue as timed text has it.
struct TimedTextCue {
    std::size_t number = 0;  ///< In its document, from 1.
    CueId id;
    std::int64_t start = 0;  ///< In ticks.
    std::int64_t end = 0;    ///< Behind the start.
    std::string text;        ///< Not empty.
    std::vector<StyleRecord> styles;
};

/// The samples of `cues`, which are in the order of the document: none is shown beside another. See
/// timed_text_writer.h. O((n + m) log n) for m bytes of samples.
Result<std::vector<TextPacket>> timedTextSamples(const std::vector<TimedTextCue>& cues,
                                                 TickRate rate,
                                                 LossReport& losses);

}  // namespace subs::tracks
