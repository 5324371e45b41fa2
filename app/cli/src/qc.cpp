// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/job/check_files.h>
#include <subs/job/json.h>
#include <subs/job/profiles.h>

#include "command.h"
#include "common_options.h"
#include "interrupt.h"
#include "usage.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace subs::cli {
namespace {

struct QcArguments {
    InputArguments inputs;
    ReadingArguments reading;
    TellingArguments telling;
    TimelineSource timeline;
    std::vector<std::string> profiles;
    std::string format = "text";
    std::string failOn = "warning";
    std::string reportFile;
    bool overwrite = false;

    bool isJson() const { return telling.json || format == "json"; }
};

/// A finding as a remark about the file.
Diagnostic diagnosticOf(const Finding& finding, const CheckedFile& checked) {
    const std::uint32_t line =
        finding.index < checked.cueLines.size() ? checked.cueLines[finding.index] : 0;
    return {finding.severity,
            line,
            0,
            finding.rule,
            fmt::format("cue {}: {}", finding.index + 1, finding.message)};
}

/// What the files say, in their order.
class Outcomes {
public:
    Outcomes(const QcArguments& arguments, std::span<const CheckFileTask> tasks, Console& console)
        : arguments_(arguments), tasks_(tasks), console_(console) {}

    void add(std::size_t item, const CheckedFile& checked) {
        const std::string name = nameFor(tasks_[item].input);
        if (checked.error) console_.error(*checked.error, name);
        console_.messages(checked.diagnostics, name);
        if (arguments_.isJson())
            tellJson(checked, name);
        else
            for (const Finding& finding : checked.findings)
                console_.reportLine(diagnosticOf(finding, checked), name);
        status_ = std::max(status_, statusOf(checked));
        console_.progress(++done_, tasks_.size());
    }
    int status() const { return status_; }
    std::size_t done() const { return done_; }

private:
    int statusOf(const CheckedFile& checked) const {
        if (checked.error) return kCouldNot;
        const auto counts = [&](const Finding& finding) {
            if (arguments_.failOn == "error") return finding.severity == Severity::Error;
            return arguments_.failOn == "info" ||
                   (arguments_.failOn == "warning" && finding.severity != Severity::Info);
        };
        return std::ranges::any_of(checked.findings, counts) ? kFindings : kDone;
    }

    void tellJson(const CheckedFile& checked, const std::string& name) {
        const std::string line = checked.error ? errorJson(*checked.error, name)
                                               : findingsJson(checked.findings,
                                                              checked.cueLines,
                                                              checked.diagnostics,
                                                              checked.profile,
                                                              name);
        if (!arguments_.reportFile.empty()) return console_.report(line + "\n");
        const auto written = writeStandardOutput(line + "\n");
        if (written) return;
        console_.error(written.error(), name);
        status_ = kCouldNot;
    }

    const QcArguments& arguments_;
    std::span<const CheckFileTask> tasks_;
    Console& console_;
    std::size_t done_ = 0;
    int status_ = kDone;
};

/// The profiles that were named, else the built-in ones.
Result<std::vector<Profile>> profilesOf(const QcArguments& arguments) {
    auto known = profilesIn(seedsFolder() / "profiles");
    if (arguments.profiles.empty()) return known;
    std::vector<Profile> chosen;
    for (const std::string& name : arguments.profiles) {
        auto profile = profileNamed(
            name, known ? std::span<const Profile>(*known) : std::span<const Profile>());
        if (!profile) return tl::unexpected(profile.error());
        chosen.push_back(std::move(*profile));
    }
    return chosen;
}

Result<std::vector<CheckFileTask>> tasksOf(const QcArguments& arguments) {
    auto inputs = shardOf(inputsOf(arguments.inputs), arguments.inputs);
    if (!inputs) return tl::unexpected(inputs.error());
    const auto standardInput = standardInputFor(*inputs);
    if (!standardInput) return tl::unexpected(standardInput.error());
    std::vector<CheckFileTask> tasks;
    for (InputFile& input : *inputs) {
        auto bytes = input.isStandardInput() ? *standardInput : std::nullopt;
        tasks.push_back({std::move(input), std::move(bytes)});
    }
    return tasks;
}

int checkBatch(const QcArguments& arguments,
               const CheckFilesOptions& options,
               std::span<const CheckFileTask> tasks,
               Console& console) {
    const InterruptGuard interrupt;
    Outcomes outcomes(arguments, tasks, console);
    checkFiles(tasks,
               options,
               {arguments.inputs.jobs, interrupt.token()},
               [&](std::size_t item, const CheckedFile& checked) { outcomes.add(item, checked); });
    if (!interrupt.wasInterrupted()) return outcomes.status();
    console.error({"cli.stopped",
                   fmt::format("stopped; {} of {} files are done", outcomes.done(), tasks.size())},
                  "");
    return kStopped;
}

int qc(const QcArguments& arguments, const Context& context) {
    Console console(verbosityOf(arguments.telling));
    if (!arguments.reportFile.empty()) {
        const auto kept = console.reportTo(
            arguments.reportFile, arguments.overwrite ? Existing::Replace : Existing::Refuse);
        if (!kept) return couldNot(context, kept.error());
    }
    const auto profiles = profilesOf(arguments);
    if (!profiles) return couldNot(context, profiles.error());
    const auto timeline = timelineOf(arguments.timeline, context.films);
    if (!timeline) return couldNot(context, timeline.error());
    const auto tasks = tasksOf(arguments);
    if (!tasks) return couldNot(context, tasks.error());
    CheckFilesOptions options{*profiles, readingOf(arguments.reading), {}};
    options.checking.timeline = *timeline ? &**timeline : nullptr;
    const int status = checkBatch(arguments, options, *tasks, console);
    const auto reported = console.finishReport();
    return reported ? status : std::max<int>(status, couldNot(context, reported.error()));
}

}  // namespace

Action defineQc(CLI::App& app) {
    const auto arguments = std::make_shared<QcArguments>();
    addInputOptions(app, arguments->inputs);
    app.add_option("--profile",
                   arguments->profiles,
                   "id or file of a profile; several are chosen from by language")
        ->take_all()
        ->expected(1)
        ->allow_extra_args(false);
    addReadingOptions(app, arguments->reading);
    addTimelineOptions(app, arguments->timeline);
    app.add_option("--format", arguments->format, "text or json")
        ->check(CLI::IsMember({"text", "json"}));
    app.add_option("--fail-on",
                   arguments->failOn,
                   "exit status 1 on findings: info, warning (default), error or never")
        ->check(CLI::IsMember({"info", "warning", "error", "never"}));
    app.add_option("--report-file", arguments->reportFile, "file for the findings");
    app.add_flag("--overwrite", arguments->overwrite, "replace a report file that is there");
    addTellingOptions(app, arguments->telling);
    return [arguments](Context& context) { return qc(*arguments, context); };
}

}  // namespace subs::cli
