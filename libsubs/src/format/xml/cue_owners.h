// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace subs {

/// Which cue of a document has each piece of its file: the first that says so. The others are new,
/// and stand beside the nearest one before them that is in the file.
class CueOwners {
public:
    /// `document` is borrowed and has an origin.
    explicit CueOwners(const Document& document);

    /// Null where no cue has the piece.
    const Cue* ownerOf(std::uint32_t piece) const;
    bool owns(const Cue& cue) const { return ownerOf(cue.piece.index) == &cue; }
    /// The piece that `cue`, one of the document, stands beside; nothing before the first.
    std::optional<std::uint32_t> besideOf(const Cue& cue) const;
    /// True where a cue of the document is not in the file.
    bool hasNew() const { return hasNew_; }
    /// True where a new cue stands beside a piece.
    bool hasNewBeside(std::uint32_t piece) const;
    /// True where new cues stand before all that are in the file.
    bool hasNewFirst() const { return hasNewFirst_; }

private:
    const Document& document_;
    std::vector<const Cue*> owners_;      ///< By piece.
    std::vector<bool> hasNewBeside_;      ///< By piece.
    std::vector<std::uint32_t> besides_;  ///< By cue.
    bool hasNewFirst_ = false;
    bool hasNew_ = false;
};

}  // namespace subs
