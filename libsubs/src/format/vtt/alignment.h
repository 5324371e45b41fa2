// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>

#include "format/vtt/settings.h"

#include <optional>
#include <string>
#include <string_view>

// WebVTT places cues by lines and percentages, other formats at nine places of the picture.
namespace subs::vtt {

/// Which ninth of the picture `settings` put a cue in; nothing where they do not move it from the
/// usual place, or it is written from top to bottom. A line of text is taken for one of fifteen, as
/// many as WebVTT §7.2 puts on a picture.
std::optional<Alignment> alignmentOf(const CueSettings& settings);

/// True of settings, as they are typed, that say nothing but what `alignmentOf` makes of them: an
/// edge or the middle of the picture, and nothing that is not understood.
bool isPlaceAlone(std::string_view settings);

/// `settings` as they are typed, with what they say of place changed to `alignment`.
std::string settingsWith(std::string_view settings, std::optional<Alignment> alignment);

}  // namespace subs::vtt
