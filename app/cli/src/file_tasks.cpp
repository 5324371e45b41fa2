// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_tasks.h"

#include <subs/job/outputs.h>

#include <algorithm>
#include <system_error>

namespace subs::cli {
namespace {

bool isUpToDate(const FileTask& task) {
    if (task.output.empty() || task.bytes || task.input.fault) return false;
    std::error_code error;
    const auto written = std::filesystem::last_write_time(task.output, error);
    if (error) return false;
    const auto changed = std::filesystem::last_write_time(task.input.path, error);
    return !error && written >= changed;
}

}  // namespace

void addOutputOptions(CLI::App& app, OutputArguments& arguments) {
    CLI::Option* output =
        app.add_option("-o,--output", arguments.file, "output of one input; - for standard output")
            ->type_name("FILE");
    app.add_option("--out-dir", arguments.folder, "folder for the outputs of many inputs")
        ->type_name("FOLDER")
        ->excludes(output);
}

std::optional<std::string> faultIn(const OutputArguments& outputs, const BatchArguments& batch) {
    if (outputs.empty()) return "-o or --out-dir says where the output goes";
    if (batch.telling.json && outputs.file == "-")
        return "--json and -o - would both write to standard output";
    if (batch.report.file == "-" && (batch.telling.json || outputs.file == "-"))
        return "the report and something else would both be written to standard output";
    const bool readsStandardInput =
        std::ranges::find(batch.inputs.names, "-") != batch.inputs.names.end();
    if (readsStandardInput && !outputs.folder.empty())
        return "standard input has no name for a file in --out-dir; -o gives it one";
    return std::nullopt;
}

Result<std::vector<FileTask>> fileTasksOf(const OutputArguments& outputs,
                                          const InputArguments& arguments,
                                          const Format* format) {
    std::vector<InputFile> inputs = inputsOf(arguments);
    if (outputs.folder.empty()) {
        if (inputs.size() > 1 && !outputs.empty())
            return failure("cli.usage", "-o is for one input; --out-dir is for many");
    } else if (const auto planned = plannedOutputs(inputs, outputs.folder, format); !planned) {
        return tl::unexpected(planned.error());
    }
    auto part = shardOf(std::move(inputs), arguments);
    if (!part) return tl::unexpected(part.error());
    const auto standardInput = standardInputFor(*part);
    if (!standardInput) return tl::unexpected(standardInput.error());
    std::vector<FileTask> tasks;
    for (InputFile& input : *part) {
        std::filesystem::path output = outputs.file == "-" ? "" : outputs.file;
        if (!outputs.folder.empty()) output = outputFor(input, outputs.folder, format);
        auto bytes = input.isStandardInput() ? *standardInput : std::nullopt;
        tasks.push_back({std::move(input), std::move(bytes), std::move(output)});
    }
    return tasks;
}

std::size_t dropUpToDate(std::vector<FileTask>& tasks) {
    return std::erase_if(tasks, isUpToDate);
}

Result<void> checkOutputs(std::span<const FileTask> tasks,
                          const TimelineSource& timeline,
                          const BatchRun& run) {
    std::vector<std::filesystem::path> frames;
    for (const std::string& name : {timeline.film, timeline.timecodes})
        if (!name.empty()) frames.emplace_back(name);
    std::vector<std::filesystem::path> files;
    for (const FileTask& task : tasks) {
        files.push_back(task.input.path);
        if (task.output.empty()) continue;
        files.push_back(task.output);
        if (auto apart = checkApart(task.output, "the output", frames); !apart) return apart;
    }
    return run.keepApart(files);
}

}  // namespace subs::cli
