// SPDX-License-Identifier: MIT
#pragma once

#include "format/xml/xml_events.h"

#include <cstdint>
#include <optional>
#include <string_view>

// The two kinds of files that cinemas show subtitles from. They say the same in nearly the same
// words.
namespace subs::cinema {

enum class Dialect : std::uint8_t {
    Dcdm,     ///< SMPTE ST 428-7, of 2007, 2010 and 2014.
    Interop,  ///< CineCanvas, Texas Instruments 2504760.
};

/// How a dialect spells what both have.
struct DialectWords {
    Dialect dialect = Dialect::Dcdm;
    std::string_view id;
    std::string_view name;
    std::string_view root;
    std::string_view underline;
    std::string_view valign;
    std::string_view halign;
    std::string_view vposition;
    std::string_view hposition;
    std::string_view noFade;
};

const DialectWords& wordsOf(Dialect dialect);

/// Which words the name of an element is from.
enum class Vocabulary : std::uint8_t { None, Dcst, DcstBefore2014, Other };

/// How names are told apart for `visitXml`.
extern const XmlVocabularies kVocabularies;

/// The namespace of new files of ST 428-7.
inline constexpr std::string_view kNewestNamespace =
    "http://www.smpte-ra.org/schemas/428-7/2014/DCST";

/// True of names that differ in the case of ASCII letters alone: the dialects' attributes do.
bool isSameName(std::string_view a, std::string_view b);

/// The value of an attribute, however its name's letters are; nothing where `tag` has none.
std::optional<std::string_view> valueIn(const XmlTag& tag, std::string_view name);

}  // namespace subs::cinema
