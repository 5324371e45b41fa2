// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/base/counted.h>
#include <subs/job/json.h>
#include <subs/job/mux.h>
#include <subs/job/tracks_json.h>

#include "batch_run.h"
#include "command.h"
#include "common_options.h"
#include "track_losses.h"
#include "usage.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace subs::cli {
namespace {

struct MuxArguments {
    BatchArguments batch;  ///< Its inputs are the subtitles.
    std::string film;
    std::string output;
    std::vector<std::string> languages;
    std::string defaultTrack;
    std::vector<std::string> forcedTracks;
    std::vector<std::string> fonts;
    bool replaces = false;
    TrackLossArguments losses;
};

std::optional<std::string> faultIn(const MuxArguments& arguments) {
    if (arguments.output == "-") return "a film cannot be written to standard output";
    if (arguments.film == "-") return "a film cannot be read from standard input";
    if (arguments.batch.inputs.names.empty() && arguments.fonts.empty())
        return "there is nothing to put into the film: name subtitles, or fonts with --attach";
    return std::nullopt;
}

Result<std::vector<MuxInput>> inputsFor(const MuxArguments& arguments) {
    std::vector<InputFile> files = gatheredInputs(arguments.batch.inputs.names);
    if (arguments.languages.size() > files.size())
        return failure("cli.usage",
                       fmt::format("--lang is given for {}, and there {} only {}",
                                   counted(arguments.languages.size(), "file"),
                                   files.size() == 1 ? "is" : "are",
                                   files.size()));
    const auto standardInput = standardInputFor(files);
    if (!standardInput) return tl::unexpected(standardInput.error());
    std::vector<MuxInput> inputs;
    for (InputFile& file : files) {
        const std::size_t place = inputs.size();
        MuxInput input;
        if (file.isStandardInput()) input.bytes = *standardInput;
        if (place < arguments.languages.size()) input.language = arguments.languages[place];
        input.file = std::move(file);
        inputs.push_back(std::move(input));
    }
    return inputs;
}

Result<MuxOptions> optionsOf(const MuxArguments& arguments) {
    auto inputs = inputsFor(arguments);
    if (!inputs) return tl::unexpected(inputs.error());
    MuxOptions options;
    options.film = arguments.film;
    options.output = arguments.output;
    options.inputs = *std::move(inputs);
    options.fonts.assign(arguments.fonts.begin(), arguments.fonts.end());
    options.defaultTrack = arguments.defaultTrack;
    options.forcedTracks = arguments.forcedTracks;
    options.sameLanguage = arguments.replaces ? SameLanguage::Replace : SameLanguage::Keep;
    options.reading = readingOf(arguments.batch.reading);
    options.existing = arguments.batch.report.existing();
    return options;
}

/// Says what became of it; answers the exit status.
int tell(const Muxed& muxed, const MuxArguments& arguments, BatchRun& run) {
    Console& console = run.console();
    int status = kDone;
    console.messages(muxed.diagnostics, arguments.film);
    for (const MuxedTrack& track : muxed.tracks) {
        const std::string& file = track.input.empty() ? arguments.film : track.input;
        console.messages(track.diagnostics, file);
        console.detail(fmt::format("{} -> {}: {} {}, {}{}{}",
                                   file,
                                   arguments.output,
                                   track.language.empty() ? "und" : track.language,
                                   nameOf(track.codec),
                                   counted(track.cues, "cue"),
                                   track.isDefault ? ", default" : "",
                                   track.isForced ? ", forced" : ""));
        status = std::max(status, tellLosses(console, arguments.losses, track.losses, file));
    }
    for (const std::string& name : muxed.attachments)
        console.detail(fmt::format("{} -> {}: attached", name, arguments.output));
    const std::string json = muxingJson(muxed, arguments.film, arguments.output) + "\n";
    if (arguments.losses.report == "json") console.report(json);
    if (arguments.batch.telling.json) run.print(json, arguments.film);
    return status;
}

int mux(const MuxArguments& arguments, const Context& context) {
    if (const auto fault = faultIn(arguments)) return misused(context, *fault);
    auto options = optionsOf(arguments);
    if (!options) return couldNot(context, options.error());
    BatchRun run(context, arguments.batch);
    if (const auto begun = run.begin(); !begun) return couldNot(context, begun.error());
    const std::vector<std::filesystem::path> named = {arguments.film, arguments.output};
    if (const auto apart = run.keepApart(named); !apart) return couldNot(context, apart.error());
    return run.run(1, [&](const KnownFrames*, const BatchOptions& batch) {
        options->reading.stop = batch.stop;
        const Watch watch{batch.stop, [&](double done) { run.console().progress(done); }};
        const auto done = muxed(*context.containers, *options, watch);
        if (!done && BatchRun::saysStopped(done.error())) return;
        if (!done) run.console().error(done.error(), callerName(context));
        if (!done && arguments.batch.telling.json)
            run.print(errorJson(done.error(), arguments.film) + "\n", arguments.film);
        run.fileDone(done ? tell(*done, arguments, run) : kCouldNot);
    });
}

}  // namespace

Action defineMux(CLI::App& app) {
    const auto arguments = std::make_shared<MuxArguments>();
    app.add_option("FILM", arguments->film, "the film, MKV or MP4")->type_name("FILM")->required();
    app.add_option("SUBTITLES",
                   arguments->batch.inputs.names,
                   "files that become its text tracks, in their order; - for standard input")
        ->type_name("SUBTITLES");
    app.add_option("-o,--output",
                   arguments->output,
                   "the new film: .mkv; of an MP4 or MOV also .mp4, .m4v, .mov")
        ->type_name("FILE")
        ->required();
    app.add_option("--lang,--language",
                   arguments->languages,
                   "language of a file, such as km: given once, of the first, twice, of the second "
                   "too (default: by its name, else by its letters)")
        ->check(languageTag())
        ->allow_extra_args(false);
    app.add_option("--default",
                   arguments->defaultTrack,
                   "the track that players show unasked: a file by its place, from 1, or by its "
                   "language; or none; no other one stays it")
        ->type_name("TRACK");
    app.add_option("--forced",
                   arguments->forcedTracks,
                   "a track of texts that are shown always, named in the same way; may be given "
                   "several times")
        ->type_name("TRACK")
        ->allow_extra_args(false);
    app.add_option("--attach",
                   arguments->fonts,
                   "a font that the subtitles need, into an MKV; may be given several times")
        ->type_name("FILE")
        ->allow_extra_args(false);
    app.add_flag("--replace",
                 arguments->replaces,
                 "take the places of the film's text tracks in the same languages (default: keep "
                 "all)");
    addEncodingOption(app, arguments->batch.reading);
    addTrackLossOptions(app, arguments->losses);
    addReportOptions(app, arguments->batch.report, "replace a file that is there, never the film");
    addTellingOptions(app, arguments->batch.telling, "what was written");
    return [arguments](Context& context) { return mux(*arguments, context); };
}

}  // namespace subs::cli
