// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/base/counted.h>
#include <subs/job/json.h>
#include <subs/job/outputs.h>
#include <subs/job/pair_files.h>
#include <subs/job/pair_names.h>
#include <subs/job/report_text.h>

#include "batch_run.h"
#include "command.h"
#include "common_options.h"
#include "convert_options.h"
#include "file_tasks.h"
#include "usage.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace subs::cli {
namespace {

struct PairArguments {
    ConvertArguments files;
    std::string languages;
    std::string form = "stacked";
    std::string place = "below";
    std::string times;

    const OutputArguments& outputs() const { return files.outputs; }
    const BatchArguments& batch() const { return files.batch; }
};

SecondPlace placeOf(const PairArguments& arguments) {
    if (arguments.place == "top") return SecondPlace::Top;
    return arguments.place == "above" ? SecondPlace::Above : SecondPlace::Below;
}

std::optional<StackTimes> timesOf(const PairArguments& arguments) {
    if (arguments.times == "first") return StackTimes::First;
    if (arguments.times == "second") return StackTimes::Second;
    return arguments.times == "exact" ? std::optional(StackTimes::Exact) : std::nullopt;
}

Result<PairOptions> optionsOf(const PairArguments& arguments) {
    auto writing = optionsOf(arguments.files);
    if (!writing) return tl::unexpected(writing.error());
    PairOptions options;
    options.format = writing->format;
    options.choice = writing->choice;
    options.form = arguments.form == "styles" ? PairForm::Styles : PairForm::Stacked;
    options.place = placeOf(arguments);
    options.times = timesOf(arguments);
    options.languages = languagesOf(arguments.languages);
    options.reading = std::move(writing->reading);
    options.writing = std::move(writing->writing);
    options.existing = writing->existing;
    return options;
}

/// What two files are that were named one after the other.
struct Work {
    std::vector<PairTask> tasks;
    std::vector<InputFile> faulty;  ///< Without a partner, and the like.
    std::vector<InputFile> others;  ///< In other languages.
};

std::vector<PairTask> sharded(std::vector<PairTask> tasks, Shard shard) {
    std::vector<PairTask> part;
    for (std::size_t i = shard.index - 1; i < tasks.size(); i += shard.count)
        part.push_back(std::move(tasks[i]));
    return part;
}

/// FIRST and SECOND.
Result<Work> namedPair(const PairArguments& arguments, std::vector<InputFile> inputs) {
    if (inputs.size() != 2)
        return failure("cli.usage",
                       fmt::format("-o is for two files, the first language and the second; {} "
                                   "named; --out-dir is for many",
                                   counted(inputs.size(), "is", "are")));
    const auto standardInput = standardInputFor(inputs);
    if (!standardInput) return tl::unexpected(standardInput.error());
    PairTask task{{std::move(inputs[0]), std::move(inputs[1])}, {}};
    for (const std::size_t track : {0U, 1U})
        if (task.inputs.at(track).isStandardInput()) task.bytes.at(track) = *standardInput;
    if (arguments.outputs().file != "-") task.output = arguments.outputs().file;
    Work work;
    work.tasks.push_back(std::move(task));
    return work;
}

/// All pairs by the names of the files; -o has none of these.
Result<Work> pairsOfNames(const PairArguments& arguments,
                          const PairOptions& options,
                          std::vector<InputFile> inputs) {
    const LanguagePair languages =
        arguments.languages.empty() ? LanguagePair{"km", "en"} : options.languages;
    NamedPairs named = pairsByName(std::move(inputs), languages);
    std::vector<InputFile> results;
    for (const NamedPair& pair : named.pairs)
        results.push_back({pair.inputs[0].path, pair.relative, std::nullopt});
    auto outputs = plannedOutputs(results, arguments.outputs().folder, options.format);
    if (!outputs) return tl::unexpected(outputs.error());
    Work work{{}, std::move(named.faulty), std::move(named.others)};
    for (std::size_t i = 0; i < named.pairs.size(); ++i)
        work.tasks.push_back({std::move(named.pairs[i].inputs), {}, (*outputs)[i]});
    return work;
}

Result<Work> workOf(const PairArguments& arguments, const PairOptions& options) {
    std::vector<InputFile> inputs = inputsOf(arguments.batch().inputs);
    auto work = arguments.outputs().folder.empty()
                    ? namedPair(arguments, std::move(inputs))
                    : pairsOfNames(arguments, options, std::move(inputs));
    if (!work || arguments.batch().inputs.shard.empty()) return work;
    const auto shard = parseShard(arguments.batch().inputs.shard);
    if (!shard) return tl::unexpected(shard.error());
    work->tasks = sharded(std::move(work->tasks), *shard);
    // What cannot be done is told once, by the first part.
    if (shard->index > 1) work->faulty.clear();
    return work;
}

Result<void> checkApartFrom(const Work& work, const PairArguments& arguments, const BatchRun& run) {
    std::vector<FileTask> files;
    for (const PairTask& task : work.tasks)
        for (const InputFile& input : task.inputs)
            files.push_back({input, std::nullopt, task.output});
    return checkOutputs(files, arguments.batch().timeline, run);
}

/// What the pairs say, in their order.
class PairOutcomes {
public:
    PairOutcomes(const PairArguments& arguments, const Work& work, BatchRun& run)
        : arguments_(arguments), work_(work), run_(run), failLimit_(failLimitOf(arguments.files)) {}

