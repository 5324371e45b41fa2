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
      isTold_(document.cues.size()) {}

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

ShowingWalk Program::showings() {
    std::vector<CueFrames> cues;
    cues.reserve(document_.cues.size());
    for (std::size_t i = 0; i < document_.cues.size(); ++i) {
        if (isOmitted(document_.cues[i])) continue;
        const Showing showing = showingOf(i);
        cues.push_back({showing.begin, showing.end, i});
    }
    return ShowingWalk(std::move(cues));
}

Result<std::vector<PlacedRow>> Program::rowsFor(const Showing& showing) {
    std::erase_if(rows_, [&](const auto& one) {
        return !std::ranges::binary_search(showing.cues, one.first);
    });
    std::vector<const CueRows*> rows;
    for (const std::size_t index : showing.cues) {
        const auto made = madeRows(index);
        if (!made) return tl::unexpected(made.error());
        rows.push_back(*made);
        if (rows.size() > static_cast<std::size_t>(kRows)) break;
    }
    if (auto result = placed(rows)) return *std::move(result);
    return failure("scc.too-many-rows",
                   fmt::format("cue {}: with the cues that are shown at the same time there are "
                               "more than the 15 rows of a caption; nothing was written",
                               showing.cues.front() + 1));
}

Result<const CueRows*> Program::madeRows(std::size_t index) {
    if (const auto known = rows_.find(index); known != rows_.end()) return &known->second;
    LossReport* const losses = isTold_[index] ? nullptr : losses_;
    auto made = rowsOf(document_, index, styles_.styleOf(document_.cues[index]), losses);
    if (!made) return tl::unexpected(made.error());
    isTold_[index] = true;
    return &rows_.emplace(index, *std::move(made)).first->second;
}

}  // namespace subs::scc
