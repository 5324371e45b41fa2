// SPDX-License-Identifier: MIT
#pragma once

#include <subs/edit/change.h>
#include <subs/text/writing.h>

namespace subs {

/// `text` written as `options` ask (text/writing.h); spans keep to the characters that they covered
/// (edit/edited_text.h).
CueText written(const CueText& text, const WritingOptions& options);

/// All cues written as asked. Empty where nothing changes.
Change withAllWritten(const Document& document, const WritingOptions& options);

}  // namespace subs
