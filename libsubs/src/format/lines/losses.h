// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/label_count.h"
#include "format/lines/cue_syntax.h"

#include <optional>
#include <string_view>

namespace subs::lines {

/// True of what none of these formats has a place for: comments, and drawings without text.
bool isOmitted(const Cue& cue);

/// When the cue behind `part.document.cues[index]` begins that is written.
std::optional<Time> startBehind(const DocumentPart& part, std::size_t index);

/// The end of `cue` as it is written. Nothing where it is before the start and would stand in a
/// line of its own: a time that ends nothing is a cue.
std::optional<Time> endToWrite(const Cue& cue, const CueSyntax& syntax);

/// The text of `cue` in its file, where it still says what the cue says.
std::optional<std::string_view> untouchedBody(const Document& document,
                                              const Cue& cue,
                                              const CueSyntax& syntax);

/// What is lost of a document but for its cues.
void planDocument(const Document& document, const CueSyntax& syntax, LossReport& losses);
/// What is lost of its cues, and its raw pieces. `labels` has the cues of the parts before.
void planCues(const DocumentPart& part,
              const WriteOptions& options,
              const CueSyntax& syntax,
              LabelCount& labels,
              LossReport& losses);

}  // namespace subs::lines
