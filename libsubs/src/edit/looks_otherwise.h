// SPDX-License-Identifier: MIT
#pragma once

#include <subs/edit/stack.h>

#include <vector>

namespace subs {

/// True of styles that are seen alike, whatever their names.
bool sameLook(Style a, const Style& b);

/// What `cue` of the second track has otherwise than one of the first; their styles may be null.
/// The place of a cue of the first becomes that of both, so it is heeded whichever of the two says
/// where it stands.
std::vector<Look> looksOtherwise(const Cue& cue,
                                 const Style* style,
                                 const Cue& first,
                                 const Style* other);

}  // namespace subs
