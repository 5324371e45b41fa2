// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/edges.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

namespace subs {

/// The frames that a file counts, from its beginning.
struct FrameCount {
    FrameRate rate;
    std::int64_t first = 0;  ///< The lowest number that can be written; may be below 0.
    std::int64_t last = 0;   ///< The highest.
};

/// The frame of `film` that is shown from an edge at `time` on: the first of a cue that starts
/// there, the one after the last of a cue that ends there.
Frame frameFrom(const FrameTimeline& film, Time time, Edge edge, Rounding rule);

/// What the frames of a file, `rate` a second from its beginning, have for frame `frame` of `film`:
/// the same number where the film has that rate; in one of another rate the last frame that begins
/// no later than that of the film, which a player of the film shows from there on, so that what was
/// written once stays. Stamps of a container are whole milliseconds, and may be early by as much.
std::int64_t fileFrameOf(const FrameTimeline& film, Frame frame, FrameRate rate);

/// True where an edge at either time means the same frame of `film` by `rule`, a frame rule.
bool areOfOneFrame(const FrameTimeline& film, Time a, Time b, Edge edge, Rounding rule);

/// The frames of the edges of a document's cues, for formats whose files count frames at a rate of
/// their own. By a frame rule a cue is shown on the film's frames; by `Floor` and `Nearest` on
/// those of the file at or before, and nearest to, its times. Equal edges stay equal.
class FrameEdges {
public:
    FrameEdges(const Document& document, const WriteOptions& options, FrameCount frames)
        : FrameEdges(document, options, frames, options.rounding) {}
    /// By another rule than that of the options.
    FrameEdges(const Document& document,
               const WriteOptions& options,
               FrameCount frames,
               Rounding rule);

    FrameRate rate() const { return frames_.rate; }
    /// The first frame of a cue that starts at `time`, or the one after the last of a cue that ends
    /// there.
    std::int64_t frameOf(Time time, Edge edge) const;
    /// The same, also where there is no such frame in the file.
    std::int64_t unclampedFrameOf(Time time, Edge edge) const;
    Time timeOf(std::int64_t frame) const { return timeline_.timeOf(Frame{frame}); }
    /// See `EdgeRounder`.
    Time endOf(std::size_t index) const { return edges_.endOf(index); }

    /// Writes the number of a frame as the format does.
    using Spelling = std::function<std::string(std::int64_t)>;
    /// Reports what the times of `document.cues[index]` lose. `source`: whether they are those of
    /// the file that it was read from.
    enum class Source : std::uint8_t { OwnFile, Elsewhere };
    void plan(std::size_t index, Source source, const Spelling& spelt, LossReport& losses) const;
    /// Reports what `time`, an edge of `cue`, loses.
    void planEdge(
        const Cue& cue, Time time, Edge edge, const Spelling& spelt, LossReport& losses) const;

    /// True of an edge that lies behind the last frame that can be written.
    bool isBeyond(Time time, Edge edge) const;

private:
    void planMove(
        const Cue& cue, Time time, Edge edge, const Spelling& spelt, LossReport& losses) const;

    const Document& document_;
    Rounding rule_;
    const FrameTimeline* film_;  ///< Null where times are not put on its frames.
    FrameCount frames_;
    FrameTimeline timeline_;  ///< Of the file's frames.
    EdgeRounder edges_;
};

}  // namespace subs
