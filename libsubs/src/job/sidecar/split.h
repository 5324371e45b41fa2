// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>

#include <cstddef>
#include <span>
#include <vector>

namespace subs {

/// How many of `parts`, of which the first is what became of `whole`, say together what `whole`
/// says, spaces and line breaks aside; 0 where they do not, or where the first says all of it.
std::size_t partsOf(const Cue& whole, std::span<const Cue> parts);

/// `cue` cut in as many as there are `parts`, which say together what it says or nearly so: marks
/// and all else go with the characters. Times are those of the parts. Nothing where the texts do
/// not fit.
std::vector<Cue> splitAs(const Cue& cue, std::span<const Cue> parts);

}  // namespace subs
