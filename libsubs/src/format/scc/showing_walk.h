// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace subs::scc {

/// One caption that is to be written: what is on the screen from one frame to another.
struct Showing {
    std::int64_t begin = 0;
    std::int64_t end = 0;
    std::vector<std::size_t> cues;  ///< Places in the document, in its order.
};

/// The frames of one cue; there are some.
struct CueFrames {
    std::int64_t begin = 0;
    std::int64_t end = 0;
    std::size_t cue = 0;  ///< Its place in the document.
};

/// Captions one after the other, in the order of time. There is one screen: cues that are shown at
/// one time become one caption as long as that lasts. O(n log n), where few are shown at one time.
class ShowingWalk {
public:
    explicit ShowingWalk(std::vector<CueFrames> cues);

    /// Nothing behind the last.
    std::optional<Showing> next();
    /// The next is the first again.
    void restart();

private:
    void dropEnded();
    void addBegun();
    std::int64_t nextEdge() const;

    std::vector<CueFrames> cues_;    ///< By their first frames.
    std::vector<CueFrames> active_;  ///< Shown at `at_`.
    std::size_t next_ = 0;           ///< The first of `cues_` that is not shown yet.
    std::int64_t at_ = 0;
};

}  // namespace subs::scc
