// SPDX-License-Identifier: MIT
#include "job/pairs/table_sides.h"

#include <subs/edit/text_parts.h>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace subs {
namespace {

/// The language of the mark over `line` of `text`.
std::string languageOf(const CueText& text, std::string_view line) {
    const auto begin = static_cast<std::size_t>(line.data() - text.plain.data());
    const auto mark = std::ranges::find_if(text.spans, [&](const Span& span) {
        return span.kind == SpanKind::Language && span.begin <= begin &&
               span.end >= begin + line.size();
    });
    return mark == text.spans.end() ? std::string() : mark->value;
}

/// The languages of one cue, the upper one first.
std::vector<std::string> languagesIn(const CueText& text) {
    std::vector<std::string> languages;
    if (text.plain.empty()) return languages;
    for (const std::string_view line : linesIn(text.plain)) {
        std::string language = languageOf(text, line);
        if (std::ranges::find(languages, language) == languages.end())
            languages.push_back(std::move(language));
    }
    return languages;
}

}  // namespace

std::map<std::string, CueText> columnsIn(const CueText& text) {
    std::map<std::string, CueText> columns;
    if (text.plain.empty()) return columns;
    for (const std::string_view line : linesIn(text.plain)) {
        const auto [column, isNew] = columns.try_emplace(languageOf(text, line));
        if (!isNew) column->second.plain += '\n';
        column->second.plain += line;
    }
    return columns;
}

std::vector<std::string> languagesOfColumns(const Document& document) {
    std::vector<std::string> all;
    for (const Cue& cue : document.cues) {
        auto below = all.end();
        const std::vector<std::string> own = languagesIn(cue.text);
        for (std::size_t i = own.size(); i-- > 0;) {
            const auto found = std::ranges::find(all, own[i]);
            below = found != all.end() ? found : all.insert(below, own[i]);
        }
    }
    return all;
}

}  // namespace subs
