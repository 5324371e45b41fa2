// SPDX-License-Identifier: MIT
#include "format/scc/layout.h"

#include <subs/base/utf8.h>
#include <subs/format/features.h>
#include <subs/text/newline.h>

#include "format/emphasis.h"
#include "format/lines/break_text.h"
#include "format/scc/place.h"
#include "format/simpler_letters.h"

#include <fmt/format.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace subs::scc {
namespace {

using Cells = std::vector<Cell>;

/// The pens of a text, byte by byte.
std::vector<Pen> pensOf(const CueText& text, const Style* style) {
    std::vector<Pen> pens(text.plain.size());
    const auto fill = [&](std::uint32_t begin, std::uint32_t end, auto change) {
        for (std::uint32_t at = begin; at < end && at < pens.size(); ++at)
            change(pens[at]);
    };
    for (const EmphasisRange& range :
         emphasisRanges(text, SpanKind::Italic, style && style->italic))
        fill(range.begin, range.end, [](Pen& pen) { pen.isItalic = true; });
    for (const EmphasisRange& range :
         emphasisRanges(text, SpanKind::Underline, style && style->underline))
        fill(range.begin, range.end, [](Pen& pen) { pen.isUnderlined = true; });
    std::vector<const Span*> open;
    std::size_t next = 0;
    for (std::uint32_t at = 0; at < pens.size(); ++at) {
        for (; next < text.spans.size() && text.spans[next].begin <= at; ++next)
            if (text.spans[next].kind == SpanKind::Color && !text.spans[next].isPoint())
                open.push_back(&text.spans[next]);
        while (!open.empty() && open.back()->end <= at)
            open.pop_back();
        if (!open.empty()) pens[at].ink = nearestInk(open.back()->value);
    }
    return pens;
}

/// The letter at `at` together with a mark that follows it, where that is one letter.
Decoded letterAt(std::string_view plain, std::size_t at) {
    const Decoded first = decodeUtf8(plain, at);
    const std::size_t behind = at + first.length;
    if (!first.valid || behind >= plain.size()) return first;
    const Decoded next = decodeUtf8(plain, behind);
    UErrorCode status = U_ZERO_ERROR;
    const UChar32 both = unorm2_composePair(unorm2_getNFCInstance(&status),
                                            static_cast<UChar32>(first.codePoint),
                                            static_cast<UChar32>(next.codePoint));
    if (!next.valid || U_FAILURE(status) || both < 0) return first;
    return {
        static_cast<char32_t>(both), static_cast<std::uint8_t>(first.length + next.length), true};
}

std::string colorText(const Color& color) {
    return fmt::format("#{:02X}{:02X}{:02X}", color.red, color.green, color.blue);
}

/// Makes rows of one cue.
class RowMaker {
public:
    RowMaker(const Document& document, std::size_t index, const Style* style, LossReport* losses)
        : document_(document),
          index_(index),
          cue_(document.cues[index]),
          style_(style),
          losses_(losses) {}

    Result<CueRows> take() {
        CueRows rows;
        rows.alignment =
            cue_.alignment.value_or(style_ ? style_->alignment : Alignment::BottomCentre);
        auto lines = cellLines();
        if (!lines) return tl::unexpected(lines.error());
        for (Cells& line : *lines) {
            const std::size_t length = line.size();
            trim(line);
            hasBlanks_ = hasBlanks_ || line.empty() || line.size() < length;
            if (auto done = appendLine(rows.lines, std::move(line)); !done)
                return tl::unexpected(done.error());
        }
        while (!rows.lines.empty() && rows.lines.back().empty())
            rows.lines.pop_back();
        if (rows.lines.size() > static_cast<std::size_t>(kRows))
            return failed(
                "scc.too-many-rows",
                fmt::format("the text takes {} rows, and a caption has 15", rows.lines.size()));
        if (isBroken_)
            lose(feature::kText,
                 LossSeverity::Approximated,
                 cue_.text.plain,
                 "the same in lines of 32 columns at most");
        if (hasBlanks_)
            lose(feature::kText,
                 LossSeverity::Approximated,
                 cue_.text.plain,
                 "rows without the blanks at their ends, and none that is empty");
        reportSpans();
        return rows;
    }

private:
    void lose(std::string_view feature,
              LossSeverity severity,
              std::string_view before,
              std::string_view after) {
        if (losses_) losses_->add(feature, severity, cue_.id, before, after);
    }

    tl::unexpected<Error> failed(std::string code, std::string_view why) const {
        return failure(std::move(code),
                       fmt::format("cue {}: {}; nothing was written", index_ + 1, why));
    }

