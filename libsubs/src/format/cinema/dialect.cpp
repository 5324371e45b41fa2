// SPDX-License-Identifier: MIT
#include "format/cinema/dialect.h"

#include "text/letter_kinds.h"

#include <algorithm>
#include <array>

namespace subs::cinema {
namespace {

constexpr DialectWords kDcdm{Dialect::Dcdm,
                             "dcdm",
                             "DCDM subtitles (SMPTE ST 428-7)",
                             "SubtitleReel",
                             "Underline",
                             "Valign",
                             "Halign",
                             "Vposition",
                             "Hposition",
                             "00:00:00:00"};

constexpr DialectWords kInterop{Dialect::Interop,
                                "interop",
                                "Interop cinema subtitles (CineCanvas)",
                                "DCSubtitle",
                                "Underlined",
                                "VAlign",
                                "HAlign",
                                "VPosition",
                                "HPosition",
                                "0"};

XmlVocabulary numberOf(Vocabulary vocabulary) {
    return static_cast<XmlVocabulary>(vocabulary);
}

/// Those of 2007, 2010 and 2014, and what a later one may be.
XmlVocabulary ofUri(std::string_view uri) {
    const bool isDcst =
        uri.find("smpte-ra.org/schemas/428-7/") != uri.npos && uri.ends_with("/DCST");
    const bool isEarly =
        uri.find("/428-7/2007/") != uri.npos || uri.find("/428-7/2010/") != uri.npos;
    if (isDcst) return numberOf(isEarly ? Vocabulary::DcstBefore2014 : Vocabulary::Dcst);
    return numberOf(uri.empty() ? Vocabulary::None : Vocabulary::Other);
}

XmlVocabulary ofPrefix(std::string_view prefix) {
    return numberOf(prefix == "dcst" ? Vocabulary::Dcst : Vocabulary::Other);
}

}  // namespace

const XmlVocabularies kVocabularies{0, ofUri, ofPrefix};

const DialectWords& wordsOf(Dialect dialect) {
    return dialect == Dialect::Dcdm ? kDcdm : kInterop;
}

bool isSameName(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, loweredLatin, loweredLatin);
}

std::optional<std::string_view> valueIn(const XmlTag& tag, std::string_view name) {
    for (const XmlAttribute& attribute : tag.attributes)
        if (attribute.vocabulary == 0 && isSameName(attribute.name, name)) return attribute.value;
    return std::nullopt;
}

}  // namespace subs::cinema
