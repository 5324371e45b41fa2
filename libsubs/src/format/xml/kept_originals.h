// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/xml/cue_owners.h"

#include <cstdint>
#include <map>
#include <optional>
#include <utility>

namespace subs {

/// The cues of a file as it has them, of which a saving needs those that are other than in the
/// document and those that new cues stand beside. `Original` is a format's cue with the places of
/// what it was read from; its first member is the cue.
template <typename Original>
class KeptOriginals {
public:
    /// `document` is borrowed and has an origin.
    KeptOriginals(const Document& document, const WriteOptions& options)
        : owners_(document),
          pieces_(document.origin->pieces.size()),
          wantsAll_(options.rounding != Rounding::Nearest) {}

    /// Takes the next cue of the file; `make` makes the original of it, and is called for those
    /// that are kept.
    template <typename Make>
    void offer(Cue&& read, Make make) {
        const std::uint32_t piece = read.piece.index;
        if (piece >= pieces_) return;
        const Cue* owner = owners_.ownerOf(piece);
        if (owner) read.id = owner->id;
        const bool isFirst = owners_.hasNewFirst() && !first_;
        const bool isChanged = owner && *owner != read;
        if (!isChanged && !isFirst && !wantsAll_ && !owners_.hasNewBeside(piece)) return;
        Original original = make(std::move(read));
        if (isFirst) first_ = original;
        originals_.emplace(piece, std::move(original));
    }

    const CueOwners& owners() const { return owners_; }
    /// Null where it was not kept.
    const Original* find(std::uint32_t piece) const {
        const auto found = originals_.find(piece);
        return found == originals_.end() ? nullptr : &found->second;
    }
    /// What a new cue is written like: the one that it stands beside, else the first of the file.
    /// Null where there is none.
    const Original* besideOf(const Cue& cue) const {
        if (const auto piece = owners_.besideOf(cue)) return find(*piece);
        return first_ ? &*first_ : nullptr;
    }

private:
    CueOwners owners_;
    std::size_t pieces_;
    bool wantsAll_;
    std::optional<Original> first_;
    std::map<std::uint32_t, Original> originals_;
};

}  // namespace subs
