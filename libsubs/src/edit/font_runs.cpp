// SPDX-License-Identifier: MIT
#include "edit/font_runs.h"

#include <algorithm>
#include <set>
#include <string>

namespace subs {
namespace {

constexpr std::string_view kReset = "\\r";

/// The style that a style's name stands for, as `styleOf` has it.
std::size_t styleNamed(const Document& document, std::string_view name) {
    for (std::size_t i = document.styles.size(); i-- > 0;)
        if (document.styles[i].name == name) return i;
    return FontRun::kNone;
}

std::size_t styleIndexOf(const Document& document, const Cue& cue) {
    const Style* const style = styleOf(document, cue);
    return style != nullptr ? static_cast<std::size_t>(style - document.styles.data())
                            : FontRun::kNone;
}

/// A place at which the font of a text may change.
struct Turn {
    enum class Kind : std::uint8_t { End, Reset, Begin };

    std::uint32_t at = 0;
    Kind kind = Kind::Begin;
    std::size_t span = 0;
};

std::vector<Turn> turnsOf(const Cue& cue) {
    std::vector<Turn> turns;
    for (std::size_t i = 0; i < cue.text.spans.size(); ++i) {
        const Span& span = cue.text.spans[i];
        if (span.kind == SpanKind::Opaque && span.isPoint() && span.value.starts_with(kReset))
            turns.push_back({span.begin, Turn::Kind::Reset, i});
        if (span.kind != SpanKind::Font || span.isPoint() || span.value.empty()) continue;
        turns.push_back({span.begin, Turn::Kind::Begin, i});
        turns.push_back({span.end, Turn::Kind::End, i});
    }
    std::ranges::stable_sort(turns, [](const Turn& a, const Turn& b) {
        return a.at != b.at ? a.at < b.at : a.kind < b.kind;
    });
    return turns;
}

/// Cuts a text at its turns.
class FontRunCutter {
public:
    FontRunCutter(const Document& document, const Cue& cue)
        : document_(document), cue_(cue), style_(styleIndexOf(document, cue)) {}

    std::vector<FontRun> cut() {
        for (const Turn& turn : turnsOf(cue_)) {
            runTo(turn.at);
            take(turn);
        }
        runTo(static_cast<std::uint32_t>(cue_.text.plain.size()));
        return std::move(runs_);
    }

private:
    void take(const Turn& turn) {
        if (turn.kind == Turn::Kind::Begin) open_.insert(turn.span);
        if (turn.kind == Turn::Kind::End) open_.erase(turn.span);
        if (turn.kind != Turn::Kind::Reset) return;
        const std::string_view name =
            std::string_view(cue_.text.spans[turn.span].value).substr(kReset.size());
        const std::size_t named = styleNamed(document_, name);
        style_ = named != FontRun::kNone ? named : styleIndexOf(document_, cue_);
    }

    void runTo(std::uint32_t end) {
        const std::uint32_t begin = runs_.empty() ? 0 : runs_.back().end;
        if (end <= begin) return;
        FontRun run{begin, end};
        if (!open_.empty())
            run.span = *open_.rbegin();
        else
            run.style = style_;
        runs_.push_back(run);
    }

    const Document& document_;
    const Cue& cue_;
    std::size_t style_;
    std::set<std::size_t> open_;
    std::vector<FontRun> runs_;
};

}  // namespace

std::vector<FontRun> fontRunsOf(const Document& document, const Cue& cue) {
    return FontRunCutter(document, cue).cut();
}

std::string_view fontNameOf(const FontRun& run, const Document& document, const Cue& cue) {
    if (run.span != FontRun::kNone) return cue.text.spans[run.span].value;
    return run.style != FontRun::kNone ? std::string_view(document.styles[run.style].fontName)
                                       : std::string_view();
}

}  // namespace subs
