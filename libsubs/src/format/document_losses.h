// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>
#include <subs/model/document.h>

#include <string_view>

// What formats lose that have no word for it beside the text of their cues.
namespace subs {

/// How bad it is that the stretches of `document` which are no cues are not written: `Dropped` for
/// SubRip, which has nothing but cues, so that they are text that was not understood; of other
/// formats they are headers and notes.
LossSeverity rawSeverity(const Document& document);
/// Those stretches, each by its first line.
void reportRaw(const Document& document, LossReport& losses);
/// Its styles; `after` says what is shown instead.
void reportStyles(const Document& document, std::string_view after, LossReport& losses);
/// A language that is no tag of BCP 47, as files of XML spell one, and has none near to it.
void reportLanguage(const Document& document, LossReport& losses);
void reportCanvas(const Document& document, LossReport& losses);
/// Layer, margins and effect.
void reportLayout(const Cue& cue, LossReport& losses);

}  // namespace subs
