// SPDX-License-Identifier: MIT
#pragma once

#include "format/file_remarks.h"
#include "format/vtt/blocks.h"
#include "format/vtt/cue_body.h"

#include <string_view>

namespace subs::vtt {

/// What the reader says of a file, a block and a cue. `text` is the whole file's.
void remarkNoSignature(FileRemarks& remarks);
void remarkNoCues(FileRemarks& remarks);
void remarkNul(FileRemarks& remarks, std::string_view text);
/// Of blocks that are no cues.
void remarkBlock(FileRemarks& remarks, std::string_view text, const Block& block);
void remarkTimes(FileRemarks& remarks, const Block& block);
/// `word` of the settings of `block` means nothing.
void remarkSetting(FileRemarks& remarks,
                   std::string_view text,
                   const Block& block,
                   std::string_view word);
/// `markup` is what `body` was read from.
void remarkBody(FileRemarks& remarks,
                const Block& block,
                std::string_view markup,
                const CueBody& body);

}  // namespace subs::vtt
