// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/convert.h>

#include "common_options.h"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>

namespace subs::cli {

struct ConvertArguments {
    InputArguments inputs;
    ReadingArguments reading;
    TellingArguments telling;
    TimelineSource timeline;
    std::string format;
    std::string output;
    std::string outDir;
    bool overwrite = false;
    std::string outEncoding;
    std::string newline = "keep";
    std::string bom = "keep";
    std::string rounding;
    std::string failOn = "never";
    std::string report;
    std::string reportFile;
};

void addConvertOptions(CLI::App& app, ConvertArguments& arguments);

/// What is wrong with the arguments taken together, or nothing.
std::optional<std::string> faultIn(const ConvertArguments& arguments);
/// The loss from which on the exit status is 1, or nothing for `never`.
std::optional<LossSeverity> failLimitOf(const ConvertArguments& arguments);
/// `timeline` is borrowed.
Result<ConvertOptions> optionsOf(const ConvertArguments& arguments, const FrameTimeline* timeline);

}  // namespace subs::cli
