// SPDX-License-Identifier: MIT
#pragma once

#include <subs/edit/stack.h>
#include <subs/format/loss_report.h>
#include <subs/model/document.h>

#include <array>
#include <cstdint>

namespace subs {

/// What two tracks lose by being put into one, whatever format it is written in; cue n is that of
/// the file. `told` is of the same tracks. Times that are another track's are approximated, so are
/// ends that cues have not of their own, styles and places; times inside of a text, and margins,
/// layers, settings, effects, speakers and names of cues of the second are dropped.
std::array<LossReport, 2> lossesOfPairing(const Document& first,
                                          const Document& second,
                                          const Stacked& told);

/// Adds what the head of the second track's file says and that of the pair does not: its title, how
/// lines are wrapped and outlines grow.
void reportHead(const Document& second, const Document& joined, LossReport& losses);

/// Adds what tags and effects of the second count on a canvas of its own and have the same numbers
/// on `canvas`, that of the result: approximated (`scaledTo`).
void reportUnscaled(const Document& second, const Canvas& canvas, LossReport& losses);

/// Who says in the result how far from the edges of the picture a text stands.
enum class MarginsOf : std::uint8_t { Styles, Nobody };

/// Adds where styles of the two tracks stood, "style Default: 10, 10, 10" (left, right, vertical),
/// and where they stand in `joined`, which `inTwoStyles` made of them: `margins` and `alignment`,
/// approximated; margins that nobody has in the result are dropped. Sizes that were made those of
/// another canvas look the same.
void reportMovedStyles(const Document& first,
                       const Document& second,
                       const Document& joined,
                       MarginsOf margins,
                       std::array<LossReport, 2>& losses);

}  // namespace subs
