// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>

#include "format/ass/event_line.h"
#include "format/ass/source.h"
#include "format/ass/values.h"
#include "format/label_count.h"

#include <cstdint>
#include <string_view>

namespace subs::ass {

/// A line that a cue was read from, and what of it is written anew.
struct ChangedLine {
    const EventChanges& changes;
    const EventLayout& layout;
};

/// Counts what event lines cannot hold of their cues.
class CueLosses {
public:
    /// Of cues of `document`, which is from `source`, into `report`. `labels` has the cues before
    /// them. All must outlive this.
    CueLosses(const Document& document,
              Dialect dialect,
              Source source,
              LabelCount& labels,
              LossReport& report);

    /// Each cue is begun, in their order, before it is asked of or added.
    void begin(const Cue& cue);

    /// Of a cue in a new line; `text` is what writing its text lost.
    void addOfNew(const Cue& cue, const EventTimes& times, const TextLosses& text);
    void addOfChanged(const Cue& cue,
                      const EventTimes& times,
                      const TextLosses& text,
                      const ChangedLine& line);

    /// True of times that any event line holds.
    static bool hasPlainTimes(const Cue& cue);
    /// True of a cue that, but for times and text, any event line holds.
    bool isPlainBeside(const Cue& cue) const;

private:
    void planTimes(const Cue& cue, const EventTimes& times, const EventChanges& changed);
    /// Times that the file has no column for.
    void planWithoutColumn(const Cue& cue, const EventChanges& changed);
    void planTooLarge(const Cue& cue, const EventChanges& changed);
    void planText(const Cue& cue, const TextLosses& lost);
    void planBeside(const Cue& cue, const EventChanges& changed);
    void planField(std::string_view feature,
                   const Cue& cue,
                   std::string_view value,
                   EventField field);
    void planMargins(const Cue& cue, const EventChanges& changed);
    void addTimes(std::uint32_t count,
                  std::string_view feature,
                  LossSeverity severity,
                  CueId cue,
                  std::string_view before,
                  std::string_view after);
    bool hasColumn(EventField field) const;

    const Document& document_;
    Dialect dialect_;
    Source source_;
    LabelCount& labels_;
    LossReport& report_;
    const EventLayout* layout_ = nullptr;  ///< Of the line of the cue at hand, where it has one.
    bool saidPrecision_ = false;
    bool isLabelLost_ = false;  ///< Of the cue that was begun.
};

}  // namespace subs::ass
