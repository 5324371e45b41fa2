// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/edit/stack.h>
#include <subs/edit/unstack.h>

#include <array>

namespace subs {

/// Adds what is to be said of two tracks that were put into one, by file.
void remarkPairing(const Document& first,
                   const Document& second,
                   const Stacked& told,
                   std::array<Diagnostics, 2>& diagnostics);

/// Adds what is to be said of a track that was parted: "unpair.unclear", "unpair.guessed".
void remarkParting(const Document& document, const Unstacked& told, Diagnostics& diagnostics);

}  // namespace subs
