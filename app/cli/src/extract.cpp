// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/base/counted.h>
#include <subs/job/extract.h>
#include <subs/job/tracks_json.h>

#include "batch_run.h"
#include "command.h"
#include "common_options.h"
#include "file_tasks.h"
#include "track_losses.h"
#include "usage.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace subs::cli {
namespace {

struct ExtractArguments {
    BatchArguments batch;
    std::vector<std::string> tracks;
    bool takesAll = false;
    std::string format;
    OutputArguments outputs;
    std::string fontFolder;
    TrackLossArguments losses;

    Existing existing() const { return batch.report.existing(); }
};

/// By -t, else by the output's ending where that is one of a format; null: the track's own.
Result<const Format*> formatOf(const ExtractArguments& arguments) {
    if (!arguments.format.empty()) {
        const Format* named = formatNamed(arguments.format);
        if (named == nullptr) return noFormatNamed(arguments.format);
        return named;
    }
    const std::string ending = std::filesystem::path(arguments.outputs.file).extension().string();
    return ending.empty() ? nullptr : formatNamed(ending);
}

Result<ExtractOptions> optionsOf(const ExtractArguments& arguments) {
    const auto format = formatOf(arguments);
    if (!format) return tl::unexpected(format.error());
    ExtractOptions options;
    options.tracks = arguments.tracks;
    options.takesAll = arguments.takesAll;
    options.format = *format;
    options.existing = arguments.existing();
    options.fontFolder = arguments.fontFolder;
    return options;
}

std::optional<std::string> faultIn(const ExtractArguments& arguments) {
    if (arguments.outputs.empty()) return "-o or --out-dir says where the tracks go";
    if (arguments.outputs.file == "-" && arguments.batch.telling.json)
        return "--json and -o - would both write to standard output";
    if (arguments.outputs.file == "-" && arguments.batch.report.file == "-")
        return "-o - and --report-file - would both write to standard output";
    return std::nullopt;
}

/// One film.
struct FilmTask {
    InputFile input;
    ExtractTask task;
};

Result<std::vector<FilmTask>> tasksOf(const ExtractArguments& arguments) {
    auto inputs = shardOf(inputsOf(arguments.batch.inputs), arguments.batch.inputs);
    if (!inputs) return tl::unexpected(inputs.error());
    if (!arguments.outputs.file.empty() && inputs->size() != 1)
        return failure("cli.usage", "-o is for one film; --out-dir is for many");
    std::vector<FilmTask> tasks;
    std::set<std::string> names;
    for (InputFile& input : *inputs) {
        if (input.isStandardInput())
            return failure("cli.usage", "a film cannot be read from standard input");
        // Tracks are named by their films.
        if (!input.fault && !names.insert(input.path.stem().string()).second)
            return failure("output.collision",
                           fmt::format("the tracks of {} and of another film would have the same "
                                       "names; nothing was written",
                                       input.path.string()));
        ExtractTask task{input.path, arguments.outputs.file, arguments.outputs.folder};
        tasks.push_back({std::move(input), std::move(task)});
    }
    return tasks;
}

/// What the films say, in their order.
class ExtractOutcomes {
public:
    ExtractOutcomes(const ExtractArguments& arguments,
                    const std::vector<FilmTask>& tasks,
                    BatchRun& run)
        : arguments_(arguments), tasks_(tasks), run_(run) {}

    void add(std::size_t item, const ExtractOutcome& outcome) {
        if (outcome.error && BatchRun::saysStopped(*outcome.error)) return;
        const std::string film = nameFor(tasks_[item].input);
        Console& console = run_.console();
        int status = outcome.error ? kCouldNot : kDone;
        console.messages(outcome.diagnostics, film);
        if (outcome.error) console.error(*outcome.error, film);
        for (const ExtractedTrack& track : outcome.tracks)
            status = std::max(status, tell(track, film));
        for (const ExtractedFont& font : outcome.fonts)
            status = std::max(status, tell(font));
        const std::string json = extractionJson(outcome, film) + "\n";
        if (arguments_.losses.report == "json") console.report(json);
        if (arguments_.batch.telling.json) run_.print(json, film);
        run_.fileDone(status);
    }

private:
    int tell(const ExtractedTrack& track, const std::string& film) {
        Console& console = run_.console();
        const std::string output = track.output.string();
        console.messages(track.diagnostics, output == "-" ? film : output);
        if (track.error) {
            console.error(*track.error, film);
            return kCouldNot;
        }
        if (output == "-") run_.print(track.bytes, film);
        console.detail(fmt::format("{}, track {} -> {}: {}",
                                   film,
                                   trackLine(track.track),
                                   output,
                                   counted(track.cues, "cue")));
        return tellLosses(console, arguments_.losses, track.losses, output);
    }

