// SPDX-License-Identifier: GPL-3.0-or-later
#include "track_losses.h"

#include <subs/job/report_text.h>

#include "command.h"
#include "common_options.h"

namespace subs::cli {
namespace {

std::optional<LossSeverity> limitOf(const TrackLossArguments& arguments) {
    if (arguments.failOn == "dropped") return LossSeverity::Dropped;
    if (arguments.failOn == "approximated") return LossSeverity::Approximated;
    return std::nullopt;
}

}  // namespace

void addTrackLossOptions(CLI::App& app, TrackLossArguments& arguments) {
    app.add_option("--fail-on",
                   arguments.failOn,
                   "the least loss that makes the exit status 1 (default: never)")
        ->check(oneOf({"dropped", "approximated", "never"}));
    app.add_option("--report", arguments.report, "tell all losses, with their cues and remedies")
        ->check(oneOf({"text", "json"}));
}

int tellLosses(Console& console,
               const TrackLossArguments& arguments,
               const LossReport& losses,
               std::string_view file) {
    if (arguments.report == "text") {
        console.report(lossReportText(losses, printable(file)));
    } else if (arguments.report.empty()) {
        for (const LossItem& loss : losses.items)
            if (console.shows(severityOf(loss))) console.message(lossDiagnostic(loss), file);
    }
    const auto limit = limitOf(arguments);
    return limit && !losses.empty() && losses.worst() >= *limit ? kFindings : kDone;
}

}  // namespace subs::cli