    void tellOthers() {
        for (const InputFile& file : work_.others)
            run_.console().message({Severity::Info,
                                    0,
                                    0,
                                    "pair.other-language",
                                    "its name is that of neither language; it was not paired"},
                                   nameFor(file));
        for (const InputFile& file : work_.faulty) {
            run_.console().error(*file.fault, nameFor(file));
            tellJson(errorJson(*file.fault, nameFor(file), "input"), nameFor(file));
            run_.fileDone(kCouldNot);
        }
    }

    void add(std::size_t item, const PairOutcome& outcome) {
        if (outcome.error && BatchRun::saysStopped(*outcome.error)) return;
        const PairTask& task = work_.tasks[item];
        const std::string first = nameFor(task.inputs[0]);
        const std::string second = nameFor(task.inputs[1]);
        const std::string output = task.output.empty() ? "-" : task.output.string();
        if (!outcome.error && task.output.empty()) run_.print(outcome.paired.bytes, first);
        tell(outcome, first, second, output);
        const std::string json = pairingJson(outcome, first, second, output);
        report(outcome, {first, second}, json, output);
        tellJson(json, first);
        run_.fileDone(statusOf(outcome));
    }

private:
    int statusOf(const PairOutcome& outcome) const {
        if (outcome.error) return kCouldNot;
        const Paired& paired = outcome.paired;
        bool isFound = isAtLimit(paired.losses);
        for (const auto* of : {&paired.lost, &paired.unread})
            isFound = isFound || std::ranges::any_of(*of, [&](const LossReport& losses) {
                          return isAtLimit(losses);
                      });
        return isFound ? kFindings : kDone;
    }

    bool isAtLimit(const LossReport& losses) const {
        return failLimit_ && !losses.empty() && losses.worst() >= *failLimit_;
    }

    void tell(const PairOutcome& outcome,
              const std::string& first,
              const std::string& second,
              const std::string& output) {
        const Paired& paired = outcome.paired;
        Console& console = run_.console();
        console.messages(paired.diagnostics[0], first);
        console.messages(paired.diagnostics[1], second);
        console.messages(paired.made, output);
        if (outcome.error) return console.error(*outcome.error, first);
        console.detail(fmt::format("{} + {} -> {}: {} of {} and {}, {} and {} without a partner",
                                   first,
                                   second,
                                   output,
                                   counted(paired.written, "cue"),
                                   paired.cues[0],
                                   paired.cues[1],
                                   paired.alone[0].size(),
                                   paired.alone[1].size()));
    }

    /// The losses: as a report where one is asked for, else as remarks.
    void report(const PairOutcome& outcome,
                const std::array<std::string, 2>& inputs,
                const std::string& json,
                const std::string& output) {
        if (arguments_.files.report == "json") return run_.console().report(json + "\n");
        if (outcome.error) return;
        bool isLossless = true;
        for (const std::size_t track : {0U, 1U}) {
            const LossReport losses = ofInput(outcome.paired, track);
            if (!losses.empty()) tellLosses(losses, inputs.at(track));
            isLossless = isLossless && losses.empty();
        }
        // That nothing is lost is told where it is so of all three files.
        if (isLossless || !outcome.paired.losses.empty()) tellLosses(outcome.paired.losses, output);
    }

