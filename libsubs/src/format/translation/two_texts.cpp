// SPDX-License-Identifier: MIT
#include "format/translation/two_texts.h"

#include <subs/format/registry.h>
#include <subs/text/language_tag.h>
#include <subs/text/script.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace subs::translation {
namespace {

/// More lines than any cue has are in one language.
constexpr std::size_t kMostLines = 100;

/// As many sources tell their language.
constexpr std::size_t kToldBy = 200;

struct LineBytes {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool isTarget = false;
};

std::vector<LineBytes> linesOf(std::string_view plain) {
    std::vector<LineBytes> lines;
    std::size_t begin = 0;
    for (std::size_t end = plain.find('\n'); end != plain.npos; end = plain.find('\n', begin)) {
        lines.push_back({begin, end});
        begin = end + 1;
    }
    lines.push_back({begin, plain.size()});
    return lines;
}

std::string_view primary(std::string_view language) {
    return language.substr(0, language.find('-'));
}

/// "en-US" is the same as "en", and another than "en-GB".
bool areOne(std::string_view a, std::string_view b) {
    return isSameLanguage(a, b) || isOfLanguage(a, b) || isOfLanguage(b, a);
}

bool isMark(const Span& span) {
    return span.kind == SpanKind::Language;
}

bool isIn(const CueText& text, const LineBytes& line, std::string_view language) {
    for (const Span& span : text.spans) {
        const bool covers = span.begin <= line.begin && span.end >= line.end;
        if (isMark(span) && covers && areOne(span.value, language)) return true;
    }
    if (std::ranges::any_of(text.spans, isMark)) return false;
    const std::string words = text.plain.substr(line.begin, line.end - line.begin);
    return languageByScript(words) == primary(language);
}

/// Takes off the points in `line`, which are of its language and not of the line that is then at
/// its place.
void dropPoints(CueText& text, const LineBytes& line) {
    std::erase_if(text.spans, [&](const Span& span) {
        return span.isPoint() && span.begin >= line.begin && span.begin <= line.end;
    });
}

/// `text` without the lines of one side, and their marks.
CueText without(CueText text, const std::vector<LineBytes>& lines, bool isTarget) {
    for (std::size_t i = lines.size(); i-- > 0;) {
        if (lines[i].isTarget != isTarget) continue;
        dropPoints(text, lines[i]);
        const bool hasBreakBehind = lines[i].end < text.plain.size();
        const std::size_t end = hasBreakBehind ? lines[i].end + 1 : lines[i].end;
        const bool takesBreakBefore = !hasBreakBehind && lines[i].begin > 0;
        text = replaced(text, takesBreakBefore ? lines[i].begin - 1 : lines[i].begin, end, "");
    }
    return text;
}

/// Without marks that say of the whole text what its place in the unit says.
CueText unmarked(CueText text, std::string_view language) {
    std::erase_if(text.spans, [&](const Span& span) {
        return isMark(span) && span.begin == 0 && span.end == text.plain.size() &&
               isSameLanguage(span.value, language);
    });
    return text;
}

}  // namespace

UnitTexts textsIn(const CueText& text, std::string_view language, std::string_view source) {
    UnitTexts texts{text, std::nullopt};
    if (language.empty()) return texts;
    std::vector<LineBytes> lines = linesOf(text.plain);
    if (lines.size() > kMostLines) return texts;
    for (LineBytes& line : lines)
        line.isTarget = isIn(text, line, language);
    const auto targets = std::ranges::count(lines, true, &LineBytes::isTarget);
    const bool areAll = targets == static_cast<std::ptrdiff_t>(lines.size());
    if (areAll && std::ranges::none_of(text.spans, isMark)) return texts;
    if (targets > 0) texts.target = areAll ? text : without(text, lines, false);
    if (targets > 0) texts.source = areAll ? CueText() : without(text, lines, true);
    texts.source = unmarked(std::move(texts.source), source);
    if (texts.target) texts.target = unmarked(*std::move(texts.target), language);
    return texts;
}

std::string sourceLanguageOf(const Document& document, std::string_view target) {
    const std::string& language = document.language;
    const bool isTold = !language.empty() && !areOne(language, target);
    if (target.empty() || isTold) return language;
    Document sources;
    for (std::size_t i = 0; i < std::min(document.cues.size(), kToldBy); ++i) {
        Cue cue;
        cue.text = textsIn(document.cues[i].text, target).source;
        sources.cues.push_back(std::move(cue));
    }
    const std::string likely = likelyLanguage(sources);
    return likely.empty() ? language : likely;
}

}  // namespace subs::translation
