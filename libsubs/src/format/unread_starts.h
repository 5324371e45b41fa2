// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include <cstdint>
#include <vector>

// Starts that are typed in a file and cannot be read, or that a format asks for and that are not
// there: the document has one that the reader took instead, and nobody can say where it goes.
namespace subs {

/// One of them.
struct UnreadStart {
    std::uint32_t piece = 0;  ///< Of its cue.
    Time taken;               ///< What the reader took for it.
};

/// The cues of `document` that still begin there, by their ids, ascending. `starts` ascend by their
/// pieces. O(cues).
std::vector<CueId> cuesAt(const std::vector<UnreadStart>& starts, const Document& document);

/// A format whose files may have such.
class UnreadStartsReader {
public:
    UnreadStartsReader() = default;
    UnreadStartsReader(const UnreadStartsReader&) = delete;
    UnreadStartsReader& operator=(const UnreadStartsReader&) = delete;
    virtual ~UnreadStartsReader() = default;

    /// The cues of `document`, which has a file of the format, whose start there cannot be read and
    /// that were not given another since; their ids, ascending. O(n).
    virtual std::vector<CueId> unreadStartsIn(const Document& document) const = 0;
};

}  // namespace subs
