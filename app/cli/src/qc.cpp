// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/job/check_files.h>
#include <subs/job/json.h>
#include <subs/job/legacy_font.h>
#include <subs/job/profiles.h>

#include "batch_run.h"
#include "command.h"
#include "common_options.h"
#include "usage.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>

namespace subs::cli {
namespace {

struct QcArguments {
    BatchArguments batch;
    std::vector<std::string> profiles;
    std::string picture;
    std::string format = "text";
    std::string failOn = "warning";

    bool isJson() const { return batch.telling.json || format == "json"; }
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

/// True of damage to a file, such as a cue that breaks off, or that it is empty.
bool isDamage(const Diagnostic& diagnostic) {
    return diagnostic.severity == Severity::Error;
}

/// True of text that no player shows right without a font from before Unicode.
/// What the files say, in their order.
class QcOutcomes {
public:
    QcOutcomes(const QcArguments& arguments, std::span<const CheckFileTask> tasks, BatchRun& run)
        : arguments_(arguments), tasks_(tasks), run_(run) {}

    void add(std::size_t item, const CheckedFile& checked) {
        if (checked.error && BatchRun::saysStopped(*checked.error)) return;
        const std::string name = nameFor(tasks_[item].input);
        if (checked.error) run_.console().error(*checked.error, name);
        run_.console().messages(checked.diagnostics, name);
        if (arguments_.isJson())
            tellJson(checked, name);
        else
            for (const Finding& finding : checked.findings)
                run_.console().reportLine(diagnosticOf(finding, checked), name);
        run_.fileDone(statusOf(checked));
    }

private:
    int statusOf(const CheckedFile& checked) const {
        if (checked.error) return kCouldNot;
        const auto counts = [&](const Finding& finding) { return fails(finding.severity); };
        const auto spoils = [&](const Diagnostic& diagnostic) {
            return isDamage(diagnostic) || diagnostic.code == kLegacyFontCode
                       ? fails(diagnostic.severity)
                       : false;
        };
        return std::ranges::any_of(checked.diagnostics, spoils) ||
                       std::ranges::any_of(checked.findings, counts)
                   ? kFindings
                   : kDone;
    }

    /// True where a finding of that severity makes the exit status 1.
    bool fails(Severity severity) const {
        if (arguments_.failOn == "never") return false;
        if (arguments_.failOn == "error") return severity == Severity::Error;
        return arguments_.failOn == "info" || severity != Severity::Info;
    }

    void tellJson(const CheckedFile& checked, const std::string& name) {
        const std::string line =
            (checked.error ? errorJson(*checked.error, name) : findingsJson(checked, name)) + "\n";
        if (arguments_.batch.report.file.empty())
            run_.print(line, name);
        else
            run_.console().report(line);
    }

    const QcArguments& arguments_;
    std::span<const CheckFileTask> tasks_;
    BatchRun& run_;
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
    auto inputs = shardOf(inputsOf(arguments.batch.inputs), arguments.batch.inputs);
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

/// All that is read: the inputs, and profiles that are files.
std::vector<std::filesystem::path> filesOf(const QcArguments& arguments,
                                           std::span<const CheckFileTask> tasks) {
    std::vector<std::filesystem::path> files(arguments.profiles.begin(), arguments.profiles.end());
    for (const CheckFileTask& task : tasks)
        files.push_back(task.input.path);
    return files;
}

int qc(const QcArguments& arguments, const Context& context) {
    BatchRun run(context, arguments.batch);
    if (const auto begun = run.begin(); !begun) return couldNot(context, begun.error());
    const auto profiles = profilesOf(arguments);
    if (!profiles) return couldNot(context, profiles.error());
    const auto tasks = tasksOf(arguments);
    if (!tasks) return couldNot(context, tasks.error());
    if (const auto apart = run.keepApart(filesOf(arguments, *tasks)); !apart)
        return couldNot(context, apart.error());
    return run.run(tasks->size(), [&](const KnownFrames* frames, const BatchOptions& batch) {
        const ProfileChoice choice =
            arguments.profiles.empty() ? ProfileChoice::ByLanguage : ProfileChoice::Named;
        QcOutcomes outcomes(arguments, *tasks, run);
        checkFiles(
            *tasks,
            {*profiles,
             readingOf(arguments.batch.reading, batch.stop),
             frames,
             choice,
             aspectOf(arguments.picture)},
            batch,
            [&](std::size_t item, const CheckedFile& checked) { outcomes.add(item, checked); });
    });
}

}  // namespace

Action defineQc(CLI::App& app) {
    const auto arguments = std::make_shared<QcArguments>();
    addInputOptions(app, arguments->batch.inputs);
    app.add_option("--profile",
                   arguments->profiles,
                   "id or file of a profile; several are chosen from by language")
        ->type_name("PROFILE")
        ->take_all()
        ->expected(1)
        ->allow_extra_args(false);
    addReadingOptions(app, arguments->batch.reading);
    addTimelineOptions(app, arguments->batch.timeline);
    addPictureOption(app, arguments->picture);
    app.add_option("--format", arguments->format, "of the report (default: text)")
        ->check(oneOf({"text", "json"}));
    app.add_option("--fail-on",
                   arguments->failOn,
                   "exit status 1 on findings: info, warning (default), error or never")
        ->check(oneOf({"info", "warning", "error", "never"}));
    addReportOptions(app, arguments->batch.report, "replace a report file that is there");
    addTellingOptions(app, arguments->batch.telling, "one object a file");
    return [arguments](Context& context) { return qc(*arguments, context); };
}

}  // namespace subs::cli
