// SPDX-License-Identifier: MIT
#pragma once

#include <subs/edit/change.h>
#include <subs/text/writing.h>

#include <cstddef>

namespace subs {

/// `text` written as `options` ask (text/writing.h); spans keep to the characters that they covered
/// (edit/edited_text.h).
CueText written(const CueText& text, const WritingOptions& options);

/// One cue written as asked. Empty where nothing changes. `index` must be inside.
Change withWritten(const Document& document, std::size_t index, const WritingOptions& options);
/// The same for all cues.
Change withAllWritten(const Document& document, const WritingOptions& options);

}  // namespace subs
