// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/cinema/dialect.h"
#include "format/cinema/time_code.h"

#include <cstdint>
#include <optional>

namespace subs::cinema {

/// Error "time.no-timeline" where `dialect` counts frames and nothing says how long one is, and
/// "cinema.edit-rate" for a film that no cinema shows as it is: a rate that is not 24, 25,
/// 30, 48, 50, 60, 96, 100 or 120 (SMPTE ST 428-11, ST 428-21), or that changes.
Result<void> checkRate(Dialect dialect, const FrameTimeline* timeline);

/// The units of a new file: those of the film; 24 a second where there is none, to plan with.
Units newUnits(Dialect dialect, const FrameTimeline* timeline);

/// Rounds the times of a document's cues to units as the options say, not before 0. Each edge is
/// rounded on its own.
class CueUnits {
public:
    CueUnits(const Document& document, const WriteOptions& options, const Units& units)
        : document_(document), options_(options), units_(units) {}

    const Units& units() const { return units_; }
    /// The error names the cue.
    Result<std::int64_t> unit(const Cue& cue, Time time, Edge edge) const;
    /// True where the units are frames of a film that is known, and edges are put on them.
    bool areOfFilm() const;
    /// True where `time` is a whole number of units.
    bool isExact(Time time) const;
    /// True where `unit`, which an edge at `time` is written as, is what the file has, which is
    /// read as `read`, so that its spelling stays.
    bool keeps(Time time, Edge edge, Time read, std::int64_t unit) const;
    /// Reports what `time`, an edge of `cue`, loses as a unit.
    void plan(const Cue& cue, Time time, Edge edge, LossReport& losses) const;

private:
    LossSeverity severityOf(Time time, Edge edge, std::int64_t unit) const;
    Result<std::int64_t> onFrames(Time time, Edge edge) const;

    const Document& document_;
    const WriteOptions& options_;
    Units units_;
};

/// Reports what the times of `document.cues[index]` lose in a new file.
void planTimes(const Document& document,
               std::size_t index,
               const CueUnits& units,
               LossReport& losses);

/// The last that a time code can say: before 30 hours in ST 428-7 (TimeCodeType of its schema,
/// "[0-2][0-9]:…"), before 100 in Interop's ticks, which has two digits.
std::int64_t lastUnit(const Units& units);

}  // namespace subs::cinema
