// SPDX-License-Identifier: GPL-3.0-or-later
#include "common_options.h"

#include <algorithm>

namespace subs::cli {

void addInputOptions(CLI::App& app, InputArguments& arguments) {
    app.add_option("INPUT",
                   arguments.names,
                   "files, folders, - for standard input, @LIST for the names in a file")
        ->required();
    app.add_flag(
        "--recursive", arguments.recursive, "take the subtitle files in folders and below");
    app.add_option(
        "--shard", arguments.shard, "K/N: every Nth input from the Kth, by sorted names");
    app.add_option("-j,--jobs", arguments.jobs, "files at once (default: one for each core)")
        ->check(CLI::Range(1, 1024));
}

std::vector<InputFile> inputsOf(const InputArguments& arguments) {
    return gatheredInputs(arguments.names,
                          {.folders = arguments.recursive ? Folders::Recurse : Folders::Refuse});
}

Result<std::vector<InputFile>> shardOf(std::vector<InputFile> inputs,
                                       const InputArguments& arguments) {
    if (arguments.shard.empty()) return inputs;
    const auto shard = parseShard(arguments.shard);
    if (!shard) return tl::unexpected(shard.error());
    return sharded(std::move(inputs), *shard);
}

Result<std::optional<std::string>> standardInputFor(const std::vector<InputFile>& inputs) {
    const auto count = std::ranges::count_if(inputs, &InputFile::isStandardInput);
    if (count == 0) return std::optional<std::string>();
    if (count > 1) return failure("cli.usage", "standard input is named twice");
    auto bytes = readStandardInput();
    if (!bytes) return tl::unexpected(bytes.error());
    return std::optional(std::move(*bytes));
}

void addReadingOptions(CLI::App& app, ReadingArguments& arguments) {
    app.add_option("--encoding", arguments.encoding, "encoding of the input (default: detected)");
    app.add_option("--language",
                   arguments.language,
                   "language of the input, such as km (default: guessed by script)");
}

DocumentOptions readingOf(const ReadingArguments& arguments) {
    DocumentOptions options;
    if (!arguments.encoding.empty()) options.encoding = arguments.encoding;
    options.language = arguments.language;
    return options;
}

void addTimelineOptions(CLI::App& app, TimelineSource& source) {
    CLI::Option* rate =
        app.add_option("--fps", source.rate, "frame rate: 25, 23.976 or 24000/1001");
    CLI::Option* file =
        app.add_option("--timecodes", source.timecodes, "timecode file, version 1 or 2");
    CLI::Option* film = app.add_option("--film", source.film, "film, for its true frame times");
    rate->excludes(file)->excludes(film);
    file->excludes(film);
}

void addTellingOptions(CLI::App& app, TellingArguments& arguments) {
    CLI::Option* quiet = app.add_flag("-q,--quiet", arguments.quiet, "errors only");
    app.add_flag("-v,--verbose", arguments.verbose, "remarks and a line for each file too")
        ->excludes(quiet);
    app.add_flag("--json", arguments.json, "JSON on standard output, one object a file");
}

Verbosity verbosityOf(const TellingArguments& arguments) {
    if (arguments.quiet) return Verbosity::Quiet;
    return arguments.verbose ? Verbosity::Verbose : Verbosity::Normal;
}

std::string nameFor(const InputFile& input) {
    return input.path.string();
}

}  // namespace subs::cli
