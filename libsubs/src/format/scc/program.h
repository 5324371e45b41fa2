// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/format/format.h>
#include <subs/model/style_index.h>

#include "format/frame_edges.h"
#include "format/scc/layout.h"
#include "format/time_codes.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace subs::scc {

/// One caption that is to be written: what is on the screen from one frame to another.
struct Showing {
    std::int64_t begin = 0;
    std::int64_t end = 0;
    std::vector<std::size_t> cues;  ///< Places in the document, in its order.
};

/// The captions of a document. Closed captions have one screen: cues that are shown at one time
/// become one caption as long as that lasts.
class Program {
public:
    /// Tells `losses`, which may be null, what is lost.
    Program(const Document& document,
            const WriteOptions& options,
            TimeCodes codes,
            LossReport* losses);

    /// Those of all cues, in the order of time. Errors: those of `rowsOf`.
    Result<std::vector<Showing>> showings();
    /// The frames of one cue; two at least.
    Showing showingOf(std::size_t index);
    /// What loads a caption.
    Result<std::vector<PlacedRow>> rowsFor(const Showing& showing);
    /// True of cues that there is no place for: comments, and those without text.
    static bool isOmitted(const Cue& cue);

    const TimeCodes& codes() const { return codes_; }
    std::string clockOf(std::int64_t frame) const { return codes_.textOf(Frame{frame}); }
    const FrameEdges& edges() const { return edges_; }
    const StyleIndex& styles() const { return styles_; }

private:
    const Document& document_;
    StyleIndex styles_;
    TimeCodes codes_;
    FrameEdges edges_;
    LossReport* losses_;
    std::vector<std::optional<CueRows>> rows_;  ///< By cue, as far as they are made.
};

}  // namespace subs::scc
