// SPDX-License-Identifier: MIT
#include "job/pairs/language_fields.h"

#include <subs/text/language_tag.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace subs {
namespace {

constexpr std::array<std::string_view, 5> kWithFields = {"xliff", "tmx", "csv", "tsv", "xlsx"};

/// How the remarks of a table end that are about what is in no cue.
constexpr std::array<std::string_view, 4> kMore = {
    ".unknown-column", ".no-time", ".no-rate", ".bad-time"};

/// True of a text that has lines in several languages, as a table with a column for each has.
bool isInSeveral(const CueText& text) {
    const Span* first = nullptr;
    for (const Span& span : text.spans) {
        if (span.kind != SpanKind::Language) continue;
        const bool isOfLines = (span.begin == 0 || text.plain[span.begin - 1] == '\n') &&
                               (span.end == text.plain.size() || text.plain[span.end] == '\n');
        if (isOfLines && first != nullptr && first->value != span.value) return true;
        if (isOfLines) first = &span;
    }
    return false;
}

}  // namespace

bool hasLanguageFields(const Format& format) {
    return std::ranges::find(kWithFields, format.info().id) != kWithFields.end();
}

bool mayBeOneLanguage(std::string_view a, std::string_view b) {
    return a == b || isOfLanguage(a, b) || isOfLanguage(b, a);
}

std::optional<FieldLanguages> fieldLanguages(const Document& first,
                                             const Document& second,
                                             std::string_view asked) {
    LanguagePair tracks{nearestLanguageTag(first.language), nearestLanguageTag(second.language)};
    const bool isFirst = !asked.empty() && mayBeOneLanguage(asked, tracks.first);
    if (!asked.empty() && !isFirst) tracks.second = asked;
    if (tracks.first.empty() || tracks.second.empty() ||
        mayBeOneLanguage(tracks.first, tracks.second))
        return std::nullopt;
    FieldLanguages fields{tracks, tracks.first, tracks.second};
    if (isFirst) std::swap(fields.source, fields.target);
    return fields;
}

Document markedAs(Document document, std::string_view language) {
    for (Cue& cue : document.cues) {
        CueText& text = cue.text;
        // A drawing without words has a language, too: that of its track.
        if ((text.plain.empty() && text.spans.empty()) || isInSeveral(text)) continue;
        const auto end = static_cast<std::uint32_t>(text.plain.size());
        text.spans.insert(text.spans.begin(), {SpanKind::Language, 0, end, std::string(language)});
    }
    return document;
}

Diagnostic remarkOneField(const Document& first, const Document& second, const Format& format) {
    const std::string& language = first.language.empty() ? second.language : first.language;
    const std::string why = first.language.empty() || second.language.empty()
                                ? fmt::format("which language the {} track is in is not known",
                                              first.language.empty() ? "first" : "second")
                                : fmt::format("both tracks seem to be in {}", language);
    return {Severity::Warning,
            0,
            0,
            "pair.one-field",
            fmt::format("{}, so that both texts of a cue stand in one field of {}; --lang A,B says "
                        "which two languages they are, and each gets a field of its own",
                        why,
                        format.info().name)};
}

bool hasMoreThanCues(const Diagnostics& ofTable) {
    return std::ranges::any_of(ofTable, [](const Diagnostic& remark) {
        return std::ranges::any_of(
            kMore, [&](std::string_view ending) { return remark.code.ends_with(ending); });
    });
}

}  // namespace subs
