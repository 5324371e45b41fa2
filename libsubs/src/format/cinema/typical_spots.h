// SPDX-License-Identifier: MIT
#pragma once

#include "format/cinema/cue_edit.h"

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace subs::cinema {

/// True of what a subtitle has itself, and not from the letters around it or beside its tags.
bool isOfSubtitle(const UnreadLook& look);

/// What subtitles of a file usually look like, for new ones: those of a new cue's style, else most
/// of those that have nothing which the new cue does not say itself (a direction, a depth), else
/// most of all.
class TypicalSpots {
public:
    void add(const ReadCue& read);
    /// Of those in such letters as `neighbour`, which is itself among them; that where `cue` is a
    /// part of it that was cut off. Valid as long as nothing is added.
    const Original& likeFor(const Cue& cue, const Original& neighbour) const;

private:
    struct Entry {
        Original original;
        std::size_t count = 0;
        std::size_t things = 0;  ///< That the subtitle itself has.
    };

    std::map<std::string, std::vector<Entry>, std::less<>> entries_;  ///< By style.
};

}  // namespace subs::cinema
