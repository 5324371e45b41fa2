// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/job/convert.h>
#include <subs/job/json.h>
#include <subs/job/outputs.h>
#include <subs/job/report_text.h>

#include "command.h"
#include "common_options.h"
#include "convert_options.h"
#include "interrupt.h"
#include "usage.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace subs::cli {
namespace {

/// What one conversion says and where its bytes go, in the order of the inputs.
class Outcomes {
public:
    Outcomes(const ConvertArguments& arguments,
             std::span<const ConvertTask> tasks,
             Console& console)
        : arguments_(arguments), tasks_(tasks), console_(console) {}

    void add(std::size_t item, ConvertOutcome outcome) {
        const ConvertTask& task = tasks_[item];
        if (!outcome.error && task.output.empty()) deliver(outcome);
        tell(outcome, nameFor(task.input), task.output.empty() ? "-" : task.output.string());
        status_ = std::max(status_, statusOf(outcome));
        console_.progress(++done_, tasks_.size());
    }
    int status() const { return status_; }
    std::size_t done() const { return done_; }

private:
    void deliver(ConvertOutcome& outcome) {
        const auto written = writeStandardOutput(outcome.converted.bytes);
        if (!written) outcome.error = written.error();
    }

    int statusOf(const ConvertOutcome& outcome) const {
        if (outcome.error) return kCouldNot;
        const LossReport& losses = outcome.converted.losses;
        const auto limit = failLimitOf(arguments_);
        return limit && !losses.empty() && losses.worst() >= *limit ? kFindings : kDone;
    }

    void tell(const ConvertOutcome& outcome, const std::string& input, const std::string& output) {
        const Converted& result = outcome.converted;
        console_.messages(result.diagnostics, input);
        if (outcome.error)
            console_.error(*outcome.error, input);
        else
            console_.detail(
                fmt::format("{} -> {}: {} cues", input, output, result.document.cues.size()));
        if (arguments_.report == "json")
            console_.report(conversionJson(outcome, input, output) + "\n");
        else if (arguments_.report == "text" && !outcome.error)
            console_.report(lossReportText(result.losses, result.document, input));
        else
            for (const LossItem& loss : result.losses.items)
                console_.message(lossDiagnostic(loss, result.document), input);
        if (arguments_.telling.json) tellJson(outcome, input, output);
    }

    void tellJson(const ConvertOutcome& outcome,
                  const std::string& input,
                  const std::string& output) {
        const auto written = writeStandardOutput(conversionJson(outcome, input, output) + "\n");
        if (written) return;
        console_.error(written.error(), input);
        status_ = kCouldNot;
    }

    const ConvertArguments& arguments_;
    std::span<const ConvertTask> tasks_;
    Console& console_;
    std::size_t done_ = 0;
    int status_ = kDone;
};

/// The tasks of all inputs, before any of them is begun.
Result<std::vector<ConvertTask>> tasksOf(const ConvertArguments& arguments, const Format* format) {
    std::vector<InputFile> inputs = inputsOf(arguments.inputs);
    if (arguments.outDir.empty()) {
        if (inputs.size() > 1)
            return failure("cli.usage", "-o is for one input; --out-dir is for many");
    } else if (const auto planned = plannedOutputs(inputs, arguments.outDir, format); !planned) {
        return tl::unexpected(planned.error());
    }
    auto part = shardOf(std::move(inputs), arguments.inputs);
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

int convertBatch(const ConvertArguments& arguments,
                 const ConvertOptions& options,
                 std::span<const ConvertTask> tasks,
                 Console& console) {
    const InterruptGuard interrupt;
    Outcomes outcomes(arguments, tasks, console);
    convertAll(
        tasks,
        options,
        {arguments.inputs.jobs, interrupt.token()},
        [&](std::size_t item, ConvertOutcome outcome) { outcomes.add(item, std::move(outcome)); });
    if (!interrupt.wasInterrupted()) return outcomes.status();
    console.error({"cli.stopped",
                   fmt::format("stopped; {} of {} files are done", outcomes.done(), tasks.size())},
                  "");
    return kStopped;
}

int convert(const ConvertArguments& arguments, const Context& context) {
    if (const auto fault = faultIn(arguments)) return misused(context, *fault);
    Console console(verbosityOf(arguments.telling));
    const Existing existing = arguments.overwrite ? Existing::Replace : Existing::Refuse;
    if (!arguments.reportFile.empty())
        if (const auto kept = console.reportTo(arguments.reportFile, existing); !kept)
            return couldNot(context, kept.error());
    const auto timeline = timelineOf(arguments.timeline, context.films);
    if (!timeline) return couldNot(context, timeline.error());
    const auto options = optionsOf(arguments, *timeline ? &**timeline : nullptr);
    if (!options) return couldNot(context, options.error());
    const auto tasks = tasksOf(arguments, options->format);
    if (!tasks) return couldNot(context, tasks.error());
    const int status = convertBatch(arguments, *options, *tasks, console);
    const auto reported = console.finishReport();
    return reported ? status : std::max<int>(status, couldNot(context, reported.error()));
}

}  // namespace

Action defineConvert(CLI::App& app) {
    const auto arguments = std::make_shared<ConvertArguments>();
    addConvertOptions(app, *arguments);
    return [arguments](Context& context) { return convert(*arguments, context); };
}

}  // namespace subs::cli
