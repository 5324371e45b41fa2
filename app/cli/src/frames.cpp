// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/job/json.h>
#include <subs/job/timeline_source.h>
#include <subs/time/frame_questions.h>

#include "command.h"
#include "common_options.h"
#include "usage.h"

#include <iostream>
#include <memory>
#include <vector>

namespace subs::cli {
namespace {

struct FramesArguments {
    TimelineSource timeline;
    bool noDrop = false;
    TellingArguments telling;
};

/// Answers each question as soon as its line is complete, so that a script can hold a conversation.
int answerLines(const FrameTimeline& timeline, DropFrame drop, const Context& context) {
    for (std::string question; std::getline(std::cin, question);) {
        const auto written = writeStandardOutput(answerTo(question, timeline, drop) + "\n");
        if (!written) return couldNot(context, written.error());
    }
    return kDone;
}

int answerJson(const FrameTimeline& timeline, DropFrame drop, const Context& context) {
    std::vector<std::string> answers;
    for (std::string question; std::getline(std::cin, question);)
        answers.push_back(answerTo(question, timeline, drop));
    const auto written = writeStandardOutput(answersJson(answers) + "\n");
    return written ? kDone : couldNot(context, written.error());
}

int frames(const FramesArguments& arguments, const Context& context) {
    const auto frames = knownFramesOf(arguments.timeline, context.films);
    if (!frames) return couldNot(context, frames.error());
    if (!*frames) return misused(context, "--fps, --timecodes or --film says when frames begin");
    Console(verbosityOf(arguments.telling)).messages((*frames)->diagnostics, (*frames)->source);
    const FrameTimeline& timeline = (*frames)->timeline;
    const bool drops = !arguments.noDrop && timeline.averageRate().allowsDropFrame();
    const DropFrame drop = drops ? DropFrame::Yes : DropFrame::No;
    return arguments.telling.json ? answerJson(timeline, drop, context)
                                  : answerLines(timeline, drop, context);
}

}  // namespace

Action defineFrames(CLI::App& app) {
    const auto arguments = std::make_shared<FramesArguments>();
    addTimelineOptions(app, arguments->timeline);
    app.add_flag("--nodrop", arguments->noDrop, "no drop frame at 29.97 and 59.94");
    addTellingOptions(app, arguments->telling, "all answers");
    return [arguments](Context& context) { return frames(*arguments, context); };
}

}  // namespace subs::cli
