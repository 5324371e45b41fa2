// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/base/counted.h>
#include <subs/job/json.h>
#include <subs/job/legacy_font.h>
#include <subs/job/normalise_files.h>
#include <subs/text/newline.h>

#include "batch_run.h"
#include "command.h"
#include "common_options.h"
#include "file_tasks.h"
#include "usage.h"
#include "writing_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace subs::cli {
namespace {

struct NormalizeArguments {
    BatchArguments batch;
    OutputArguments outputs;
    bool checks = false;
    WritingArguments writing;
    std::string legacyFont;   ///< Empty: nothing is converted.
    std::string legacyTable;  ///< A file; empty: the library's own table.
    std::string khmerFont = LegacyOptions().khmerFont;

    bool isPlainText() const { return batch.inputs.names.empty(); }
};

Wanted wantedOf(const NormalizeArguments& arguments) {
    return {writingOf(arguments.writing), invisiblesOf(arguments.writing)};
}

/// What becomes of text for fonts from before Unicode; nothing where nobody asked.
using Legacy = std::optional<LegacyOptions>;

/// Errors of `readLegacyTable`.
Result<Legacy> legacyOf(const NormalizeArguments& arguments) {
    if (arguments.legacyFont.empty()) return Legacy();
    LegacyOptions options;
    options.font = legacyFontNamed(arguments.legacyFont);
    options.khmerFont = arguments.khmerFont;
    if (arguments.legacyTable.empty()) return options;
    auto table = readLegacyTable(arguments.legacyTable);
    if (!table) return tl::unexpected(table.error());
    options.table = *std::move(table);
    return options;
}

/// What the files say, in their order.
class NormalizeOutcomes {
public:
    NormalizeOutcomes(const NormalizeArguments& arguments,
                      std::span<const NormaliseFileTask> tasks,
                      BatchRun& run)
        : arguments_(arguments), tasks_(tasks), run_(run) {}

    void add(std::size_t item, const NormalisedFile& file) {
        if (file.error && BatchRun::saysStopped(*file.error)) return;
        const NormaliseFileTask& task = tasks_[item];
        const std::string input = nameFor(task.input);
        const bool isPrinted = !arguments_.checks && task.output.empty();
        if (!file.error && isPrinted) run_.print(file.bytes, input);
        tell(file, input);
        const std::string output = isPrinted ? "-" : task.output.string();
        if (arguments_.batch.telling.json) tellJson(normalisationJson(file, input, output), input);
        run_.fileDone(statusOf(file));
    }

private:
    int statusOf(const NormalisedFile& file) const {
        if (file.error) return kCouldNot;
        const bool isFound = !file.issues.empty() || !file.legacy.empty() ||
                             std::ranges::any_of(file.diagnostics, [](const Diagnostic& each) {
                                 return each.code == kLegacyFontCode;
                             });
        return arguments_.checks && isFound ? kFindings : kDone;
    }

    void tell(const NormalisedFile& file, const std::string& name) {
        Console& console = run_.console();
        console.messages(file.diagnostics, name);
        if (file.error) return console.error(*file.error, name);
        if (arguments_.checks && !arguments_.batch.telling.json)
            for (const PlacedLegacy& legacy : file.legacy)
                console.reportLine(legacyDiagnostic(legacy), name);
        for (const PlacedIssue& issue : file.issues) {
            if (!arguments_.checks)
                console.message(issueDiagnostic(issue), name);
            else if (!arguments_.batch.telling.json)
                console.reportLine(issueDiagnostic(issue), name);
        }
        console.detail(fmt::format("{}: {} of {} {}",
                                   name,
                                   file.changedCues,
                                   counted(file.cues, "cue"),
                                   arguments_.checks ? "can be put right" : "put right"));
    }

    void tellJson(const std::string& json, const std::string& name) {
        if (arguments_.checks && !arguments_.batch.report.file.empty())
            run_.console().report(json + "\n");
        else
            run_.print(json + "\n", name);
    }

