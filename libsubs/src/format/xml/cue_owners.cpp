// SPDX-License-Identifier: MIT
#include "format/xml/cue_owners.h"

#include <cstddef>
#include <limits>

namespace subs {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

}  // namespace

CueOwners::CueOwners(const Document& document)
    : document_(document),
      owners_(document.origin->pieces.size()),
      hasNewBeside_(document.origin->pieces.size()) {
    besides_.reserve(document.cues.size());
    std::uint32_t beside = kNone;
    for (const Cue& cue : document.cues) {
        besides_.push_back(beside);
        const std::uint32_t piece = cue.piece.index;
        const bool isKnown = piece < owners_.size() && owners_[piece] == nullptr;
        hasNew_ = hasNew_ || !isKnown;
        if (isKnown) {
            owners_[piece] = &cue;
            beside = piece;
        } else if (beside != kNone) {
            hasNewBeside_[beside] = true;
        } else {
            hasNewFirst_ = true;
        }
    }
}

const Cue* CueOwners::ownerOf(std::uint32_t piece) const {
    return piece < owners_.size() ? owners_[piece] : nullptr;
}

std::optional<std::uint32_t> CueOwners::besideOf(const Cue& cue) const {
    const auto place = static_cast<std::size_t>(&cue - document_.cues.data());
    if (besides_[place] == kNone) return std::nullopt;
    return besides_[place];
}

bool CueOwners::hasNewBeside(std::uint32_t piece) const {
    return piece < hasNewBeside_.size() && hasNewBeside_[piece];
}

}  // namespace subs
