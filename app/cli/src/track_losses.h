// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/format/loss_report.h>

#include "console.h"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>
#include <string_view>

/// What `extract` and `mux` have in common: the losses of a track.
namespace subs::cli {

struct TrackLossArguments {
    std::string failOn = "never";
    std::string report;
};

/// --fail-on and --report
void addTrackLossOptions(CLI::App& app, TrackLossArguments& arguments);

/// Tells `losses` of `file`: as a report where one is asked for, else as remarks. In JSON a report
/// is `json`. Answers the exit status that they are.
int tellLosses(Console& console,
               const TrackLossArguments& arguments,
               const LossReport& losses,
               std::string_view file);

}  // namespace subs::cli
