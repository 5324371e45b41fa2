// SPDX-License-Identifier: MIT
#include "format/ttml/original_walk.h"

#include <cstdint>
#include <utility>

namespace subs::ttml {

OriginalWalk::OriginalWalk(const Document& document,
                           const WriteOptions& options,
                           CueActions actions)
    : CueReader(document.origin->text),
      document_(document),
      actions_(std::move(actions)),
      owners_(document),
      shared_(document.origin->text),
      // What is inside of a cue may have moved where its edges did not; and edges are rounded.
      wantsAll_(options.moved.has_value() || options.rounding != Rounding::Nearest) {}

void OriginalWalk::take(ReadCue read, const Head&) {
    hasSpanCues_ = hasSpanCues_ || read.element != 0;
    const std::uint32_t piece = read.cue.piece.index;
    const Cue* owner = owners_.ownerOf(piece);
    shared_.add(read, owner);
    if (owner) read.cue.id = owner->id;
    const bool isChanged = owner && (wantsAll_ || *owner != read.cue);
    const bool isAfterNew = std::exchange(isFirst_, false) && owners_.hasNewFirst();
    const bool isBeforeNew = owners_.hasNewBeside(piece);
    if (!isChanged && !isAfterNew && !isBeforeNew) return;
    const Original original{
        std::move(read.cue), &read.paragraph, read.element, std::move(read.text)};
    if (isAfterNew) addFrom(0, original);
    if (isChanged) actions_.changed(*owner, original);
    if (isBeforeNew) addFrom(static_cast<std::size_t>(owner - document_.cues.data()) + 1, original);
}

void OriginalWalk::addFrom(std::size_t index, const Original& neighbour) const {
    const std::vector<Cue>& cues = document_.cues;
    for (; index < cues.size() && !owners_.owns(cues[index]); ++index)
        actions_.added(cues[index], neighbour);
}

}  // namespace subs::ttml
