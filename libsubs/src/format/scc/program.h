// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/format/format.h>
#include <subs/model/style_index.h>

#include "format/frame_edges.h"
#include "format/scc/layout.h"
#include "format/scc/showing_walk.h"
#include "format/time_codes.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace subs::scc {

/// The captions of a document, and what loads them.
class Program {
public:
    /// Tells `losses`, which may be null, what is lost.
    Program(const Document& document,
            const WriteOptions& options,
            TimeCodes codes,
            LossReport* losses);

    /// Those of all cues.
    ShowingWalk showings();
    /// The frames of one cue; two at least.
    Showing showingOf(std::size_t index);
    /// What loads a caption. Rows of cues that are not in it are forgotten: captions are asked for
    /// in the order of time. What a cue loses is told the first time. Errors: those of `rowsOf`,
    /// and "scc.too-many-rows".
    Result<std::vector<PlacedRow>> rowsFor(const Showing& showing);
    /// True of cues that there is no place for: comments, and those without text.
    static bool isOmitted(const Cue& cue);

    const TimeCodes& codes() const { return codes_; }
    std::string clockOf(std::int64_t frame) const { return codes_.textOf(Frame{frame}); }
    const FrameEdges& edges() const { return edges_; }
    const StyleIndex& styles() const { return styles_; }

private:
    Result<const CueRows*> madeRows(std::size_t index);

    const Document& document_;
    StyleIndex styles_;
    TimeCodes codes_;
    FrameEdges edges_;
    LossReport* losses_;
    std::map<std::size_t, CueRows> rows_;  ///< Of the cues of the last caption, by their places.
    std::vector<bool> isTold_;             ///< By cue: what its rows lose.
};

}  // namespace subs::scc
