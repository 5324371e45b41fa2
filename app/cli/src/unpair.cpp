// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/base/counted.h>
#include <subs/job/json.h>
#include <subs/job/outputs.h>
#include <subs/job/pair_names.h>
#include <subs/job/report_text.h>
#include <subs/job/unpair_files.h>

#include "batch_run.h"
#include "command.h"
#include "common_options.h"
#include "convert_options.h"
#include "file_tasks.h"
#include "usage.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <system_error>
#include <vector>

namespace subs::cli {
namespace {

struct UnpairArguments {
    ConvertArguments files;
    std::vector<std::string> outputs;  ///< -o, twice
    std::string languages;
    std::string by = "any";
    std::vector<std::string> secondStyles;

    const BatchArguments& batch() const { return files.batch; }
    const std::string& folder() const { return files.outputs.folder; }
    bool prints() const { return std::ranges::find(outputs, "-") != outputs.end(); }
};

UnpairBy byOf(const UnpairArguments& arguments) {
    for (const UnpairBy by :
         {UnpairBy::Field, UnpairBy::Script, UnpairBy::Style, UnpairBy::Row, UnpairBy::Half})
        if (nameOf(by) == arguments.by) return by;
    return UnpairBy::Any;
}

/// The languages that were given, or that the outputs are named by.
LanguagePair namedLanguages(const UnpairArguments& arguments) {
    if (!arguments.languages.empty()) return languagesOf(arguments.languages);
    if (arguments.outputs.size() != 2) return {};
    LanguagePair languages{taggedName(arguments.outputs[0]).tag,
                           taggedName(arguments.outputs[1]).tag};
    const bool isKnown = !languages.first.empty() && !languages.second.empty();
    return isKnown && languages.first != languages.second ? languages : LanguagePair();
}

/// By -t, else by the ending of the output where that is one of a format.
const Format* formatOf(const std::string& output, const Format* named) {
    const std::string ending = std::filesystem::path(output).extension().string();
    return named != nullptr || ending.empty() ? named : formatNamed(ending);
}

Result<UnpairOptions> optionsOf(const UnpairArguments& arguments) {
    ConvertArguments files = arguments.files;
    files.outputs.file = "-";  // each output has its own format
    auto writing = optionsOf(files);
    if (!writing) return tl::unexpected(writing.error());
    UnpairOptions options;
    options.formats = {writing->format, writing->format};
    for (std::size_t i = 0; i < arguments.outputs.size(); ++i)
        options.formats.at(i) = formatOf(arguments.outputs[i], writing->format);
    options.choice = writing->choice;
    options.by = byOf(arguments);
    options.languages = namedLanguages(arguments);
    options.secondStyles = arguments.secondStyles;
    options.reading = std::move(writing->reading);
    options.writing = std::move(writing->writing);
    options.existing = writing->existing;
    return options;
}

/// -o A -o B
Result<std::vector<UnpairTask>> oneTask(const UnpairArguments& arguments,
                                        std::vector<InputFile> inputs) {
    if (inputs.size() != 1)
        return failure("cli.usage", "-o is for one input; --out-dir is for many");
    const auto standardInput = standardInputFor(inputs);
    if (!standardInput) return tl::unexpected(standardInput.error());
    UnpairTask task;
    task.input = std::move(inputs.front());
    if (task.input.isStandardInput()) task.bytes = *standardInput;
    for (const std::size_t track : {0U, 1U})
        if (arguments.outputs[track] != "-") task.outputs.at(track) = arguments.outputs[track];
    std::vector<UnpairTask> tasks;
    tasks.push_back(std::move(task));
    return tasks;
}

/// --out-dir
Result<std::vector<UnpairTask>> manyTasks(const UnpairArguments& arguments,
                                          const Format* format,
                                          std::vector<InputFile> inputs) {
    const auto planned = plannedOutputs(inputs, arguments.folder(), format);
    if (!planned) return tl::unexpected(planned.error());
    std::vector<UnpairTask> tasks;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        UnpairTask task;
        task.input = std::move(inputs[i]);
        task.named = (*planned)[i];
        tasks.push_back(std::move(task));
    }
    return tasks;
}

Result<std::vector<UnpairTask>> tasksOf(const UnpairArguments& arguments, UnpairOptions& options) {
    std::vector<InputFile> inputs = inputsOf(arguments.batch().inputs);
    for (const InputFile& input : inputs) {
        std::error_code ignored;
        options.inputs.insert(std::filesystem::weakly_canonical(
            std::filesystem::absolute(input.path, ignored), ignored));
    }
    auto part = shardOf(std::move(inputs), arguments.batch().inputs);
    if (!part) return tl::unexpected(part.error());
    return arguments.folder().empty() ? oneTask(arguments, *std::move(part))
                                      : manyTasks(arguments, options.formats[0], *std::move(part));
}

Result<void> checkApartFrom(std::span<const UnpairTask> tasks,
                            const UnpairArguments& arguments,
                            const BatchRun& run) {
    std::vector<FileTask> files;
    for (const UnpairTask& task : tasks) {
        const auto& [first, second] = task.outputs;
        for (const std::filesystem::path& output : {first, second})
            files.push_back({task.input, std::nullopt, output});
        if (second.empty()) continue;
        if (auto apart = checkApart(second, "the second language", {&first, 1}); !apart)
            return apart;
    }
    return checkOutputs(files, arguments.batch().timeline, run);
}

/// What the files say, in their order.
class UnpairOutcomes {
public:
    UnpairOutcomes(const UnpairArguments& arguments,
                   std::span<const UnpairTask> tasks,
                   BatchRun& run)
        : arguments_(arguments),
          tasks_(tasks),
          run_(run),
          failLimit_(failLimitOf(arguments.files)) {}