    Result<std::vector<Cells>> cellLines() {
        const std::string_view plain = cue_.text.plain;
        std::vector<Pen> pens = pensOf(cue_.text, style_);
        if (style_ && style_->primary != Color())
            for (Pen& pen : pens)
                if (pen.ink == Ink::White) pen.ink = nearestInk(colorText(style_->primary));
        std::vector<Cells> lines(1);
        for (std::size_t at = 0; at < plain.size();) {
            const Decoded decoded = letterAt(plain, at);
            if (decoded.codePoint == '\n')
                lines.emplace_back();
            else if (!put(lines.back(), decoded, pens[at], plain.substr(at, decoded.length)))
                return unheld(decoded.codePoint);
            at += decoded.length;
        }
        return lines;
    }

    bool put(Cells& line, Decoded decoded, Pen pen, std::string_view letter) {
        if (decoded.valid && spellingOf(decoded.codePoint)) {
            line.push_back({decoded.codePoint, pen});
            return true;
        }
        const auto simpler = decoded.valid ? simplerLetters(decoded.codePoint) : std::nullopt;
        if (!simpler) return false;
        for (std::size_t at = 0; at < simpler->size();) {
            const Decoded one = decodeUtf8(*simpler, at);
            if (!spellingOf(one.codePoint)) return false;
            line.push_back({one.codePoint, pen});
            at += one.length;
        }
        lose(feature::kText, LossSeverity::Approximated, letter, *simpler);
        return true;
    }

    tl::unexpected<Error> unheld(char32_t letter) const {
        std::string text;
        appendUtf8(text, letter);
        return failed(
            "format.unrepresentable",
            fmt::format("\"{}\" (U+{:04X}) is not among the characters of closed captions",
                        letter < ' ' ? "" : text,
                        static_cast<std::uint32_t>(letter)));
    }

    static void trim(Cells& line) {
        const auto isInk = [](const Cell& cell) { return cell.letter != ' '; };
        const auto first = std::ranges::find_if(line, isInk);
        line.erase(line.begin(), first);
        while (!line.empty() && line.back().letter == ' ')
            line.pop_back();
    }

    /// Broken at spaces where it is too long.
    Result<void> appendLine(std::vector<Cells>& lines, Cells line) {
        while (line.size() > static_cast<std::size_t>(kColumns)) {
            const auto limit = line.begin() + kColumns + 1;
            const auto space = std::find_if(std::make_reverse_iterator(limit),
                                            line.rend(),
                                            [](const Cell& cell) { return cell.letter == ' '; });
            if (space == line.rend())
                return failed("scc.too-wide",
                              "a word has more than the 32 letters that a row of captions holds");
            isBroken_ = true;
            Cells head(line.begin(), space.base() - 1);
            trim(head);
            lines.push_back(std::move(head));
            line.erase(line.begin(), space.base());
            trim(line);
        }
        lines.push_back(std::move(line));
        return {};
    }

    void reportSpans() {
        if (!losses_) return;
        for (const Span& span : cue_.text.spans)
            if (span.kind == SpanKind::Color && !span.isPoint() &&
                colorOf(nearestInk(span.value)) != span.value)
                lose(feature::kColor,
                     LossSeverity::Approximated,
                     span.value,
                     colorOf(nearestInk(span.value)));
        lines::reportSpans({document_, cue_, "\n", losses_, style_},
                           {SpanKind::Italic, SpanKind::Underline, SpanKind::Color});
    }

    const Document& document_;
    std::size_t index_;
    const Cue& cue_;
    const Style* style_;
    LossReport* losses_;
    bool isBroken_ = false;
    bool hasBlanks_ = false;  ///< That no row keeps.
};

int bandOf(Alignment alignment) {
    return (static_cast<int>(alignment) - 1) / 3;
}

}  // namespace

Result<CueRows> rowsOf(const Document& document,
                       std::size_t index,
                       const Style* style,
                       LossReport* losses) {
    return RowMaker(document, index, style, losses).take();
}

std::optional<std::vector<PlacedRow>> placed(const std::vector<const CueRows*>& cues) {
    std::array<int, 3> heights{};
    for (const CueRows* cue : cues)
        heights.at(static_cast<std::size_t>(bandOf(cue->alignment))) +=
            static_cast<int>(cue->lines.size());
    const auto [bottom, middle, top] = heights;
    if (bottom + middle + top > kRows) return std::nullopt;
    const int centred = (kRows - middle) / 2 + 1;
    const int lowest = kRows - bottom - middle + 1;
    std::array<int, 3> next{kRows - bottom + 1, std::clamp(centred, top + 1, lowest), 1};
    std::vector<PlacedRow> rows;
    for (const CueRows* cue : cues) {
        int& row = next.at(static_cast<std::size_t>(bandOf(cue->alignment)));
        for (const Cells& line : cue->lines) {
            if (!line.empty())
                rows.push_back(
                    {row, columnFor(cue->alignment, static_cast<int>(line.size())), line});
            ++row;
        }
    }
    std::ranges::sort(rows, {}, &PlacedRow::row);
    return rows;
}

}  // namespace subs::scc
