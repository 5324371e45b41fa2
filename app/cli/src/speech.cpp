// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/base/counted.h>
#include <subs/job/json.h>
#include <subs/job/speech_port.h>
#include <subs/time/clock.h>

#include "batch_run.h"
#include "command.h"
#include "common_options.h"
#include "interrupt.h"
#include "sound_options.h"
#include "usage.h"

#include <fmt/format.h>

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace subs::cli {
namespace {

struct SpeechArguments {
    std::string film;
    ChannelArgument channel;
    TellingArguments telling;
};

std::string lineOf(const SpeechSpan& span) {
    return fmt::format(
        "{} {} {:.2f}\n", clockText(span.start), clockText(span.end), span.confidence);
}

/// Finds all spans; as text each is printed at once.
Result<std::vector<SpeechSpan>> foundIn(const SpeechArguments& arguments,
                                        SpeechFinder& finder,
                                        Console& console,
                                        const std::stop_token& stop) {
    std::vector<SpeechSpan> spans;
    Result<void> printed;
    const auto print = [&](const std::string& text) {
        console.clearProgress();
        if (printed) printed = writeStandardOutput(text, stop);
    };
    const Watch watch{stop, [&](double done) { console.progress(done); }};
    const auto found = finder.find(
        {arguments.film, arguments.channel.channel()}, watch, [&](const SpeechSpan& span) {
            spans.push_back(span);
            if (!arguments.telling.json) print(lineOf(span));
        });
    if (!found) return tl::unexpected(found.error());
    if (arguments.telling.json) print(speechJson(spans) + "\n");
    if (!printed) return tl::unexpected(printed.error());
    return spans;
}

int speech(const SpeechArguments& arguments, const Context& context) {
    Console console(verbosityOf(arguments.telling));
    const InterruptGuard interrupt;
    const auto spans = foundIn(arguments, *context.speech, console, interrupt.token());
    if (!spans && BatchRun::saysStopped(spans.error())) return kStopped;
    if (!spans) {
        console.error(spans.error(), arguments.film);
        return kCouldNot;
    }
    console.detail(fmt::format("{}: {}", arguments.film, counted(spans->size(), "span")));
    return kDone;
}

}  // namespace

Action defineSpeech(CLI::App& app) {
    const auto arguments = std::make_shared<SpeechArguments>();
    app.add_option("FILM", arguments->film, "a film, or a file of sound alone")
        ->type_name("FILM")
        ->required();
    addChannelOption(app, arguments->channel);
    addTellingOptions(app, arguments->telling, "one object with all spans");
    return [arguments](Context& context) { return speech(*arguments, context); };
}

}  // namespace subs::cli
