// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/edges.h"
#include "format/frame_edges.h"
#include "format/ttml/parameters.h"
#include "format/ttml/time_expression.h"

#include <cstdint>
#include <optional>

namespace subs::ttml {

/// An edge of a cue, and the attribute that says it.
struct CueEdge {
    const Cue& cue;
    Time time;
    Edge edge = Edge::Start;
    TimeForm form = TimeForm::Clock;
    Fraction origin;  ///< What the attribute counts from.
};

/// What an edge is written as.
struct WrittenEdge {
    Fraction seconds;
    /// Which frame (of a tick rate: which tick) it is, where it is written as one.
    std::optional<std::int64_t> frame;
};

/// The unit that an edge of a cue is written in, for new files and edited ones alike. Times that
/// count frames are frames, as in all formats that have them (`FrameEdges`): with a film those that
/// a player shows first and last, without one the nearest. So are time codes, and frames by the
/// metric "f", of time base "smpte"; of the others what counts by the film's own rate, where it
/// says exactly when the frame begins. All else is milliseconds. Each edge is written on its own.
class EdgeUnits {
public:
    /// `parameters`: of the file that is written. All are borrowed. `rule` puts edges on frames.
    EdgeUnits(const Document& document,
              const WriteOptions& options,
              const Parameters& parameters,
              Rounding rule);

    /// The error names the cue.
    Result<WrittenEdge> written(const CueEdge& edge) const;
    /// True where the file, in which the edge is read as `read`, says the same already.
    bool keeps(const CueEdge& edge, const WrittenEdge& written, Time read) const;
    /// True of an edge that is put on a frame of a film.
    bool isOnFilm(const WrittenEdge& written) const;
    /// Reports what an edge loses as a frame; nothing where it is none.
    void plan(const CueEdge& edge, const WrittenEdge& written, LossReport& losses) const;
    /// The unit of times that have no film to be put on: a frame, a millisecond where none are
    /// counted.
    Time step() const;

private:
    std::optional<FrameEdges> framesAt(Fraction perSecond) const;
    const FrameEdges* framesOf(TimeForm form) const;
    bool isCounted(FrameRate rate, TimeForm form) const;
    bool saysExactly(Fraction seconds, TimeForm form) const;

    const Document& document_;
    const WriteOptions& options_;
    const Parameters& parameters_;
    Rounding rule_;
    EdgeRounder edges_;
    /// Of the frames and the ticks of the file; nothing of a rate that no film has.
    std::optional<FrameEdges> frames_;
    std::optional<FrameEdges> ticks_;
};

}  // namespace subs::ttml
