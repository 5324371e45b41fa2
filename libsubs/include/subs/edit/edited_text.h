// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue_text.h>
#include <subs/text/text_edit.h>

#include <span>

namespace subs {

/// `text` with `edits` done to its plain text (ascending, without overlap). Spans keep to the
/// characters that they covered: one that begins or ends inside of an edit covers all that took its
/// place, since that is a syllable; a point inside goes before it. A range that has nothing left to
/// cover goes, and so does an opaque range whose own characters were edited. O(text + spans · log
/// edits).
CueText edited(const CueText& text, std::span<const TextEdit> edits);

/// `text` with all `edits` (the same) done as `replaced` of model/cue_text.h does one: spans keep
/// to the characters that are left of those that they covered, and take in what is put in between
/// them, but nothing at their ends. O(text + spans · log edits).
CueText replaced(const CueText& text, std::span<const TextEdit> edits);

}  // namespace subs
