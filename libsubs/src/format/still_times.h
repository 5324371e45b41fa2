// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace subs {

/// What in a file has times of its own and is of no cue, so that it stays where it is when cues are
/// moved.
struct StillTimes {
    std::size_t pictures = 0;
    std::size_t animations = 0;        ///< Of boxes and blocks of text.
    std::vector<std::string> columns;  ///< Of a table, that say times beside those that are read.
    std::uint32_t line = 0;            ///< Of the first of them.
};

/// A format whose files may have such.
class StillTimesReader {
public:
    StillTimesReader() = default;
    StillTimesReader(const StillTimesReader&) = delete;
    StillTimesReader& operator=(const StillTimesReader&) = delete;
    virtual ~StillTimesReader() = default;

    /// Those of the file of `document`, which has one, of the format; its cues are where they were
    /// moved to. O(n).
    virtual StillTimes stillTimesIn(const Document& document) const = 0;
};

}  // namespace subs
