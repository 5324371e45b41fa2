// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/convert.h>

#include "command.h"
#include "common_options.h"
#include "file_tasks.h"
#include "wrap_options.h"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>

namespace subs::cli {

struct ConvertArguments {
    BatchArguments batch;
    std::string format;
    OutputArguments outputs;
    std::string outEncoding;
    std::string targetLanguage;
    std::string newline = "keep";
    std::string bom = "keep";
    std::string rounding;
    std::string failOn = "never";
    std::string report;
    bool updates = false;
    bool normalises = false;
    bool hasSidecar = false;
    bool hasPictures = false;
    std::string canvas = "1998x1080";  ///< Of the pictures.
    std::optional<MoveOptions> moving;
    bool wraps = false;
    WrapArguments wrap;
};

void addConvertOptions(CLI::App& app, ConvertArguments& arguments);
/// Those of it that every command has which writes files of files: inputs and outputs, encodings,
/// frames and rounding, what is told.
void addFileOptions(CLI::App& app, ConvertArguments& arguments);
/// Those of them besides the inputs, the format, the outputs and how inputs are read.
void addRunOptions(CLI::App& app, ConvertArguments& arguments);
/// -t
void addFormatOption(CLI::App& app, ConvertArguments& arguments);
/// How the output is encoded.
void addWritingOptions(CLI::App& app, ConvertArguments& arguments);

/// True where frames are known: by a rate, a timecode file or a film.
bool hasTimeline(const TimelineSource& source);

/// What is wrong with the arguments taken together, or nothing.
std::optional<std::string> faultIn(const ConvertArguments& arguments);
/// The loss from which on the exit status is 1, or nothing for `never`.
std::optional<LossSeverity> failLimitOf(const ConvertArguments& arguments);
/// Does what the arguments ask for; answers the exit status. With `failOn` "warning" cues that do
/// not fit count as findings.
int runConversion(const ConvertArguments& arguments, const Context& context);

/// All but the frames, and the painter of pictures.
Result<ConvertOptions> optionsOf(const ConvertArguments& arguments);

}  // namespace subs::cli