    void add(std::size_t item, const UnpairOutcome& outcome) {
        if (outcome.error && BatchRun::saysStopped(*outcome.error)) return;
        const std::string input = nameFor(tasks_[item].input);
        const Unpaired& unpaired = outcome.unpaired;
        for (const std::size_t track : {0U, 1U})
            if (!outcome.error && unpaired.outputs.at(track).empty())
                run_.print(unpaired.bytes.at(track), input);
        tell(outcome, input);
        const std::string json = partingJson(outcome, input);
        report(outcome, input, json);
        if (arguments_.batch().telling.json) run_.print(json + "\n", input);
        run_.fileDone(statusOf(outcome));
    }

private:
    int statusOf(const UnpairOutcome& outcome) const {
        if (outcome.error) return kCouldNot;
        const auto isAtLimit = [&](const LossReport& losses) {
            return failLimit_ && !losses.empty() && losses.worst() >= *failLimit_;
        };
        const Unpaired& unpaired = outcome.unpaired;
        const bool isFound =
            isAtLimit(unpaired.unread) || std::ranges::any_of(unpaired.losses, isAtLimit);
        return isFound ? kFindings : kDone;
    }

    static std::string outputOf(const Unpaired& unpaired, std::size_t track) {
        const std::string output = unpaired.outputs.at(track).string();
        return output.empty() ? "-" : output;
    }

    void tell(const UnpairOutcome& outcome, const std::string& input) {
        const Unpaired& unpaired = outcome.unpaired;
        Console& console = run_.console();
        console.messages(unpaired.diagnostics, input);
        if (outcome.error) return console.error(*outcome.error, input);
        console.detail(fmt::format("{} -> {} ({}), {} ({}): {} by {}, {} in both",
                                   input,
                                   outputOf(unpaired, 0),
                                   counted(unpaired.written[0], "cue"),
                                   outputOf(unpaired, 1),
                                   counted(unpaired.written[1], "cue"),
                                   counted(unpaired.cues, "cue"),
                                   nameOf(unpaired.by),
                                   unpaired.inBoth.size()));
    }

    /// The losses: as a report where one is asked for, else as remarks.
    void report(const UnpairOutcome& outcome, const std::string& input, const std::string& json) {
        if (arguments_.files.report == "json") return run_.console().report(json + "\n");
        if (outcome.error) return;
        const Unpaired& unpaired = outcome.unpaired;
        if (!unpaired.unread.empty()) tellLosses(unpaired.unread, input);
        for (const std::size_t track : {0U, 1U})
            tellLosses(unpaired.losses.at(track), outputOf(unpaired, track));
    }

