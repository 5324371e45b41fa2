// SPDX-License-Identifier: MIT
#include <subs/edit/edited_text.h>
#include <subs/edit/writing.h>

#include <utility>

namespace subs {
namespace {

void addWritten(const Document& document,
                std::size_t index,
                const WritingOptions& options,
                Change& change) {
    const Cue& before = document.cues[index];
    const std::vector<WritingStep> steps = writingSteps(before.text.plain, options);
    if (steps.empty()) return;
    Cue after = before;
    for (const WritingStep& step : steps)
        after.text = edited(after.text, step.edits);
    if (after.text != before.text) change.steps.push_back({index, before, std::move(after)});
}

}  // namespace

CueText written(const CueText& text, const WritingOptions& options) {
    CueText result = text;
    for (const WritingStep& step : writingSteps(text.plain, options))
        result = edited(result, step.edits);
    return result;
}

Change withAllWritten(const Document& document, const WritingOptions& options) {
    Change change;
    for (std::size_t i = 0; i < document.cues.size(); ++i)
        addWritten(document, i, options, change);
    return change;
}

}  // namespace subs