    const NormalizeArguments& arguments_;
    std::span<const NormaliseFileTask> tasks_;
    BatchRun& run_;
};

std::vector<NormaliseFileTask> normaliseTasks(std::vector<FileTask> files) {
    std::vector<NormaliseFileTask> tasks;
    tasks.reserve(files.size());
    for (FileTask& file : files)
        tasks.push_back({std::move(file.input), std::move(file.bytes), std::move(file.output)});
    return tasks;
}

int normalizeFiles(const NormalizeArguments& arguments,
                   const Legacy& legacy,
                   const Context& context) {
    BatchRun run(context, arguments.batch);
    if (const auto begun = run.begin(); !begun) return couldNot(context, begun.error());
    auto files = fileTasksOf(arguments.outputs, arguments.batch.inputs, nullptr);
    if (!files) return couldNot(context, files.error());
    if (const auto apart = checkOutputs(*files, {}, run); !apart)
        return couldNot(context, apart.error());
    const std::vector<NormaliseFileTask> tasks = normaliseTasks(*std::move(files));
    return run.run(tasks.size(), [&](const KnownFrames*, const BatchOptions& batch) {
        const NormaliseFilesOptions options{
            arguments.checks ? NormaliseAim::Check : NormaliseAim::Write,
            readingOf(arguments.batch.reading, batch.stop),
            writingOf(arguments.writing),
            invisiblesOf(arguments.writing),
            arguments.batch.report.existing(),
            legacy};
        NormalizeOutcomes outcomes(arguments, tasks, run);
        normaliseFiles(tasks, options, batch, [&](std::size_t item, const NormalisedFile& file) {
            outcomes.add(item, file);
        });
    });
}

/// The lines of `text` without their ends.
std::vector<std::string> linesOf(std::string_view text) {
    std::vector<std::string> lines;
    for (LineReader reader(text); reader.next();)
        lines.emplace_back(reader.line());
    return lines;
}

/// What there is to say of text for fonts from before Unicode in a plain text.
struct LegacySaid {
    LegacyLines lines;  ///< Converted where that was asked for.
    Diagnostics remarks;
};

LegacySaid legacyIn(const Legacy& options, std::string text) {
    LegacySaid said;
    if (!options) {
        if (auto remark = legacyRemark(text)) said.remarks.push_back(*std::move(remark));
        said.lines.text = std::move(text);
        return said;
    }
    said.lines = withLegacyConverted(text, *options);
    const std::size_t count = linesOf(text).size();
    said.remarks = legacyRemarks(said.lines.found, count, *options);
    return said;
}

void reportText(const LegacySaid& legacy,
                std::span<const PlacedIssue> issues,
                const NormalizeArguments& arguments,
                Console& console) {
    const bool isAsked = !arguments.legacyFont.empty();
    for (const PlacedLegacy& one : legacy.lines.found)
        console.reportLine(legacyDiagnostic(one), "-");
    for (const Diagnostic& remark : legacy.remarks)
        if (!isAsked) console.reportLine(remark, "-");
    for (const PlacedIssue& issue : issues)
        console.reportLine(issueDiagnostic(issue), "-");
}

int checkText(const NormalizeArguments& arguments,
              const Legacy& options,
              std::string_view text,
              const Context& context) {
    BatchRun run(context, arguments.batch);
    if (const auto begun = run.begin(); !begun) return couldNot(context, begun.error());
    return run.run(1, [&](const KnownFrames*, const BatchOptions&) {
        const LegacySaid legacy = legacyIn(options, std::string(text));
        const std::vector<PlacedIssue> issues =
            placedIssues(legacy.lines.text, wantedOf(arguments));
        const auto json = [&] { return normalisedTextJson({}, issues, legacy.lines.found) + "\n"; };
        if (!arguments.batch.telling.json)
            reportText(legacy, issues, arguments, run.console());
        else if (arguments.batch.report.file.empty())
            run.print(json(), "-");
        else
            run.console().report(json());
        const bool isFound = !issues.empty() || !legacy.remarks.empty();
        run.fileDone(isFound ? kFindings : kDone);
    });
}

int normalizeText(const NormalizeArguments& arguments,
                  const Legacy& options,
                  const Context& context) {
    auto text = readStandardText(verbosityOf(arguments.batch.telling));
    if (!text) return couldNot(context, text.error());
    if (arguments.checks) return checkText(arguments, options, *text, context);
    const LegacySaid legacy = legacyIn(options, *std::move(text));
    Console(verbosityOf(arguments.batch.telling)).messages(legacy.remarks, "-");
    std::string result = normalisedLines(legacy.lines.text, writingOf(arguments.writing));
    if (arguments.batch.telling.json)
        result =
            normalisedTextJson(
                linesOf(result), placedIssues(result, wantedOf(arguments)), legacy.lines.found) +
            "\n";
    const auto written = writeStandardOutput(result);
    return written ? kDone : couldNot(context, written.error());
}

/// What is wrong with the arguments taken together, or nothing.
std::optional<std::string> legacyFaultIn(const NormalizeArguments& arguments) {
    const auto font = legacyFontNamed(arguments.legacyFont);
    const bool hasTable = !arguments.legacyTable.empty();
    if (hasTable && !font)
        return "--legacy-table says what the fonts of one family draw: name it with --legacy-font";
    if (!font || hasTable || LegacyTable::of(*font)) return std::nullopt;
    return fmt::format(
        "there is no table of what the fonts {} draw; --legacy-font takes auto or limon, or a "
        "table of yours with --legacy-table",
        nameOf(*font));
}

std::optional<std::string> faultIn(const NormalizeArguments& arguments) {
    if (auto fault = legacyFaultIn(arguments)) return fault;
    if (arguments.checks && !arguments.outputs.empty())
        return "--check writes no file; -o and --out-dir are not for it";
    if (arguments.isPlainText())
        return arguments.outputs.empty()
                   ? std::nullopt
                   : std::optional<std::string>(
                         "-o and --out-dir are for subtitle files; text goes to standard output");
    return arguments.checks ? std::nullopt : faultIn(arguments.outputs, arguments.batch);
}

int normalize(const NormalizeArguments& arguments, const Context& context) {
    if (const auto fault = faultIn(arguments)) return misused(context, *fault);
    const auto legacy = legacyOf(arguments);
    if (!legacy) return couldNot(context, legacy.error());
    return arguments.isPlainText() ? normalizeText(arguments, *legacy, context)
                                   : normalizeFiles(arguments, *legacy, context);
}

}  // namespace