    void tellLosses(const LossReport& losses, const std::string& file) {
        Console& console = run_.console();
        if (arguments_.files.report == "text")
            return console.report(lossReportText(losses, printable(file)));
        for (const LossItem& loss : losses.items)
            if (console.shows(severityOf(loss))) console.message(lossDiagnostic(loss), file);
    }

    const UnpairArguments& arguments_;
    std::span<const UnpairTask> tasks_;
    BatchRun& run_;
    std::optional<LossSeverity> failLimit_;
};

std::optional<std::string> faultIn(const UnpairArguments& arguments) {
    const bool hasFiles = !arguments.outputs.empty();
    if (hasFiles && arguments.outputs.size() != 2)
        return "-o is given twice, for the first language and for the second";
    const bool printsBoth = std::ranges::count(arguments.outputs, "-") == 2;
    if (printsBoth) return "both languages would be written to standard output";
    ConvertArguments files = arguments.files;
    if (hasFiles) files.outputs.file = arguments.prints() ? "-" : arguments.outputs[0];
    if (!hasFiles && arguments.folder().empty())
        return "-o twice, or --out-dir, says where the outputs go";
    return faultIn(files);
}

int unpair(const UnpairArguments& arguments, const Context& context) {
    if (const auto fault = faultIn(arguments)) return misused(context, *fault);
    BatchRun run(context, arguments.batch());
    if (const auto begun = run.begin(); !begun) return couldNot(context, begun.error());
    auto options = optionsOf(arguments);
    if (!options) return couldNot(context, options.error());
    const auto tasks = tasksOf(arguments, *options);
    if (!tasks) return couldNot(context, tasks.error());
    if (const auto apart = checkApartFrom(*tasks, arguments, run); !apart)
        return couldNot(context, apart.error());
    return run.run(tasks->size(), [&](const KnownFrames* frames, const BatchOptions& batch) {
        options->frames = frames;
        options->reading.stop = batch.stop;
        UnpairOutcomes outcomes(arguments, *tasks, run);
        unpairAll(*tasks, *options, batch, [&](std::size_t item, const UnpairOutcome& outcome) {
            outcomes.add(item, outcome);
        });
    });
}

}  // namespace

Action defineUnpair(CLI::App& app) {
    const auto arguments = std::make_shared<UnpairArguments>();
    addInputOptions(app, arguments->files.batch.inputs);
    addFormatOption(app, arguments->files);
    CLI::Option* output = app.add_option("-o,--output",
                                         arguments->outputs,
                                         "twice: output of the first language, and of the second; "
                                         "- for standard output")
                              ->allow_extra_args(false)
                              ->type_name("FILE");
    app.add_option("--out-dir",
                   arguments->files.outputs.folder,
                   "folder for the outputs of many inputs: NAME.km.srt and NAME.en.srt of NAME.srt")
        ->type_name("FOLDER")
        ->excludes(output);
    addLanguagesOption(
        app,
        arguments->languages,
        "the languages, the first and the second (default: as the outputs' names "
        "tell, else those of the fields, the source first, else by the scripts of the "
        "lines, the upper one first)");
    app.add_option(
           "--by",
           arguments->by,
           "what tells them apart: field (source and target of XLIFF and TMX, columns of "
           "CSV, TSV, XLSX), script (of a line, or of the two halves of one), style, row (of the picture: the second stands on "
           "top), half (the upper and the lower lines of a cue), or any (default: fields, "
           "else styles where each language has its own and the letters of some cues say otherwise, "
           "else scripts, else styles, else rows)")
        ->check(oneOf({"any", "field", "script", "style", "row", "half"}));
    app.add_option("--second-style",
                   arguments->secondStyles,
                   "a style of the second language, with --by style; may be given several times")
        ->type_name("STYLE")
        ->allow_extra_args(false);
    addEncodingOption(app, arguments->files.batch.reading);
    addRunOptions(app, arguments->files);
    return [arguments](Context& context) { return unpair(*arguments, context); };
}

}  // namespace subs::cli
