// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/base/counted.h>
#include <subs/job/burn.h>
#include <subs/job/json.h>

#include "batch_run.h"
#include "command.h"
#include "common_options.h"
#include "usage.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace subs::cli {
namespace {

struct BurnArguments {
    BatchArguments batch;  ///< How things are told, and how the subtitles are read.
    std::string film;
    std::string subtitles;
    std::string output;
    FilmOrigin origin = FilmOrigin::Container;
    BurnQuality quality;
    bool overwrite = false;
};

std::optional<std::string> faultIn(const BurnArguments& arguments) {
    if (arguments.output == "-") return "a film cannot be written to standard output";
    if (arguments.film == "-") return "a film cannot be read from standard input";
    return std::nullopt;
}

Result<BurnOptions> optionsOf(const BurnArguments& arguments) {
    BurnOptions options;
    options.film = arguments.film;
    options.output = arguments.output;
    options.subtitles = arguments.subtitles;
    options.origin = arguments.origin;
    options.quality = arguments.quality;
    options.existing = arguments.overwrite ? Existing::Replace : Existing::Refuse;
    options.reading = readingOf(arguments.batch.reading);
    if (arguments.subtitles != "-") return options;
    auto bytes = readStandardInput();
    if (!bytes) return tl::unexpected(bytes.error());
    options.subtitleBytes = *std::move(bytes);
    return options;
}

int tell(const BurnedFilm& burned, const BurnOptions& options, bool asJson, BatchRun& run) {
    Console& console = run.console();
    console.messages(burned.filmDiagnostics, options.film.string());
    console.messages(burned.diagnostics, options.subtitles.string());
    console.detail(fmt::format("{} -> {}: {}, {} of them with a text",
                               options.film.string(),
                               options.output.string(),
                               counted(static_cast<std::size_t>(burned.frames), "frame"),
                               burned.drawn));
    if (asJson) run.print(burningJson(burned, options) + "\n", options.film.string());
    return kDone;
}

int burn(const BurnArguments& arguments, const Context& context) {
    if (const auto fault = faultIn(arguments)) return misused(context, *fault);
    auto options = optionsOf(arguments);
    if (!options) return couldNot(context, options.error());
    const bool asJson = arguments.batch.telling.json;
    BatchRun run(context, arguments.batch);
    return run.run(1, [&](const KnownFrames*, const BatchOptions& batch) {
        const Watch watch{batch.stop, [&](double done) { run.console().progress(done); }};
        const auto done = burned(*context.burner, *options, watch);
        if (!done && BatchRun::saysStopped(done.error())) return;
        if (!done) run.console().error(done.error(), callerName(context));
        if (!done && asJson)
            run.print(errorJson(done.error(), arguments.film) + "\n", arguments.film);
        run.fileDone(done ? tell(*done, *options, asJson, run) : kCouldNot);
    });
}

}  // namespace

Action defineBurn(CLI::App& app) {
    const auto arguments = std::make_shared<BurnArguments>();
    app.add_option("FILM", arguments->film, "the film")->type_name("FILM")->required();
    app.add_option("SUBTITLES",
                   arguments->subtitles,
                   "what is drawn into its pictures; - for standard input")
        ->type_name("SUBTITLES")
        ->required();
    app.add_option("-o,--output", arguments->output, "the new film: .mp4, .m4v, .mov or .mkv")
        ->type_name("FILE")
        ->required();
    app.add_option("--crf",
                   arguments->quality.factor,
                   "how much may be lost, as x264 counts it: 0 for nothing, to 51 (default: 18)")
        ->check(wholeNumber(0, BurnQuality::kWorst));
    app.add_option("--preset",
                   arguments->quality.preset,
                   "how much time is spent to make the film small, as x264 names it: ultrafast to "
                   "placebo (default: medium)")
        ->check(oneOf({"ultrafast",
                       "superfast",
                       "veryfast",
                       "faster",
                       "fast",
                       "medium",
                       "slow",
                       "slower",
                       "veryslow",
                       "placebo"}));
    addOriginOption(app, arguments->origin);
    addReadingOptions(app, arguments->batch.reading);
    app.add_flag(
        "--overwrite", arguments->overwrite, "replace a file that is there, never the film");
    addTellingOptions(app, arguments->batch.telling, "what was written");
    return [arguments](Context& context) { return burn(*arguments, context); };
}

}  // namespace subs::cli
