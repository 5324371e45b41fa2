// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/convert.h>

#include "common_options.h"
#include "file_tasks.h"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>

namespace subs::cli {

struct ConvertArguments {
    BatchArguments batch;
    std::string format;
    OutputArguments outputs;
    std::string outEncoding;
    std::string newline = "keep";
    std::string bom = "keep";
    std::string rounding;
    std::string failOn = "never";
    std::string report;
    bool normalises = false;
};

void addConvertOptions(CLI::App& app, ConvertArguments& arguments);

/// What is wrong with the arguments taken together, or nothing.
std::optional<std::string> faultIn(const ConvertArguments& arguments);
/// The loss from which on the exit status is 1, or nothing for `never`.
std::optional<LossSeverity> failLimitOf(const ConvertArguments& arguments);
/// All but the frames.
Result<ConvertOptions> optionsOf(const ConvertArguments& arguments);

}  // namespace subs::cli
