// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>
#include <subs/model/document.h>
#include <subs/model/style.h>

#include <string_view>

// What formats lose that have no word for it beside the text of their cues.
namespace subs {

/// What is no cue in the file that `document` is from (format/asides.h), each by a line of it: the
/// frame of the cues for information, all else as dropped.
void reportRaw(const Document& document, LossReport& losses);
/// The same without what is told for information alone: of a file in whose place a new one of its
/// own format is written.
void reportDroppedRaw(const Document& document, LossReport& losses);
/// True of what `reportRaw` reports.
bool isOfRaw(const LossItem& loss);
/// Its styles; `after` says what is shown instead.
void reportStyles(const Document& document, std::string_view after, LossReport& losses);
/// A language that is no tag of BCP 47, as files of XML spell one, and has none near to it.
void reportLanguage(const Document& document, LossReport& losses);
/// What `Cue::settings`, which are not empty, are: fades, or coordinates.
std::string_view featureOfSettings(std::string_view settings);
/// True where `Cue::settings` say something that the alignment of `cue` does not.
bool saysMoreThanPlace(const Document& document, const Cue& cue);
void reportCanvas(const Document& document, LossReport& losses);
/// Layer, margins and effect.
void reportLayout(const Cue& cue, LossReport& losses);
/// The same of a format that has no margins, neither of cues nor of styles: those of `style`, which
/// `cue` is shown in (null: none), too where they put it further from an edge than the middle of
/// the ninth of the picture that is written, a sixth of the height or width.
void reportLayout(const Document& document, const Cue& cue, const Style* style, LossReport& losses);

}  // namespace subs
