// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/job/json.h>
#include <subs/job/timeline_source.h>
#include <subs/time/frame_questions.h>

#include "command.h"
#include "common_options.h"
#include "usage.h"

#include <cstdint>
#include <iostream>
#include <memory>
#include <utility>
#include <vector>

namespace subs::cli {
namespace {

struct FramesArguments {
    TimelineSource timeline;
    bool noDrop = false;
    TellingArguments telling;
};

/// Answers questions, and says of each that is about a frame which the film has not.
class Answers {
public:
    Answers(const KnownFrames& frames, const FramesArguments& arguments)
        : frames_(frames), console_(verbosityOf(arguments.telling)) {
        const bool drops = !arguments.noDrop && frames.timeline.averageRate().allowsDropFrame();
        drop_ = drops ? DropFrame::Yes : DropFrame::No;
        console_.messages(frames.diagnostics, frames.source);
    }

    /// The answer to the next line.
    std::string to(std::string_view question) {
        ++line_;
        FrameAnswer answer = answerTo(question, frames_.timeline, drop_);
        auto remark = answer.frame ? noSuchFrame(*answer.frame, line_, frames_) : std::nullopt;
        if (remark) {
            console_.message(*remark, "-");
            diagnostics_.push_back(std::move(*remark));
        }
        return std::move(answer.text);
    }
    const Diagnostics& diagnostics() const { return diagnostics_; }

private:
    const KnownFrames& frames_;
    Console console_;
    DropFrame drop_ = DropFrame::No;
    std::uint32_t line_ = 0;
    Diagnostics diagnostics_;
};

/// Answers each question as soon as its line is complete, so that a script can hold a conversation.
int answerLines(Answers& answers, const Context& context) {
    for (std::string question; std::getline(std::cin, question);) {
        const auto written = writeStandardOutput(answers.to(question) + "\n");
        if (!written) return couldNot(context, written.error());
    }
    return kDone;
}

int answerJson(Answers& answers, const Context& context) {
    std::vector<std::string> texts;
    for (std::string question; std::getline(std::cin, question);)
        texts.push_back(answers.to(question));
    const auto written = writeStandardOutput(answersJson(texts, answers.diagnostics()) + "\n");
    return written ? kDone : couldNot(context, written.error());
}

int frames(const FramesArguments& arguments, const Context& context) {
    const auto frames = knownFramesOf(arguments.timeline, context.films);
    if (!frames) return couldNot(context, frames.error());
    if (!*frames) return misused(context, "--fps, --timecodes or --film says when frames begin");
    Answers answers(**frames, arguments);
    return arguments.telling.json ? answerJson(answers, context) : answerLines(answers, context);
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
