// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>
#include <subs/model/document.h>

#include <string_view>

// What formats lose that have no word for it beside the text of their cues.
namespace subs {

/// The stretches of the file that are no cues, each by its first line.
void reportRaw(const Document& document, LossReport& losses);
/// Its styles; `after` says what is shown instead.
void reportStyles(const Document& document, std::string_view after, LossReport& losses);
void reportCanvas(const Document& document, LossReport& losses);
/// Layer, margins and effect.
void reportLayout(const Cue& cue, LossReport& losses);

}  // namespace subs
