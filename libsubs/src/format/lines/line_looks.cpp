// SPDX-License-Identifier: MIT
#include "format/lines/line_looks.h"

#include "format/emphasis.h"

#include <algorithm>

namespace subs::lines {
namespace {

/// A line without the spaces around its words.
TextLine wordsOf(std::string_view plain, TextLine line) {
    while (line.begin < line.end && plain[line.begin] == ' ')
        ++line.begin;
    while (line.end > line.begin && plain[line.end - 1] == ' ')
        --line.end;
    return line;
}

bool covers(std::uint32_t begin, std::uint32_t end, const TextLine& line) {
    return begin <= line.begin && line.end <= end;
}

bool touches(std::uint32_t begin, std::uint32_t end, const TextLine& line) {
    return begin < line.end && line.begin < end;
}

std::vector<TextLine> wordsOfLines(std::string_view plain) {
    std::vector<TextLine> lines = linesOf(plain);
    for (TextLine& line : lines)
        line = wordsOf(plain, line);
    return lines;
}

}  // namespace

std::vector<bool> emphasisedLines(const BodyContext& context, SpanKind kind) {
    const CueText& text = context.cue.text;
    const auto emphasis = std::ranges::find(kEmphases, kind, &Emphasis::kind);
    const std::vector<EmphasisRange> ranges =
        emphasisRanges(text, kind, emphasis->isIn(context.style));
    const std::vector<TextLine> lines = wordsOfLines(text.plain);
    std::vector<bool> result(lines.size(), false);
    std::size_t next = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        while (next < ranges.size() && ranges[next].end <= lines[i].begin)
            ++next;
        if (next == ranges.size()) break;
        const EmphasisRange& range = ranges[next];
        const bool isEmpty = lines[i].begin == lines[i].end;
        if (isEmpty || !touches(range.begin, range.end, lines[i])) continue;
        result[i] = covers(range.begin, range.end, lines[i]);
        if (!result[i])
            context.lose(emphasis->feature,
                         LossSeverity::Approximated,
                         std::string_view(text.plain).substr(range.begin, range.end - range.begin),
                         "as the rest of its line");
    }
    return result;
}

std::vector<std::string> valuesOfLines(const BodyContext& context,
                                       SpanKind kind,
                                       std::string_view feature) {
    const CueText& text = context.cue.text;
    const std::vector<TextLine> lines = wordsOfLines(text.plain);
    std::vector<std::string> result(lines.size());
    for (const Span& span : text.spans) {
        if (span.kind != kind || span.isPoint()) continue;
        auto line = std::ranges::lower_bound(lines, span.begin, {}, &TextLine::end);
        for (; line != lines.end() && line->begin < span.end; ++line) {
            if (!touches(span.begin, span.end, *line)) continue;
            if (covers(span.begin, span.end, *line))
                result[static_cast<std::size_t>(line - lines.begin())] = span.value;
            else
                context.lose(
                    feature, LossSeverity::Approximated, span.value, "as the rest of its line");
        }
    }
    return result;
}

}  // namespace subs::lines
