// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course.h"

#include <cstddef>
#include <vector>

namespace subs::media::speech {

/// A rough run of speech may be this much longer than found, to both sides.
constexpr std::size_t kRoughness = 25;
/// Frames that are looked at beyond that.
constexpr std::size_t kHeardMargin = 140;

/// The parts of the rough run of speech `rough` in which something is heard, by the level of what
/// passes: from the first rise to the last fall, parted at pauses. A pause lasts 130 ms at least,
/// longer than stops within a word, and is silent or has a low score. `within` is what the run may
/// reach to. The run itself where nothing is heard.
std::vector<Run> heardParts(const Course& course, Run rough, Run within);

}  // namespace subs::media::speech
