// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/format/format.h>
#include <subs/job/inputs.h>

#include "batch_run.h"
#include "common_options.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// Commands that make a file of each input.
namespace subs::cli {

/// Where results go.
struct OutputArguments {
    std::string file;    ///< -o
    std::string folder;  ///< --out-dir

    bool empty() const { return file.empty() && folder.empty(); }
};

/// -o and --out-dir, which exclude each other.
void addOutputOptions(CLI::App& app, OutputArguments& arguments);

/// What is wrong with the arguments taken together, or nothing.
std::optional<std::string> faultIn(const OutputArguments& outputs, const BatchArguments& batch);

/// One input and where its result goes.
struct FileTask {
    InputFile input;
    std::optional<std::string> bytes;  ///< Of standard input; else the file is read.
    std::filesystem::path output;      ///< Empty: standard output.
};

/// The tasks of all inputs, before any of them is begun. Their names end as those of `format`; null
/// keeps the endings.
Result<std::vector<FileTask>> fileTasksOf(const OutputArguments& outputs,
                                          const InputArguments& inputs,
                                          const Format* format);

/// Takes the tasks out whose output is there and no older than its input; answers how many.
std::size_t dropUpToDate(std::vector<FileTask>& tasks);

/// Error where what is written would take the place of a film, a timecode file, or of what else is
/// read and written.
Result<void> checkOutputs(std::span<const FileTask> tasks,
                          const TimelineSource& timeline,
                          const BatchRun& run);

}  // namespace subs::cli
