// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include "format/file_remarks.h"
#include "format/ttml/cue_reader.h"

#include <string_view>

namespace subs::ttml {

/// What the reader says of a file as XML, of values in it, of a cue, and of the whole.
void remarkXml(FileRemarks& remarks, const XmlFlaw& flaw);
void remarkFlaw(FileRemarks& remarks, const ContentFlaw& flaw);
void remarkCue(FileRemarks& remarks, const ReadCue& read);
void remarkFile(FileRemarks& remarks,
                std::string_view text,
                const Encoding& encoding,
                const Head& head,
                const Document& document);

}  // namespace subs::ttml
