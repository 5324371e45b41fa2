// SPDX-License-Identifier: MIT
#include "job/tracks/timed_text_styles.h"

#include <subs/base/utf8.h>
#include <subs/format/features.h>

#include "format/emphasis.h"
#include "format/html_color.h"
#include "format/lines/break_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

namespace subs::tracks {
namespace {

struct FaceBit {
    SpanKind kind;
    std::uint8_t bit;  ///< 3GPP TS 26.245, 5.15.
};
constexpr std::array kFaces = {
    FaceBit{SpanKind::Bold, 1}, FaceBit{SpanKind::Italic, 2}, FaceBit{SpanKind::Underline, 4}};

/// A look over the bytes [begin, end).
struct Look {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t value = 0;
};

std::uint32_t numberOf(Color color) {
    return std::uint32_t{color.red} << 24U | std::uint32_t{color.green} << 16U |
           std::uint32_t{color.blue} << 8U | color.alpha;
}

/// RRGGBBAA of a colour as spans have it, or by name.
std::optional<std::uint32_t> colorOf(std::string_view value) {
    const auto color = htmlColor(value);
    if (!color) return std::nullopt;
    std::uint32_t number = 0;
    std::from_chars(color->data() + 1, color->data() + color->size(), number, 16);
    return color->size() == 7 ? number << 8U | 0xFFU : number;
}

bool isIn(const Style* style, SpanKind kind) {
    return std::ranges::find(kEmphases, kind, &Emphasis::kind)->isIn(style);
}

/// Collects what a cue looks like and cuts it into runs of one look.
class Looks {
public:
    Looks(const Document& document, const Cue& cue, LossReport& losses)
        : cue_(cue),
          style_(document.styles.empty() ? nullptr : styleOf(document, cue)),
          losses_(losses) {
        for (std::size_t i = 0; i < kFaces.size(); ++i)
            for (const EmphasisRange& range :
                 emphasisRanges(cue.text, kFaces[i].kind, isIn(style_, kFaces[i].kind)))
                faces_[i].push_back({range.begin, range.end, kFaces[i].bit});
        takeColors();
    }

    /// Runs of bytes, each with a look of its own, from the beginning to the end.
    std::vector<StyleRecord> runs(const StyleRecord& usual) const {
        std::vector<StyleRecord> result;
        const std::uint32_t base = style_ != nullptr ? numberOf(style_->primary) : usual.color;
        std::array<std::size_t, kFaces.size()> next{};
        std::size_t nextColor = 0;
        const std::vector<std::uint32_t> edges = edgesOf();
        for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
            StyleRecord run = usual;
            run.begin = edges[i];
            run.end = edges[i + 1];
            for (std::size_t face = 0; face < kFaces.size(); ++face)
                run.face |= static_cast<std::uint8_t>(
                    valueAt(faces_[face], next[face], run.begin).value_or(0));
            run.color = valueAt(colors_, nextColor, run.begin).value_or(base);
            const bool goesOn = !result.empty() && result.back().face == run.face &&
                                result.back().color == run.color;
            if (goesOn)
                result.back().end = run.end;
            else
                result.push_back(run);
        }
        return result;
    }

private:
    /// Where spans of colour lie in each other the one that began last holds.
    void takeColors() {
        std::vector<Look> open;
        std::uint32_t done = 0;
        const auto shownUntil = [&](std::uint32_t until) {
            while (done < until && !open.empty()) {
                const Look& top = open.back();
                const std::uint32_t end = std::min(top.end, until);
                if (end > done) colors_.push_back({done, end, top.value});
                done = std::max(done, end);
                if (top.end <= done) open.pop_back();
            }
            done = std::max(done, until);
        };
        for (const Span& span : cue_.text.spans) {
            if (span.kind != SpanKind::Color || span.isPoint()) continue;
            const auto color = colorOf(span.value);
            if (!color) {
                losses_.add(feature::kColor, LossSeverity::Dropped, cue_.id, span.value, "");
                continue;
            }
            shownUntil(span.begin);
            open.push_back({span.begin, span.end, *color});
        }
        shownUntil(static_cast<std::uint32_t>(cue_.text.plain.size()));
    }

    std::vector<std::uint32_t> edgesOf() const {
        std::vector<std::uint32_t> edges = {0, static_cast<std::uint32_t>(cue_.text.plain.size())};
        const auto take = [&](const std::vector<Look>& looks) {
            for (const Look& look : looks)
                edges.insert(edges.end(), {look.begin, look.end});
        };
        std::ranges::for_each(faces_, take);
        take(colors_);
        std::ranges::sort(edges);
        edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
        return edges;
    }

    /// The look at `place`; asked for ascending places, `next` is where the last answer was found.
    static std::optional<std::uint32_t> valueAt(const std::vector<Look>& looks,
                                                std::size_t& next,
                                                std::uint32_t place) {
        while (next < looks.size() && looks[next].end <= place)
            ++next;
        if (next == looks.size() || looks[next].begin > place) return std::nullopt;
        return looks[next].value;
    }

    const Cue& cue_;
    const Style* style_;
    LossReport& losses_;
    std::array<std::vector<Look>, kFaces.size()> faces_;
    std::vector<Look> colors_;
};

/// `runs` of bytes in characters of `plain`: code points, as 26.245, 5.17.1 counts them.
void countCharacters(std::vector<StyleRecord>& runs, std::string_view plain) {
    std::uint32_t characters = 0;
    std::uint32_t done = 0;
    const auto count = [&](std::uint32_t until) {
        characters += static_cast<std::uint32_t>(countCodePoints(plain.substr(done, until - done)));
        done = until;
        return characters;
    };
    for (StyleRecord& run : runs) {
        run.begin = count(run.begin);
        run.end = count(run.end);
    }
}

void tellStrikes(const Document& document, const Cue& cue, LossReport& losses) {
    const Style* style = document.styles.empty() ? nullptr : styleOf(document, cue);
    for (const EmphasisRange& range :
         emphasisRanges(cue.text, SpanKind::Strike, isIn(style, SpanKind::Strike)))
        losses.add(feature::kStrike,
                   LossSeverity::Dropped,
                   cue.id,
                   std::string_view(cue.text.plain).substr(range.begin, range.end - range.begin),
                   "");
}

}  // namespace

std::vector<StyleRecord> styleRecordsOf(const Document& document,
                                        const Cue& cue,
                                        const StyleRecord& usual,
                                        LossReport& losses) {
    lines::reportSpans(
        {document, cue, "\n", &losses},
        {SpanKind::Bold, SpanKind::Italic, SpanKind::Underline, SpanKind::Strike, SpanKind::Color});
    tellStrikes(document, cue, losses);
    std::vector<StyleRecord> runs = Looks(document, cue, losses).runs(usual);
    countCharacters(runs, cue.text.plain);
    std::erase_if(runs, [&](const StyleRecord& run) {
        return run.face == usual.face && run.color == usual.color;
    });
    return runs;
}

}  // namespace subs::tracks