Action defineNormalize(CLI::App& app) {
    const auto arguments = std::make_shared<NormalizeArguments>();
    addInputOptions(app, arguments->batch.inputs);
    app.get_option("INPUT")->required(false)->description(
        "subtitle files, folders, - for one on standard input, @LIST for the names in the file LIST; without any, lines of text from standard input to standard output");
    addOutputOptions(app, arguments->outputs);
    CLI::Option* checks = app.add_flag(
        "--check", arguments->checks, "report what is wrong and write nothing; exit status 1 then");
    addWritingStyleOptions(app, arguments->writing, checks);
    app.add_option(
           "--legacy-font",
           arguments->legacyFont,
           "put text for Khmer fonts from before Unicode into it: limon or another family of which --legacy-table tells (all that is set in such a font, else all Latin text), or auto (what a font's name or the text itself tells)")
        ->check(oneOf({"auto", "limon", "abc", "khek", "fk", "baidok", "truth"}));
    app.add_option(
           "--legacy-table",
           arguments->legacyTable,
           "what the fonts of that family draw, in a file like libsubs/data/khmer/legacy/limon.tsv")
        ->type_name("FILE")
        ->needs("--legacy-font");
    app.add_option("--khmer-font",
                   arguments->khmerFont,
                   "the font that takes the place of a font from before Unicode")
        ->type_name("FONT")
        ->needs("--legacy-font");
    addReadingOptions(app, arguments->batch.reading);
    addReportOptions(app, arguments->batch.report, "replace files that are there");
    addTellingOptions(app, arguments->batch.telling, "one object a file");
    return [arguments](Context& context) { return normalize(*arguments, context); };
}

}  // namespace subs::cli
