// SPDX-License-Identifier: MIT
#include "format/sheet/languages.h"

#include <subs/text/script.h>

#include "format/lines/break_text.h"

#include <algorithm>

namespace subs::sheet {
namespace {

using lines::TextLine;

/// More languages than these are not told apart.
constexpr std::size_t kMostOfOneText = 64;

bool covers(const Span& span, const TextLine& line) {
    return span.begin <= line.begin && span.end >= line.end && !span.isPoint();
}

bool touches(const Span& span, const TextLine& line) {
    return span.begin < line.end && span.end > line.begin;
}

bool isLanguage(const Span& span) {
    return span.kind == SpanKind::Language && !span.value.empty() && !span.isPoint();
}

/// The marks of languages around the lines of a text, which are asked for in their order.
class LineSpans {
public:
    explicit LineSpans(const CueText& text) : spans_(text.spans) {}

    /// The first of a language among `known` (null: of any) that `holds` of a line; null where none
    /// does.
    const Span* find(const TextLine& line,
                     const std::vector<std::string>* known,
                     bool (*holds)(const Span&, const TextLine&)) {
        while (first_ < spans_.size() && spans_[first_].end < line.begin)
            ++first_;
        for (std::size_t i = first_; i < spans_.size() && spans_[i].begin <= line.end; ++i) {
            const Span& span = spans_[i];
            if (!isLanguage(span) || !holds(span, line)) continue;
            if (!known || std::ranges::find(*known, span.value) != known->end()) return &span;
        }
        return nullptr;
    }

private:
    const std::vector<Span>& spans_;
    std::size_t first_ = 0;  ///< Those before it end before the line.
};

std::string_view lineOf(const CueText& text, const TextLine& line) {
    return std::string_view(text.plain).substr(line.begin, line.end - line.begin);
}

/// The language of a line that no mark is on: by its script, else that of the line before.
std::string unmarkedLanguage(std::string_view line,
                             const std::vector<std::string>& known,
                             const std::string& before) {
    if (known.empty()) return before;
    std::string guess = languageByScript(line);
    const bool isKnown = !guess.empty() && std::ranges::find(known, guess) != known.end();
    return isKnown ? guess : before;
}

LanguagePart& partFor(std::vector<LanguagePart>& parts, std::string_view language) {
    const auto found = std::ranges::find(parts, language, &LanguagePart::language);
    if (found != parts.end()) return *found;
    return parts.emplace_back(LanguagePart{std::string(language), {}});
}

}  // namespace

CueText stacked(std::span<const LanguagePart> parts) {
    CueText text;
    for (const LanguagePart& part : parts) {
        if (part.plain.empty()) continue;
        if (!text.plain.empty()) text.plain += '\n';
        const auto begin = static_cast<std::uint32_t>(text.plain.size());
        text.plain += part.plain;
        if (!part.language.empty())
            text.spans.push_back({SpanKind::Language,
                                  begin,
                                  static_cast<std::uint32_t>(text.plain.size()),
                                  part.language});
    }
    return text;
}

std::vector<std::string> languagesOf(const CueText& text) {
    std::vector<std::string> languages;
    if (std::ranges::none_of(text.spans, isLanguage)) return languages;
    bool hasLanguage = false;
    LineSpans spans(text);
    for (const TextLine& line : lines::linesOf(text.plain)) {
        const Span* span = spans.find(line, nullptr, covers);
        hasLanguage = hasLanguage || span;
        const std::string language = span ? span->value : std::string();
        if (languages.size() <= kMostOfOneText &&
            std::ranges::find(languages, language) == languages.end())
            languages.push_back(language);
    }
    return hasLanguage ? languages : std::vector<std::string>();
}

std::vector<LanguagePart> partsOf(const CueText& text, const std::vector<std::string>& known) {
    std::vector<LanguagePart> parts;
    std::string before;
    LineSpans spans(text);
    for (const TextLine& line : lines::linesOf(text.plain)) {
        const Span* span = spans.find(line, &known, covers);
        if (!span) span = spans.find(line, &known, touches);
        const std::size_t count = parts.size();
        LanguagePart& part = partFor(
            parts, span ? span->value : unmarkedLanguage(lineOf(text, line), known, before));
        if (parts.size() == count) part.plain += '\n';
        part.plain += lineOf(text, line);
        before = part.language;
    }
    return parts;
}

CueText markedByScript(CueText text, std::string_view first, std::string_view second) {
    if (text.plain.empty() || std::ranges::any_of(text.spans, isLanguage)) return text;
    const std::string_view primary = second.substr(0, second.find('-'));
    std::vector<Span> marks;
    for (const TextLine& line : lines::linesOf(text.plain)) {
        std::string language = languageByScript(lineOf(text, line));
        if (language == primary)
            language = second;
        else if (!language.empty() && !first.empty())
            language = first;
        // Digits and signs alone go with the line before.
        const bool goesOn = !marks.empty() && (language.empty() || marks.back().value == language);
        const auto end = static_cast<std::uint32_t>(line.end);
        if (goesOn)
            marks.back().end = end;
        else if (!language.empty())
            marks.push_back({SpanKind::Language,
                             marks.empty() ? 0 : static_cast<std::uint32_t>(line.begin),
                             end,
                             std::move(language)});
    }
    text.spans.insert(text.spans.end(), marks.begin(), marks.end());
    std::ranges::stable_sort(text.spans, {}, &Span::begin);
    return text;
}

CueText onlyLanguages(const CueText& text) {
    CueText result{text.plain, {}};
    std::ranges::copy_if(text.spans, std::back_inserter(result.spans), isLanguage);
    return result;
}

}  // namespace subs::sheet
