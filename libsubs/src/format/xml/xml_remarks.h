// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>
#include <subs/text/charset.h>

#include "format/file_remarks.h"
#include "format/xml/xml_events.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace subs {

/// The codes under which a format tells what is wrong with its files as XML.
struct XmlCodes {
    std::string_view notWellFormed;
    std::string_view undeclaredPrefix;
    std::string_view declarations;
    std::string_view limit;
    std::string_view badCharacter;
    std::string_view encoding;
};

/// That text may be missing in what was read behind the first of `flaws` that hides some; nothing
/// where none does. For `Parsed::unread`.
LossReport unreadBehind(std::span<const XmlFlaw> flaws);

void remarkXml(FileRemarks& remarks, const XmlFlaw& flaw, const XmlCodes& codes);

/// What `text` says of its encoding, where that is not what it was read in.
void remarkEncoding(FileRemarks& remarks,
                    std::string_view text,
                    const Encoding& encoding,
                    const XmlCodes& codes);

}  // namespace subs
