// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>
#include <subs/model/document.h>

namespace subs {

/// True of a text with U+000D, which files have by reference alone (`&#13;`, JSON's `\r`): as a
/// rule what is left of a line end of two characters.
bool hasCarriageReturn(const CueText& text);

/// Makes line breaks of them, one of each pair with a line feed, with a loss for the cue: a file of
/// lines would end the line or the cue there, each reader in its own way.
void breakAtCarriageReturns(Cue& cue, LossReport& losses);

}  // namespace subs
