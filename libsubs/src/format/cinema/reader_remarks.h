// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include "format/cinema/cue_reader.h"
#include "format/file_remarks.h"

#include <string_view>

// What was imperfect in a cinema file, as remarks with codes "cinema.…".
namespace subs::cinema {

void remarkXml(FileRemarks& remarks, const XmlFlaw& flaw);
void remarkFlaw(FileRemarks& remarks, const SpotFlaw& flaw);
void remarkCue(FileRemarks& remarks, const ReadCue& read);
void remarkFile(FileRemarks& remarks,
                std::string_view text,
                const Encoding& encoding,
                const Reel& reel,
                const Document& document);

}  // namespace subs::cinema
