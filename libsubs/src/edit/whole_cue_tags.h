// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue_text.h>

namespace subs {

/// True of texts that are not to be put into one cue: ASS has tags that hold for the whole line
/// wherever they stand in it (Aegisub's manual, "ASS Tags": `\an`, `\a`, `\pos`, `\move`, `\org`,
/// `\clip`, `\iclip`, `\fad`, `\fade`), so that those of one text would move, cut or fade the
/// other, too. Texts with the same ones are for one place and can stand in one cue; so can those of
/// which the first alone comes and goes softly, as what is put into it then does. O(n log n).
bool stayApart(const CueText& first, const CueText& second);

}  // namespace subs
