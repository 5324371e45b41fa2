// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue_text.h>

#include "format/xml/xml_events.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// The two kinds of files that translation tools exchange: a unit a cue, with its text in one
// language or two.
namespace subs::translation {

enum class Dialect : std::uint8_t {
    Xliff,  ///< OASIS XLIFF 2.0, 2.1, 2.2.
    Tmx,    ///< TMX 1.4b.
};

std::string_view idOf(Dialect dialect);

/// Which words the name of an element is from.
enum class Vocabulary : std::uint8_t {
    None,
    Xliff,
    OldXliff,  ///< 1.2 and before.
    Metadata,  ///< The metadata module of XLIFF.
    Xml,
    Other,
};

/// How names are told apart for `visitXml`.
extern const XmlVocabularies kVocabularies;

inline constexpr std::string_view kXliffNamespace = "urn:oasis:names:tc:xliff:document:2.0";
inline constexpr std::string_view kMetadataNamespace = "urn:oasis:names:tc:xliff:metadata:2.0";

/// What an inline code of a kind is called: in XLIFF the `type` and `subType` of pc, ph and sc, in
/// TMX the `type` of bpt and ph.
struct CodeName {
    SpanKind kind = SpanKind::Opaque;
    std::string_view xliffType;
    std::string_view xliffSubType;
    std::string_view tmxType;
};

const CodeName& codeNameOf(SpanKind kind);
std::optional<SpanKind> kindNamed(Dialect dialect, std::string_view name);

/// What a line break is called.
inline constexpr std::string_view kXliffBreak = "xlf:lb";
inline constexpr std::string_view kTmxBreak = "lb";

/// The tag that a file's `language` is, "km" for "Khmer"; itself where it is none.
std::string tagOf(std::string_view language);

/// True of language tags that differ in nothing but the case of letters.
bool isSameLanguage(std::string_view a, std::string_view b);

}  // namespace subs::translation
