// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch_run.h"

#include <subs/base/counted.h>
#include <subs/job/outputs.h>

#include "interrupt.h"
#include "usage.h"

#include <fmt/format.h>

#include <algorithm>

namespace subs::cli {

BatchRun::BatchRun(const Context& context, const BatchArguments& arguments)
    : context_(context), arguments_(arguments), console_(verbosityOf(arguments.telling)) {}

Result<void> BatchRun::begin() {
    const ReportArguments& report = arguments_.report;
    if (report.file.empty()) return {};
    const auto begun = console_.reportTo(report.file, report.existing());
    return begun ? keepApart(namedFiles(arguments_)) : begun;
}

Result<void> BatchRun::keepApart(std::span<const std::filesystem::path> files) const {
    const std::string& report = arguments_.report.file;
    return report.empty() || report == "-" ? Result<void>()
                                           : checkApart(report, "the report", files);
}

int BatchRun::run(std::size_t total, const Work& work) {
    total_ = total;
    const InterruptGuard interrupt;
    stop_ = interrupt.token();
    const auto frames = knownFramesOf(arguments_.timeline, context_.films, interrupt.token());
    if (!frames && !interrupt.wasInterrupted()) return couldNot(context_, frames.error());
    if (frames) {
        if (*frames) console_.messages((*frames)->diagnostics, (*frames)->source);
        work(*frames ? &**frames : nullptr, {arguments_.inputs.jobs, interrupt.token()});
    }
    const int status = interrupt.wasInterrupted() ? stopped() : status_;
    const auto reported = console_.finishReport();
    return reported ? status : std::max<int>(status, couldNot(context_, reported.error()));
}

void BatchRun::print(std::string_view text, std::string_view file) {
    const auto written = writeStandardOutput(text, stop_);
    if (written) return;
    isCutShort_ = saysStopped(written.error());
    if (isCutShort_) return;
    console_.error(written.error(), file);
    status_ = kCouldNot;
}

bool BatchRun::saysStopped(const Error& error) {
    return error.code == "io.stopped" || error.code == "media.cancelled";
}

void BatchRun::fileDone(int status) {
    if (isCutShort_) return;
    status_ = std::max(status_, status);
    console_.progress(++done_, total_);
}

int BatchRun::stopped() {
    console_.error(
        {"cli.stopped", fmt::format("stopped; {} of {} done", done_, counted(total_, "file"))},
        callerName(context_));
    return kStopped;
}

}  // namespace subs::cli
