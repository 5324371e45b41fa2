// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>

#include "format/ttml/cue_reader.h"

#include <array>

namespace subs::ttml {

/// Gathers what cues of a file look like beyond what a document says: for `Parsed::unread`.
class UnreadLooks {
public:
    /// Adds what `read` has, whose cue has its id by now: each style once a cue.
    void add(const ReadCue& read, const Head& head);
    LossReport take() { return std::move(losses_); }

private:
    class Cue;

    LossReport losses_;
    std::array<bool, kExtraStyles> areSpelt_{};  ///< The report keeps the words of the first only.
};

}  // namespace subs::ttml
