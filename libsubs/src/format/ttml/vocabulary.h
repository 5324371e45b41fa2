// SPDX-License-Identifier: MIT
#pragma once

#include "format/xml/xml_events.h"

#include <cstdint>
#include <string_view>

namespace subs::ttml {

/// Which words a name is from: what an XML namespace of a TTML file stands for.
enum class Vocabulary : std::uint8_t {
    None,           ///< No namespace; attributes without a prefix.
    Tt,             ///< Elements of TTML.
    Parameter,      ///< ttp:
    Styling,        ///< tts:
    Metadata,       ///< ttm:
    Xml,            ///< xml:
    ImscParameter,  ///< ittp:
    ImscStyling,    ///< itts:
    EbuMetadata,    ///< ebuttm:
    EbuStyling,     ///< ebutts:
    Smpte,          ///< smpte: of SMPTE ST 2052-1
    Apple,
    Netflix,
    Other,
};

/// How names of TTML are told apart for `visitXml`.
extern const XmlVocabularies kVocabularies;

/// What namespace `uri` stands for: those of TTML 1 and 2 (TTML2 §5.1), of its drafts of 2004 to
/// 2006 that old DFXP files have, and of its profiles.
Vocabulary vocabularyOf(std::string_view uri);

/// What a prefix that its file does not declare is usually bound to.
Vocabulary vocabularyOfPrefix(std::string_view prefix);

/// The namespace itself, as new files have it; empty for `None` and `Other`.
std::string_view uriOf(Vocabulary vocabulary);

}  // namespace subs::ttml
