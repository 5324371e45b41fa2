// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/edit/partner_times.h>
#include <subs/edit/stack.h>
#include <subs/edit/unstack.h>
#include <subs/job/unpair_files.h>

#include "job/pairs/unpair_sorter.h"

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace subs {

/// Adds the cues of dialogue without a text, and those of `startless`, which have no partner, to
/// those that are alone. Drawings are none of them.
void noteNobodys(const Document& first,
                 const Document& second,
                 const Startless& startless,
                 Stacked& told);

/// Adds what is to be said of two tracks that were put into one, by file.
void remarkPairing(const Document& first,
                   const Document& second,
                   const Startless& startless,
                   const Stacked& told,
                   std::array<Diagnostics, 2>& diagnostics);

/// Adds that a file of the same format was made anew: a warning where a table had more than cues.
void remarkNewFile(std::string_view code, Diagnostics& diagnostics);

/// Adds "unpair.missing" for each language that some cues have no text in.
void remarkMissing(const Document& document, const Unpaired& told, Diagnostics& diagnostics);

/// Adds "unpair.uneven": that what was parted may be one language.
void remarkDoubt(const Document& document,
                 const Unstacked& parts,
                 const ChosenSorter& chosen,
                 Diagnostics& diagnostics);

/// Adds "unpair.contrary" for each of the cues whose letters and style are of two languages.
void remarkContrary(const Document& document, const ChosenSorter& chosen, Diagnostics& diagnostics);

/// Adds "unpair.one-line" of the cues at `parted`, whose lines held both languages.
void remarkPartedLines(const Document& document,
                       const std::vector<std::size_t>& parted,
                       Diagnostics& diagnostics);

/// Adds what is to be said of a track that was parted: "unpair.unclear", "unpair.guessed".
void remarkParting(const Document& document, const Unstacked& told, Diagnostics& diagnostics);

}  // namespace subs
