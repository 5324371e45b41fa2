// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/base/file.h>
#include <subs/job/inspect.h>
#include <subs/job/json.h>
#include <subs/job/report_text.h>

#include "batch_run.h"
#include "command.h"
#include "common_options.h"
#include "hand_over.h"
#include "media_file.h"
#include "usage.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace subs::cli {
namespace {

struct Described {
    std::string text;
    std::string json;
    Diagnostics diagnostics;
};

Result<Described> describedFilm(const InputFile& input,
                                FilmLibrary& films,
                                const std::stop_token& stop) {
    const auto facts = films.facts(input.path, stop);
    if (!facts) return tl::unexpected(facts.error());
    return Described{filmText(*facts, printable(nameFor(input))),
                     filmJson(*facts, nameFor(input)),
                     facts->diagnostics};
}

/// One file and what is said of it.
struct InfoTask {
    InputFile input;
    std::optional<std::string> bytes;  ///< Of standard input; else the file is read.
    Result<Described> answer;
};

/// How files are described.
struct InfoContext {
    DocumentOptions reading;
    const KnownFrames* frames = nullptr;
    FilmLibrary* films = nullptr;
    std::stop_token stop;
};

Result<Described> described(const InfoTask& task, const InfoContext& context) {
    const InputFile& input = task.input;
    if (input.fault) return tl::unexpected(*input.fault);
    if (!task.bytes && context.films != nullptr && isMediaFile(input.path))
        return describedFilm(input, *context.films, context.stop);
    DocumentOptions reading = context.reading;
    if (context.frames != nullptr) reading.timeline = &context.frames->timeline;
    const auto read = task.bytes ? readDocument(*task.bytes, input.path, reading)
                                 : openDocument(input.path, reading);
    if (!read) return tl::unexpected(read.error());
    const Inspection inspection = inspected(*read, context.frames);
    return Described{inspectionText(inspection, printable(nameFor(input))),
                     inspectionJson(inspection, nameFor(input)),
                     inspection.diagnostics};
}

void tell(const InfoTask& task, bool json, BatchRun& run) {
    const auto& answer = task.answer;
    const std::string name = nameFor(task.input);
    if (!answer && BatchRun::saysStopped(answer.error())) return;
    if (answer)
        run.console().messages(answer->diagnostics, name);
    else
        run.console().error(answer.error(), name);
    if (json)
        run.print((answer ? answer->json : errorJson(answer.error(), name)) + "\n", name);
    else if (answer)
        run.print(answer->text, name);
    run.fileDone(answer ? kDone : kCouldNot);
}

Result<std::vector<InfoTask>> tasksOf(std::vector<InputFile> inputs) {
    const auto standardInput = standardInputFor(inputs);
    if (!standardInput) return tl::unexpected(standardInput.error());
    std::vector<InfoTask> tasks;
    for (InputFile& input : inputs) {
        auto bytes = input.isStandardInput() ? *standardInput : std::nullopt;
        tasks.push_back({std::move(input), std::move(bytes), Described()});
    }
    return tasks;
}

int info(const BatchArguments& arguments, const Context& context) {
    auto inputs = shardOf(inputsOf(arguments.inputs), arguments.inputs);
    if (!inputs) return couldNot(context, inputs.error());
    const bool hasFilm = std::ranges::any_of(*inputs, [](const InputFile& input) {
        return !input.isStandardInput() && isMediaFile(input.path);
    });
    if (hasFilm && context.films == nullptr) return handOverToFilm(context);
    auto tasks = tasksOf(std::move(*inputs));
    if (!tasks) return couldNot(context, tasks.error());
    BatchRun run(context, arguments);
    return run.run(tasks->size(), [&](const KnownFrames* frames, const BatchOptions& batch) {
        const DocumentOptions reading = readingOf(arguments.reading, batch.stop);
        const InfoContext how{reading, frames, context.films, batch.stop};
        const auto describe = [&](std::size_t item, std::size_t) {
            (*tasks)[item].answer = described((*tasks)[item], how);
        };
        runBatch(tasks->size(), batch, describe, [&](std::size_t item) {
            tell((*tasks)[item], arguments.telling.json, run);
            (*tasks)[item].answer = Described();
        });
    });
}

}  // namespace

Action defineInfo(CLI::App& app) {
    const auto arguments = std::make_shared<BatchArguments>();
    addInputOptions(app, arguments->inputs);
    app.get_option("INPUT")->type_name("MEDIA");
    addReadingOptions(app, arguments->reading);
    addTimelineOptions(app, arguments->timeline);
    addTellingOptions(app, arguments->telling, "one object a file");
    return [arguments](Context& context) { return info(*arguments, context); };
}

}  // namespace subs::cli
