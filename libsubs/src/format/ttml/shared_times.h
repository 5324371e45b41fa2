// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>
#include <subs/time/time_map.h>

#include "format/byte_range.h"
#include "format/still_times.h"
#include "format/ttml/cue_reader.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Times in a paragraph whose cues are its spans, of what is in none of these: a `set` directly in
// the `p`, which colours whatever is shown then.
namespace subs::ttml {

/// Collects them with the cues that they are beside, and moves them as these were moved.
class SharedTimes {
public:
    /// `file` is borrowed.
    explicit SharedTimes(std::string_view file) : file_(file) {}

    /// The next cue of the file, and as it is now; null where it is gone.
    void add(const ReadCue& read, const Cue* now);

    struct Tag {
        ByteRange at;
        std::string text;  ///< In place of what is there.
    };
    struct Result {
        std::vector<Tag> tags;  ///< In the order of the file.
        /// Of those whose cues were moved and that stay: the cues did not all go one way (a shift,
        /// or a scale), the paragraph is a sequence, or they would begin before it does.
        StillTimes still;
    };
    Result run(const Parameters& parameters) const;

private:
    struct Group {
        std::size_t paragraph = 0;  ///< Where it begins in the file.
        bool isSequence = false;
        std::vector<TimedTag> tags;
        std::vector<AnchorPoint> edges;  ///< Of the cues.

        bool isMoved() const;
    };

    bool addMoved(const Group& group, const Parameters& parameters, std::vector<Tag>& tags) const;

    std::string_view file_;
    std::vector<Group> groups_;
    std::size_t paragraph_ = static_cast<std::size_t>(-1);  ///< The last one that was looked at.
};

}  // namespace subs::ttml