    /// What the output does not get of one input.
    static LossReport ofInput(const Paired& paired, std::size_t track) {
        LossReport losses = paired.unread.at(track);
        std::ranges::copy(paired.lost.at(track).items, std::back_inserter(losses.items));
        return losses;
    }

    void tellLosses(const LossReport& losses, const std::string& file) {
        Console& console = run_.console();
        if (arguments_.files.report == "text")
            return console.report(lossReportText(losses, printable(file)));
        for (const LossItem& loss : losses.items)
            if (console.shows(severityOf(loss))) console.message(lossDiagnostic(loss), file);
    }

    void tellJson(const std::string& json, const std::string& file) {
        if (arguments_.batch().telling.json) run_.print(json + "\n", file);
    }

    const PairArguments& arguments_;
    const Work& work_;
    BatchRun& run_;
    std::optional<LossSeverity> failLimit_;
};

std::optional<std::string> faultIn(const PairArguments& arguments) {
    if (auto fault = faultIn(arguments.files)) return fault;
    if (arguments.form != "styles" && arguments.place == "top")
        return "--place top needs --as styles: stacked cues are at one place";
    return std::nullopt;
}

int pair(const PairArguments& arguments, const Context& context) {
    if (const auto fault = faultIn(arguments)) return misused(context, *fault);
    BatchRun run(context, arguments.batch());
    if (const auto begun = run.begin(); !begun) return couldNot(context, begun.error());
    auto options = optionsOf(arguments);
    if (!options) return couldNot(context, options.error());
    const auto work = workOf(arguments, *options);
    if (!work) return couldNot(context, work.error());
    if (const auto apart = checkApartFrom(*work, arguments, run); !apart)
        return couldNot(context, apart.error());
    if (work->tasks.empty() && work->faulty.empty() && arguments.batch().inputs.shard.empty())
        return couldNot(context,
                        {"pair.none",
                         "no two files are NAME.A.srt and NAME.B.srt in the two languages of "
                         "--lang (km,en without it)"});
    const std::size_t total = work->tasks.size() + work->faulty.size();
    return run.run(total, [&](const KnownFrames* frames, const BatchOptions& batch) {
        options->frames = frames;
        options->reading.stop = batch.stop;
        PairOutcomes outcomes(arguments, *work, run);
        outcomes.tellOthers();
        pairAll(work->tasks, *options, batch, [&](std::size_t item, const PairOutcome& outcome) {
            outcomes.add(item, outcome);
        });
    });
}

}  // namespace

Action definePair(CLI::App& app) {
    const auto arguments = std::make_shared<PairArguments>();
    addInputOptions(app, arguments->files.batch.inputs);
    app.get_option("INPUT")->description(
        "with -o two files, the first language and the second (- for one on standard input); with --out-dir files, folders, @LIST for the names in the file LIST, paired by their names");
    addFormatOption(app, arguments->files);
    addOutputOptions(app, arguments->files.outputs);
    app.get_option("--output")->description("output of two files; - for standard output");
    app.get_option("--out-dir")
        ->description(
            "folder for the outputs of many pairs: NAME.srt of NAME.km.srt and NAME.en.srt");
    addLanguagesOption(app,
                       arguments->languages,
                       "the languages, the first and the second, in which files are paired by name "
                       "(default: km,en)");
    app.add_option("--as",
                   arguments->form,
                   "stacked (default: both in one cue) or styles (each in cues and styles of its "
                   "own, with two styles in ASS)")
        ->check(oneOf({"stacked", "styles"}));
    app.add_option("--place",
                   arguments->place,
                   "where the second language stands: below the first (default), above it, or top "
                   "(of the picture, with --as styles)")
        ->check(oneOf({"below", "above", "top"}));
    app.add_option("--times",
                   arguments->times,
                   "whose times rule: first (default where stacked; the other's texts come and go "
                   "with their partners), second, or exact (default for styles: each keeps its "
                   "own, and stacked cues are cut where one begins or ends)")
        ->check(oneOf({"first", "second", "exact"}));
    addEncodingOption(app, arguments->files.batch.reading);
    addRunOptions(app, arguments->files);
    app.get_option("--json")->description("JSON on standard output: one object a pair");
    return [arguments](Context& context) { return pair(*arguments, context); };
}

}  // namespace subs::cli