    int tell(const ExtractedFont& font) {
        if (font.error) {
            run_.console().error(*font.error, font.output.string());
            return kCouldNot;
        }
        run_.console().detail(fmt::format("font {} -> {}", font.name, font.output.string()));
        return kDone;
    }

    const ExtractArguments& arguments_;
    const std::vector<FilmTask>& tasks_;
    BatchRun& run_;
};

int extract(const ExtractArguments& arguments, const Context& context) {
    if (const auto fault = faultIn(arguments)) return misused(context, *fault);
    const auto options = optionsOf(arguments);
    if (!options) return couldNot(context, options.error());
    const auto tasks = tasksOf(arguments);
    if (!tasks) return couldNot(context, tasks.error());
    BatchRun run(context, arguments.batch);
    if (const auto begun = run.begin(); !begun) return couldNot(context, begun.error());
    return run.run(tasks->size(), [&](const KnownFrames*, const BatchOptions& batch) {
        ExtractOutcomes outcomes(arguments, *tasks, run);
        const bool isOne = tasks->size() == 1;
        const auto work = [&](std::size_t item, std::size_t) -> ExtractOutcome {
            const FilmTask& film = (*tasks)[item];
            if (film.input.fault) return {film.input.fault, {}, {}, {}};
            Watch watch{batch.stop, {}};
            if (isOne) watch.progress = [&](double done) { run.console().progress(done); };
            return extracted(*context.containers, film.task, *options, watch);
        };
        // One film is done on this thread, so that its progress can be shown.
        if (isOne)
            outcomes.add(0, work(0, 0));
        else
            runBatchOf<ExtractOutcome>(
                tasks->size(), batch, work, [&](std::size_t item, const ExtractOutcome& outcome) {
                    outcomes.add(item, outcome);
                });
    });
}

}  // namespace

Action defineExtract(CLI::App& app) {
    const auto arguments = std::make_shared<ExtractArguments>();
    app.add_option(
           "FILM", arguments->batch.inputs.names, "films; @LIST for the names in the file LIST")
        ->type_name("FILM")
        ->required();
    CLI::Option* track =
        app.add_option("--track",
                       arguments->tracks,
                       "a track, by its number as info tells it or by its language; may be given "
                       "several times")
            ->type_name("TRACK")
            ->allow_extra_args(false);
    app.add_flag("--all", arguments->takesAll, "all text tracks")->excludes(track);
    app.add_option("-t,--to", arguments->format, "format of the outputs (default: the tracks' own)")
        ->type_name("FORMAT");
    addOutputOptions(app, arguments->outputs);
    app.get_option("--output")->description("output of one track; - for standard output");
    app.get_option("--out-dir")
        ->description(
            "folder for the tracks: FILM.km.srt, with the track's number where two would "
            "have one name");
    app.add_option("--fonts", arguments->fontFolder, "folder for the fonts attached to the films")
        ->type_name("FOLDER");
    app.add_option(
           "--shard", arguments->batch.inputs.shard, "every Nth film from the Kth, by sorted names")
        ->type_name("K/N");
    app.add_option(
           "-j,--jobs", arguments->batch.inputs.jobs, "films at once (default: one for each core)")
        ->check(wholeNumber(1, 1024));
    addTrackLossOptions(app, arguments->losses);
    addReportOptions(app, arguments->batch.report, "replace files that are there");
    addTellingOptions(app, arguments->batch.telling, "one object a film");
    return [arguments](Context& context) { return extract(*arguments, context); };
}

}  // namespace subs::cli
