// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/base/file.h>
#include <subs/job/inspect.h>
#include <subs/job/json.h>
#include <subs/job/report_text.h>

#include "command.h"
#include "common_options.h"
#include "hand_over.h"
#include "media_file.h"
#include "usage.h"

#include <algorithm>
#include <memory>

namespace subs::cli {
namespace {

struct InfoArguments {
    InputArguments inputs;
    ReadingArguments reading;
    TellingArguments telling;
    TimelineSource timeline;
};

struct Described {
    std::string text;
    std::string json;
    Diagnostics diagnostics;
};

Result<Described> describedFilm(const InputFile& input, FilmLibrary& films) {
    const auto facts = films.facts(input.path, {});
    if (!facts) return tl::unexpected(facts.error());
    return Described{
        filmText(*facts, nameFor(input)), filmJson(*facts, nameFor(input)), facts->diagnostics};
}

Result<Described> described(const InputFile& input,
                            std::optional<std::string> bytes,
                            const InfoArguments& arguments,
                            const FrameTimeline* timeline,
                            FilmLibrary* films) {
    if (input.fault) return tl::unexpected(*input.fault);
    if (!bytes && films != nullptr && isMediaFile(input.path)) return describedFilm(input, *films);
    const DocumentOptions options = readingOf(arguments.reading);
    const auto read = bytes ? readDocument(std::move(*bytes), input.path, options)
                            : openDocument(input.path, options);
    if (!read) return tl::unexpected(read.error());
    const Inspection inspection = inspected(*read, timeline);
    return Described{inspectionText(inspection, nameFor(input)),
                     inspectionJson(inspection, nameFor(input)),
                     inspection.diagnostics};
}

int tell(const Result<Described>& answer,
         const std::string& name,
         const InfoArguments& arguments,
         Console& console) {
    if (!answer) console.error(answer.error(), name);
    if (answer) console.messages(answer->diagnostics, name);
    std::string text;
    if (arguments.telling.json)
        text = (answer ? answer->json : errorJson(answer.error(), name)) + "\n";
    else if (answer)
        text = answer->text;
    const auto written = writeStandardOutput(text);
    if (!written) console.error(written.error(), name);
    return answer && written ? kDone : kCouldNot;
}

int info(const InfoArguments& arguments, const Context& context) {
    auto inputs = shardOf(inputsOf(arguments.inputs), arguments.inputs);
    if (!inputs) return couldNot(context, inputs.error());
    const bool hasFilm = std::ranges::any_of(*inputs, [](const InputFile& input) {
        return !input.isStandardInput() && isMediaFile(input.path);
    });
    if (hasFilm && context.films == nullptr) return handOverToFilm(context);
    const auto timeline = timelineOf(arguments.timeline, context.films);
    if (!timeline) return couldNot(context, timeline.error());
    const auto standardInput = standardInputFor(*inputs);
    if (!standardInput) return couldNot(context, standardInput.error());
    Console console(verbosityOf(arguments.telling));
    int status = kDone;
    for (const InputFile& input : *inputs) {
        const auto bytes = input.isStandardInput() ? *standardInput : std::nullopt;
        const auto answer =
            described(input, bytes, arguments, *timeline ? &**timeline : nullptr, context.films);
        status = std::max(status, tell(answer, nameFor(input), arguments, console));
    }
    return status;
}

}  // namespace

Action defineInfo(CLI::App& app) {
    const auto arguments = std::make_shared<InfoArguments>();
    addInputOptions(app, arguments->inputs);
    addReadingOptions(app, arguments->reading);
    addTimelineOptions(app, arguments->timeline);
    addTellingOptions(app, arguments->telling);
    return [arguments](Context& context) { return info(*arguments, context); };
}

}  // namespace subs::cli
