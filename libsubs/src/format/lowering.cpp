// SPDX-License-Identifier: MIT
#include "format/lowering.h"

#include <subs/format/capabilities.h>
#include <subs/format/features.h>

#include "format/carriage_returns.h"
#include "format/damaged_text.h"
#include "format/respelling.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>
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

/// What is lost of one cue after the other.
class Reporter {
public:
    Reporter(Kinds kinds, LossReport& losses) : kinds_(kinds), losses_(losses) {}

    void add(const Cue& cue) {
        for (const Span& span : cue.text.spans) {
            if (!isOneOf(span, kinds_)) continue;
            if (span.kind == SpanKind::RubyText) addRuby(cue, span);
            // A ruby is counted once, by what is set above it.
            if (span.kind == SpanKind::RubyText || span.kind == SpanKind::Ruby) continue;
            const auto structure = std::ranges::find(kStructures, span.kind, &Structure::kind);
            losses_.add(structure->feature, structure->severity, cue.id, span.value, {});
        }
    }

private:
    /// The report keeps the words of the first only, and each may be as long as the text.
    void addRuby(const Cue& cue, const Span& span) {
        std::string words;
        if (!std::exchange(saidRuby_, true))
            words = cue.text.plain.substr(span.begin, span.end - span.begin);
        losses_.add(feature::kRuby, LossSeverity::Approximated, cue.id, words, "(" + words + ")");
    }

    Kinds kinds_;
    LossReport& losses_;
    bool saidRuby_ = false;
};

/// Brackets around stretches of a text.
class Brackets {
public:
    explicit Brackets(const CueText& text) {
        for (const Span& span : text.spans) {
            if (span.kind != SpanKind::RubyText || span.isPoint()) continue;
            opening_.push_back(span.begin);
            closing_.push_back(span.end);
        }
        std::ranges::sort(opening_);
        std::ranges::sort(closing_);
    }

    /// Where the offset `at` comes to be. Between two brackets that meet: what covers a letter
    /// covers the bracket beside it.
    std::uint32_t after(std::uint32_t at) const {
        return at + static_cast<std::uint32_t>(
                        std::ranges::lower_bound(opening_, at) - opening_.begin() +
                        (std::ranges::upper_bound(closing_, at) - closing_.begin()));
    }

    std::string around(std::string_view plain) const {
        std::string result;
        result.reserve(plain.size() + opening_.size() + closing_.size());
        auto opening = opening_.begin();
        auto closing = closing_.begin();
        std::size_t done = 0;
        while (closing != closing_.end()) {
            const bool opens = opening != opening_.end() && *opening < *closing;
            const std::size_t at = opens ? *opening++ : *closing++;
            result.append(plain.substr(done, at - done)).append(opens ? "(" : ")");
            done = at;
        }
        return result.append(plain.substr(done));
    }

private:
    std::vector<std::uint32_t> opening_;
    std::vector<std::uint32_t> closing_;
};

/// `text` with brackets around what is set above words. O(n log n).
CueText withBrackets(const CueText& text) {
    const Brackets brackets(text);
    CueText result{brackets.around(text.plain), {}};
    result.spans.reserve(text.spans.size());
    for (const Span& span : text.spans) {
        Span moved = span;
        moved.begin = brackets.after(span.begin);
        moved.end = brackets.after(span.end);
        // An opaque range stands for its characters, so it cannot outlive a change to them.
        const bool isBroken =
            span.kind == SpanKind::Opaque && moved.end - moved.begin != span.end - span.begin;
        if (!isBroken) result.spans.push_back(std::move(moved));
    }
    return result;
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
        return hasAny(cue.text, kinds) || respelling.isFor(cue) || hasCarriageReturn(cue.text);
    };
    const bool isDamaged = text == FileText::Unknown && hasDamagedText(document);
    if (!isDamaged && std::ranges::none_of(document.cues, needsIt)) return std::nullopt;
    Document result = document;
    Reporter reporter(kinds, losses);
    if (isDamaged) mendDamagedText(result, losses);
    for (Cue& cue : result.cues) {
        if (!needsIt(cue)) continue;
        reporter.add(cue);
        breakAtCarriageReturns(cue, losses);
        cue.text = without(cue.text, kinds);
        respelling.apply(cue, result.styles, losses);
    }
    return result;
}

}  // namespace subs
