// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/base/counted.h>
#include <subs/job/convert.h>
#include <subs/job/json.h>
#include <subs/job/outputs.h>
#include <subs/job/report_text.h>

#include "batch_run.h"
#include "command.h"
#include "common_options.h"
#include "convert_options.h"
#include "usage.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

namespace subs::cli {
namespace {

/// What one conversion says and where its bytes go, in the order of the inputs.
class Outcomes {
public:
    Outcomes(const ConvertArguments& arguments, std::span<const ConvertTask> tasks, BatchRun& run)
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
        return failLimit_ && !losses.empty() && losses.worst() >= *failLimit_ ? kFindings : kDone;
    }

    void tell(const ConvertOutcome& outcome, const std::string& input, const std::string& output) {
        run_.console().messages(outcome.converted.diagnostics, input);
        if (outcome.error) return run_.console().error(*outcome.error, input);
        run_.console().detail(
            fmt::format("{} -> {}: {}", input, output, counted(outcome.converted.cues, "cue")));
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

/// The tasks of all inputs, before any of them is begun.
Result<std::vector<ConvertTask>> tasksOf(const ConvertArguments& arguments, const Format* format) {
    std::vector<InputFile> inputs = inputsOf(arguments.batch.inputs);
    if (arguments.outDir.empty()) {
        if (inputs.size() > 1)
            return failure("cli.usage", "-o is for one input; --out-dir is for many");
    } else if (const auto planned = plannedOutputs(inputs, arguments.outDir, format); !planned) {
        return tl::unexpected(planned.error());
    }
    auto part = shardOf(std::move(inputs), arguments.batch.inputs);
    if (!part) return tl::unexpected(part.error());
    const auto standardInput = standardInputFor(*part);
    if (!standardInput) return tl::unexpected(standardInput.error());
    std::vector<ConvertTask> tasks;
    for (InputFile& input : *part) {
        std::filesystem::path output = arguments.output == "-" ? "" : arguments.output;
        if (!arguments.outDir.empty()) output = outputFor(input, arguments.outDir, format);
        auto bytes = input.isStandardInput() ? *standardInput : std::nullopt;
        tasks.push_back({std::move(input), std::move(bytes), std::move(output)});
    }
    return tasks;
}

/// Error where what is written would take the place of a film, a timecode file, or of what else is
/// read and written.
Result<void> checkOutputs(const ConvertArguments& arguments,
                          std::span<const ConvertTask> tasks,
                          const BatchRun& run) {
    const TimelineSource& timeline = arguments.batch.timeline;
    std::vector<std::filesystem::path> frames;
    for (const std::string& name : {timeline.film, timeline.timecodes})
        if (!name.empty()) frames.emplace_back(name);
    std::vector<std::filesystem::path> files;
    for (const ConvertTask& task : tasks) {
        files.push_back(task.input.path);
        if (task.output.empty()) continue;
        files.push_back(task.output);
        if (auto apart = checkApart(task.output, "the output", frames); !apart) return apart;
    }
    return run.keepApart(files);
}

int convert(const ConvertArguments& arguments, const Context& context) {
    if (const auto fault = faultIn(arguments)) return misused(context, *fault);
    BatchRun run(context, arguments.batch);
    if (const auto begun = run.begin(); !begun) return couldNot(context, begun.error());
    auto options = optionsOf(arguments);
    if (!options) return couldNot(context, options.error());
    const auto tasks = tasksOf(arguments, options->format);
    if (!tasks) return couldNot(context, tasks.error());
    if (const auto apart = checkOutputs(arguments, *tasks, run); !apart)
        return couldNot(context, apart.error());
    return run.run(tasks->size(), [&](const KnownFrames* frames, const BatchOptions& batch) {
        options->frames = frames;
        options->reading.stop = batch.stop;
        Outcomes outcomes(arguments, *tasks, run);
        convertAll(*tasks, *options, batch, [&](std::size_t item, const ConvertOutcome& outcome) {
            outcomes.add(item, outcome);
        });
    });
}

}  // namespace

Action defineConvert(CLI::App& app) {
    const auto arguments = std::make_shared<ConvertArguments>();
    addConvertOptions(app, *arguments);
    return [arguments](Context& context) { return convert(*arguments, context); };
}

}  // namespace subs::cli
