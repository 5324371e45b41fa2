// SPDX-License-Identifier: MIT
#include "edit/font_runs.h"

#include <algorithm>
#include <set>
#include <string>

namespace subs {
namespace {

constexpr std::string_view kReset = "\\r";

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
    FontRunCutter(const StyleIndex& styles, const Cue& cue)
        : styles_(styles), cue_(cue), style_(styles.styleOf(cue)) {}

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
        const Style* const named = styles_.named(name);
        style_ = named != nullptr ? named : styles_.styleOf(cue_);
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

    const StyleIndex& styles_;
    const Cue& cue_;
    const Style* style_;
    std::set<std::size_t> open_;
    std::vector<FontRun> runs_;
};

}  // namespace

std::vector<FontRun> fontRunsOf(const StyleIndex& styles, const Cue& cue) {
    return FontRunCutter(styles, cue).cut();
}

std::string_view fontNameOf(const FontRun& run, const Cue& cue) {
    if (run.span != FontRun::kNone) return cue.text.spans[run.span].value;
    return run.style != nullptr ? std::string_view(run.style->fontName) : std::string_view();
}

}  // namespace subs
