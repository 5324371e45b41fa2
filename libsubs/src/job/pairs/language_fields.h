// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/edit/unstack.h>
#include <subs/format/format.h>

#include <optional>
#include <string>
#include <string_view>

// Formats whose files have a field for a text in each of two languages.
namespace subs {

/// True of them: XLIFF and TMX (source and target), CSV, TSV and XLSX (a column each).
bool hasLanguageFields(const Format& format);

/// True of tags that may mean one language: the same, or "en" and "en-GB".
bool mayBeOneLanguage(std::string_view a, std::string_view b);

/// The languages of two tracks whose texts are to stand in fields of their own, as tags.
struct FieldLanguages {
    LanguagePair tracks;
    std::string source;  ///< Of a new translation file.
    std::string target;  ///< The other one: the second's, where the first's was not asked for.
};

/// `asked` (`WriteOptions::targetLanguage`) is that of the first where it may be, else the
/// second's. Nothing where the two cannot be told apart: one is not known, or they may be one.
std::optional<FieldLanguages> fieldLanguages(const Document& first,
                                             const Document& second,
                                             std::string_view asked);

/// `document` with a `Language` mark of `language` over each text but those whose lines are marked
/// as several languages; writers of formats with fields know by it which text goes where.
Document markedAs(Document document, std::string_view language);

/// Warning "pair.one-field": that the texts of two tracks share one, why, and what helps.
Diagnostic remarkOneField(const Document& first, const Document& second, const Format& format);

/// True where a table has more than its cues, by the remarks of reading it: columns that mean
/// nothing, rows that are no cues.
bool hasMoreThanCues(const Diagnostics& ofTable);

}  // namespace subs
