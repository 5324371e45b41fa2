// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/base/counted.h>
#include <subs/job/convert.h>
#include <subs/job/json.h>
#include <subs/job/report_text.h>

#include "batch_run.h"
#include "command.h"
#include "common_options.h"
#include "convert_options.h"
#include "file_tasks.h"
#include "hand_over.h"
#include "usage.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

namespace subs::cli {
namespace {

/// What one conversion says and where its bytes go, in the order of the inputs.
class ConvertOutcomes {
public:
    ConvertOutcomes(const ConvertArguments& arguments,
                    std::span<const ConvertTask> tasks,
                    BatchRun& run)
        : arguments_(arguments), tasks_(tasks), run_(run), failLimit_(failLimitOf(arguments)) {}

    void add(std::size_t item, const ConvertOutcome& outcome) {
        if (outcome.error && BatchRun::saysStopped(*outcome.error)) return;
        const ConvertTask& task = tasks_[item];
        const std::string input = nameFor(task.input);
        const std::string output = task.output.empty() ? "-" : task.output.string();
        if (!outcome.error && task.output.empty()) run_.print(outcome.converted.bytes, input);
        tell(outcome, input, output);
        report(outcome, input, output);
        if (arguments_.batch.telling.json)
            run_.print(conversionJson(outcome, input, output) + "\n", input);
        run_.fileDone(statusOf(outcome));
    }

private:
    int statusOf(const ConvertOutcome& outcome) const {
        if (outcome.error) return kCouldNot;
        const LossReport& losses = outcome.converted.losses;
        if (arguments_.failOn == "warning" && outcome.converted.misfits > 0) return kFindings;
        return failLimit_ && !losses.empty() && losses.worst() >= *failLimit_ ? kFindings : kDone;
    }

    void tell(const ConvertOutcome& outcome, const std::string& input, const std::string& output) {
        run_.console().messages(outcome.converted.diagnostics, input);
        if (outcome.error) return run_.console().error(*outcome.error, input);
        const std::string cues = counted(outcome.converted.cues, "cue");
        const std::string wrapped =
            arguments_.wraps ? fmt::format(", {} broken anew", outcome.converted.wrapped) : "";
        const std::string moved =
            arguments_.moving ? fmt::format(", {} moved", outcome.converted.moved) : "";
        run_.console().detail(fmt::format("{} -> {}: {}{}{}", input, output, cues, moved, wrapped));
    }

    /// The losses: as a report where one is asked for, else as remarks.
    void report(const ConvertOutcome& outcome,
                const std::string& input,
                const std::string& output) {
        const Converted& result = outcome.converted;
        Console& console = run_.console();
        if (arguments_.report == "json")
            return console.report(conversionJson(outcome, input, output) + "\n");
        if (outcome.error) return;
        if (arguments_.report == "text")
            return console.report(lossReportText(result.losses, printable(input)));
        for (const LossItem& loss : result.losses.items)
            if (console.shows(severityOf(loss))) console.message(lossDiagnostic(loss), input);
    }

    const ConvertArguments& arguments_;
    std::span<const ConvertTask> tasks_;
    BatchRun& run_;
    std::optional<LossSeverity> failLimit_;
};

std::vector<ConvertTask> convertTasks(std::vector<FileTask> files) {
    std::vector<ConvertTask> tasks;
    tasks.reserve(files.size());
    for (FileTask& file : files)
        tasks.push_back({std::move(file.input), std::move(file.bytes), std::move(file.output)});
    return tasks;
}

}  // namespace

int runConversion(const ConvertArguments& arguments, const Context& context) {
    if (const auto fault = faultIn(arguments)) return misused(context, *fault);
    auto options = optionsOf(arguments);
    if (!options) return couldNot(context, options.error());
    if (options->pictures && context.painter == nullptr) return handOverToFilm(context);
    if (options->pictures) options->pictures->painter = context.painter;
    BatchRun run(context, arguments.batch);
    if (const auto begun = run.begin(); !begun) return couldNot(context, begun.error());
    auto files = fileTasksOf(arguments.outputs, arguments.batch.inputs, options->format);
    if (!files) return couldNot(context, files.error());
    if (const auto apart = checkOutputs(*files, arguments.batch.timeline, run); !apart)
        return couldNot(context, apart.error());
    if (arguments.updates)
        run.console().detail(fmt::format("{} up to date", counted(dropUpToDate(*files), "output")));
    const std::vector<ConvertTask> tasks = convertTasks(*std::move(files));
    return run.run(tasks.size(), [&](const KnownFrames* frames, const BatchOptions& batch) {
        options->frames = frames;
        options->reading.stop = batch.stop;
        ConvertOutcomes outcomes(arguments, tasks, run);
        convertAll(tasks, *options, batch, [&](std::size_t item, const ConvertOutcome& outcome) {
            outcomes.add(item, outcome);
        });
    });
}

Action defineConvert(CLI::App& app) {
    const auto arguments = std::make_shared<ConvertArguments>();
    addConvertOptions(app, *arguments);
    return [arguments](Context& context) { return runConversion(*arguments, context); };
}

}  // namespace subs::cli
