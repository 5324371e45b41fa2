// SPDX-License-Identifier: MIT
#pragma once

#include "format/ttml/cue_reader.h"
#include "format/ttml/edit_context.h"
#include "format/ttml/unread_thing.h"

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace subs::ttml {

/// A start tag that paragraphs of a file have, and what it makes of their text.
struct TypicalTag {
    std::string text;   ///< Without what its paragraph alone is: its language, role, being hidden.
    std::string style;  ///< As the document names it.
    Look look;
    std::vector<UnreadThing> things;  ///< What a paragraph with this tag has, as typed.
};

/// What paragraphs of a file usually look like, for new ones: those of a new cue's style, else most
/// of those that have nothing which the new cue does not say itself, else most of all.
class TypicalTags {
public:
    /// `tag`: of its paragraph, as typed.
    void add(const ReadCue& read, std::string_view tag, const Head& head);
    /// Of the elements that stand in such as `neighbour` does and in its region; null where
    /// `neighbour` is no paragraph, and where `cue` is a part of it that was cut off. Valid as long
    /// as nothing is added.
    const TypicalTag* likeFor(const Cue& cue, const Original& neighbour) const;

private:
    struct Entry {
        TypicalTag tag;
        StyleValues around;
        RegionChoice region;
        std::size_t count = 0;

        bool isIn(const StyleValues& values, RegionChoice place) const {
            return around == values && region == place;
        }
    };

    std::map<std::string, std::vector<Entry>, std::less<>> entries_;  ///< By style.
};

}  // namespace subs::ttml
