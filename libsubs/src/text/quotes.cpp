// SPDX-License-Identifier: MIT
#include <subs/text/quotes.h>

#include "text/code_points.h"
#include "text/edit_list.h"
#include "text/quote_marks.h"

#include <optional>

namespace subs {
namespace {

enum class Level : std::uint8_t { Outer, Inner };

std::string_view written(QuoteStyle style, Level level, bool opens) {
    const bool isOuter = level == Level::Outer;
    switch (style) {
        case QuoteStyle::Guillemets:
            if (isOuter) return opens ? "«" : "»";
            return opens ? "“" : "”";
        case QuoteStyle::Straight:
            return isOuter ? "\"" : "'";
        case QuoteStyle::Curly:
            break;
    }
    if (isOuter) return opens ? "“" : "”";
    return opens ? "‘" : "’";
}

/// The style of a double quote.
std::optional<QuoteStyle> styleOf(MarkFamily family) {
    switch (family) {
        case MarkFamily::CurlyDouble:
            return QuoteStyle::Curly;
        case MarkFamily::Guillemet:
            return QuoteStyle::Guillemets;
        case MarkFamily::StraightDouble:
            return QuoteStyle::Straight;
        default:
            return std::nullopt;
    }
}

/// The marks of one text, each quote with how deep it is in others.
class Quotations {
public:
    explicit Quotations(std::string_view text) : points_(text) { pairing_.read(points_); }

    const CodePoints& points() const { return points_; }

    /// Shows each quote that has a partner, or is a double one, and the quotation around it.
    template <typename Visit>
    void forEach(Visit visit) {
        std::vector<Level> levels;
        for (const PairedMark& mark : pairing_.marks()) {
            const bool isPaired = mark.partner != PairedMark::kNone;
            if (isBracket(mark.family) || (!isPaired && isSingleQuote(mark.family))) continue;
            const std::optional<Level> around =
                levels.empty() ? std::nullopt : std::optional(levels.back());
            if (!isPaired) {
                visit(mark, around, std::nullopt);
            } else if (mark.opens) {
                levels.push_back(visit(mark, around, std::nullopt));
            } else {
                const Level own = levels.back();
                levels.pop_back();
                visit(mark, around, own);
            }
        }
    }

private:
    const CodePoints points_;
    MarkPairing pairing_;
};

/// The level of a quotation in another, or in none.
Level levelOf(const PairedMark& mark, std::optional<Level> around, QuoteStyle style) {
    if (around && mark.partner != PairedMark::kNone)
        return *around == Level::Outer ? Level::Inner : Level::Outer;
    const bool staysSingle = isSingleQuote(mark.family) && style != QuoteStyle::Guillemets;
    return staysSingle ? Level::Inner : Level::Outer;
}

/// Shows the double quotes that begin a quotation which is in no other, or have no partner.
template <typename Visit>
void forEachOuter(Quotations& quotations, Visit visit) {
    quotations.forEach(
        [&](const PairedMark& mark, std::optional<Level> around, std::optional<Level> closed) {
            const auto style = styleOf(mark.family);
            if (!around && !closed && style) visit(mark, *style);
            return Level::Outer;
        });
}

}  // namespace

std::vector<BalanceIssue> unbalancedIn(std::string_view text) {
    return unbalancedIn(std::span(&text, 1));
}

std::vector<BalanceIssue> unbalancedIn(std::span<const std::string_view> texts) {
    MarkPairing pairing;
    std::vector<CodePoints> points;
    points.reserve(texts.size());
    for (const std::string_view text : texts)
        pairing.read(points.emplace_back(text));
    std::vector<BalanceIssue> issues;
    for (const PairedMark& mark : pairing.marks()) {
        if (!mark.isAlone() || mark.isSilent) continue;
        const CodePoints& text = points[mark.text];
        issues.push_back({mark.opens ? BalanceKind::Unclosed : BalanceKind::Unopened,
                          mark.text,
                          text.offset(mark.at),
                          text.offset(mark.at + 1)});
    }
    return issues;
}

QuoteCounts& QuoteCounts::operator+=(const QuoteCounts& other) {
    curly += other.curly;
    guillemets += other.guillemets;
    straight += other.straight;
    return *this;
}

QuoteCounts quoteCounts(std::string_view text) {
    QuoteCounts counts;
    Quotations quotations(text);
    forEachOuter(quotations, [&](const PairedMark&, QuoteStyle style) {
        counts.curly += style == QuoteStyle::Curly;
        counts.guillemets += style == QuoteStyle::Guillemets;
        counts.straight += style == QuoteStyle::Straight;
    });
    return counts;
}

std::vector<MixedQuote> mixedQuotesIn(std::string_view text) {
    std::vector<MixedQuote> mixed;
    std::optional<QuoteStyle> first;
    Quotations quotations(text);
    forEachOuter(quotations, [&](const PairedMark& mark, QuoteStyle style) {
        if (!first) first = style;
        if (style != *first)
            mixed.push_back(
                {quotations.points().offset(mark.at), quotations.points().offset(mark.at + 1)});
    });
    return mixed;
}

Normalised withQuotes(std::string_view text, QuoteStyle style) {
    EditList edits(text);
    Quotations quotations(text);
    quotations.forEach(
        [&](const PairedMark& mark, std::optional<Level> around, std::optional<Level> closed) {
            const Level level = closed.value_or(levelOf(mark, around, style));
            edits.replace(quotations.points().offset(mark.at),
                          quotations.points().offset(mark.at + 1),
                          written(style, level, mark.opens));
            return level;
        });
    return edits.taken();
}

}  // namespace subs
