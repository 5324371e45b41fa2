// SPDX-License-Identifier: MIT
#include "format/lowering.h"

#include <subs/base/utf8.h>
#include <subs/format/capabilities.h>
#include <subs/format/features.h>

#include "format/damaged_text.h"
#include "format/respelling.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <string>
#include <vector>

namespace subs {
namespace {

struct Structure {
    SpanKind kind;
    std::string_view feature;
    LossSeverity severity;
};

constexpr std::array<Structure, 7> kStructures{{
    {SpanKind::Voice, feature::kVoice, LossSeverity::Dropped},
    {SpanKind::Class, feature::kClass, LossSeverity::Dropped},
    {SpanKind::Language, feature::kLanguage, LossSeverity::Dropped},
    {SpanKind::Ruby, feature::kRuby, LossSeverity::Approximated},
    {SpanKind::RubyText, feature::kRuby, LossSeverity::Approximated},
    {SpanKind::InnerTime, feature::kInnerTime, LossSeverity::Dropped},
    {SpanKind::Opaque, feature::kOverrides, LossSeverity::Dropped},
}};

/// A set of kinds, a bit each.
using Kinds = std::uint32_t;

constexpr Kinds bitOf(SpanKind kind) {
    return Kinds{1} << static_cast<unsigned>(kind);
}

/// What a format holds in part it takes from the text itself; but for ruby, which comes in
/// brackets.
bool isLeftTo(const FormatInfo& format, const Structure& structure) {
    const Grade grade = gradeOf(format, structure.feature);
    const bool isRuby = structure.feature == feature::kRuby;
    return grade == Grade::Full || (grade == Grade::Approximate && !isRuby);
}

Kinds kindsLostIn(const FormatInfo& format) {
    Kinds kinds = 0;
    for (const Structure& structure : kStructures)
        if (!isLeftTo(format, structure)) kinds |= bitOf(structure.kind);
    return kinds;
}

/// True of one of `kinds`. Of opaque spans those are meant that are an element around words, which
/// shows them in its way; others over characters are but a spelling of them, and what formats say
/// of points is their own affair.
bool isOneOf(const Span& span, Kinds kinds) {
    if ((bitOf(span.kind) & kinds) == 0) return false;
    return span.kind != SpanKind::Opaque || (!span.isPoint() && span.value.starts_with('<'));
}

bool hasAny(const CueText& text, Kinds kinds) {
    return std::ranges::any_of(text.spans, [&](const Span& span) { return isOneOf(span, kinds); });
}

std::string rubyOf(const CueText& text, const Span& span) {
    return text.plain.substr(span.begin, span.end - span.begin);
}

void report(const Cue& cue, Kinds kinds, LossReport& losses) {
    for (const Span& span : cue.text.spans) {
        // A ruby is counted once, by what is set above it.
        if (!isOneOf(span, kinds) || span.kind == SpanKind::Ruby) continue;
        const bool isRuby = span.kind == SpanKind::RubyText;
        const auto structure = std::ranges::find(kStructures, span.kind, &Structure::kind);
        const std::string before = isRuby ? rubyOf(cue.text, span) : span.value;
        losses.add(structure->feature,
                   structure->severity,
                   cue.id,
                   before,
                   isRuby ? "(" + before + ")" : std::string());
    }
}

struct Letter {
    std::size_t begin = 0;
    std::size_t end = 0;

    std::string in(const CueText& text) const { return text.plain.substr(begin, end - begin); }
};

Letter firstLetter(const CueText& text, const Span& span) {
    return {span.begin, span.begin + decodeUtf8(text.plain, span.begin).length};
}

Letter lastLetter(const CueText& text, const Span& span) {
    std::size_t begin = span.end - 1;
    while (begin > span.begin && (static_cast<unsigned char>(text.plain[begin]) & 0xC0U) == 0x80U)
        --begin;
    return {begin, span.end};
}

/// `text` with brackets around what is set above words. They go with the letters beside them, so
/// that what covers all of it covers the brackets too.
CueText withBrackets(CueText text) {
    std::vector<Span> rubies;
    std::ranges::copy_if(text.spans, std::back_inserter(rubies), [](const Span& span) {
        return span.kind == SpanKind::RubyText && !span.isPoint();
    });
    for (std::size_t i = rubies.size(); i-- > 0;) {
        const Letter last = lastLetter(text, rubies[i]);
        text = replaced(text, last.begin, last.end, last.in(text) + ")");
        const Letter first = firstLetter(text, rubies[i]);
        text = replaced(text, first.begin, first.end, "(" + first.in(text));
    }
    return text;
}

CueText without(const CueText& text, Kinds kinds) {
    CueText result = (kinds & bitOf(SpanKind::RubyText)) != 0 ? withBrackets(text) : text;
    std::erase_if(result.spans, [&](const Span& span) { return isOneOf(span, kinds); });
    return result;
}

}  // namespace

std::optional<Document> lowered(const Document& document,
                                const FormatInfo& format,
                                LossReport& losses,
                                FileText text) {
    if (document.format == format.id) return std::nullopt;
    const Kinds kinds = kindsLostIn(format);
    const Respelling respelling(format);
    const auto needsIt = [&](const Cue& cue) {
        return hasAny(cue.text, kinds) || respelling.isFor(cue);
    };
    const bool isDamaged = text == FileText::Unknown && hasDamagedText(document);
    if (!isDamaged && std::ranges::none_of(document.cues, needsIt)) return std::nullopt;
    Document result = document;
    if (isDamaged) mendDamagedText(result, losses);
    for (Cue& cue : result.cues) {
        if (!needsIt(cue)) continue;
        report(cue, kinds, losses);
        cue.text = without(cue.text, kinds);
        respelling.apply(cue, result.styles, losses);
    }
    return result;
}

}  // namespace subs
