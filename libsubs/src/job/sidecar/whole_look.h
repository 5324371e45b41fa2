// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>
#include <subs/model/style.h>

#include "job/sidecar/cue_terms.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

// What a cue looks like as a whole, where a format says it by styles whose names are made up when
// it is read (TTML): a document of it takes no other style, so that an edit comes home as marks
// over all of the text, and as a place.
namespace subs {

/// Says by marks over all of `cue`, and by its place where it has none, that it looks as `to` does,
/// where without them it would look as `from`. Sizes are those of the canvas of `home`, its style
/// there; without one, of `from`. Fonts, sizes, colours, emphasis and place; nothing of boxes and
/// margins.
void markWhole(Cue& cue, const Style& from, const Style& to, const Style* home);

/// Gives `edited` the style of `written`, and what it looks like else as marks. Nothing where they
/// have no looks.
void sayLook(const CueInFormat& written, CueInFormat& edited, const Style* home);

/// What cues `places` of `document` would look like in `format` without marks and a place of their
/// own, one for each; nothing where `format` names styles.
std::vector<std::optional<Style>> plainLooks(const Format& format,
                                             const Document& document,
                                             std::span<const std::size_t> places,
                                             const WriteOptions& options);

}  // namespace subs
