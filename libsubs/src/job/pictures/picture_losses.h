// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>
#include <subs/model/document.h>

#include <string_view>

namespace subs {

/// What cues of `document` lose on the way into pictures, besides that they are pictures: what the
/// renderer's format cannot say of their looks, what moves, and stretches of the file that are no
/// cues.
LossReport paintingLosses(const Document& document);

/// The text of `cue` is a picture.
void addPictured(const Cue& cue, LossReport& losses);
/// Nothing is drawn of `cue`, so that it is not written.
void addBlank(const Cue& cue, LossReport& losses);

/// True where an override tag of `cue` says where it stands, whatever else is shown.
bool isPlacedByHand(const Cue& cue);

}  // namespace subs
