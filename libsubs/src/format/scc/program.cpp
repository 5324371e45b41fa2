// SPDX-License-Identifier: MIT
#include "format/scc/program.h"

#include <subs/base/utf8.h>
#include <subs/format/features.h>

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

namespace subs::scc {
namespace {

/// A command that shows takes two frames, and so does one that erases.
constexpr std::int64_t kShortest = 2;

/// False of blanks alone, whatever they are called: on a screen there is nothing to be seen of
/// them.
bool hasLetters(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decodeUtf8(text, at);
        if (u_isgraph(static_cast<UChar32>(decoded.codePoint))) return true;
        at += decoded.length;
    }
    return false;
}

}  // namespace

Program::Program(const Document& document,
                 const WriteOptions& options,
                 TimeCodes codes,
                 LossReport* losses)
    : document_(document),
      styles_(document),
      codes_(std::move(codes)),
      edges_(document, options, {codes_.rate(), 0, codes_.last().number}),
      losses_(losses),
      rows_(document.cues.size()) {}

bool Program::isOmitted(const Cue& cue) {
    return cue.kind == CueKind::Comment || !hasLetters(cue.text.plain);
}

Showing Program::showingOf(std::size_t index) {
    const Cue& cue = document_.cues[index];
    Showing showing;
    showing.begin = edges_.frameOf(cue.start, Edge::Start);
    showing.end = edges_.frameOf(edges_.endOf(index), Edge::End);
    showing.cues = {index};
    if (showing.end >= showing.begin + kShortest) return showing;
    showing.end = showing.begin + kShortest;
    if (losses_ && !edges_.isBeyond(cue.start, Edge::Start))
        losses_->add(feature::kSendingTime,
                     LossSeverity::Approximated,
                     cue.id,
                     "a cue of less than two frames",
                     "two frames, which it takes to send that it is shown");
    return showing;
}

Result<std::vector<Showing>> Program::showings() {
    std::vector<Showing> cues;
    std::vector<std::int64_t> edges;
    for (std::size_t i = 0; i < document_.cues.size(); ++i) {
        if (isOmitted(document_.cues[i])) continue;
        cues.push_back(showingOf(i));
        edges.insert(edges.end(), {cues.back().begin, cues.back().end});
    }
    std::ranges::stable_sort(cues, {}, &Showing::begin);
    std::ranges::sort(edges);
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    std::vector<Showing> all;
    std::vector<std::pair<std::size_t, std::int64_t>> active;  // place and end
    std::size_t next = 0;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
        std::erase_if(active, [&](const auto& one) { return one.second <= edges[i]; });
        for (; next < cues.size() && cues[next].begin <= edges[i]; ++next)
            active.emplace_back(cues[next].cues.front(), cues[next].end);
        if (active.empty()) continue;
        Showing showing{edges[i], edges[i + 1], {}};
        for (const auto& one : active)
            showing.cues.push_back(one.first);
        std::ranges::sort(showing.cues);
        if (auto rows = rowsFor(showing); !rows) return tl::unexpected(rows.error());
        all.push_back(std::move(showing));
    }
    return all;
}

Result<std::vector<PlacedRow>> Program::rowsFor(const Showing& showing) {
    std::vector<const CueRows*> rows;
    for (const std::size_t index : showing.cues) {
        std::optional<CueRows>& made = rows_[index];
        if (!made) {
            auto result = rowsOf(document_, index, styles_.styleOf(document_.cues[index]), losses_);
            if (!result) return tl::unexpected(result.error());
            made = *std::move(result);
        }
        rows.push_back(&*made);
        if (rows.size() > static_cast<std::size_t>(kRows)) break;
    }
    if (auto result = placed(rows)) return *std::move(result);
    return failure("scc.too-many-rows",
                   fmt::format("cue {}: with the cues that are shown at the same time there are "
                               "more than the 15 rows of a caption; nothing was written",
                               showing.cues.front() + 1));
}

}  // namespace subs::scc
