// SPDX-License-Identifier: GPL-3.0-or-later
#include "common_options.h"

#include <subs/base/nearest_name.h>
#include <subs/text/language_tag.h>
#include <subs/time/fraction.h>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace subs::cli {

CLI::Validator oneOf(std::vector<std::string> names) {
    const std::string list = fmt::format("{}", fmt::join(names, ", "));
    std::string choice = fmt::format("{}", fmt::join(names, "|"));
    return CLI::Validator(
        [names = std::move(names), list](const std::string& value) {
            if (std::ranges::find(names, value) != names.end()) return std::string();
            const std::vector<std::string_view> known(names.begin(), names.end());
            const auto nearest = nearestName(value, known);
            return fmt::format("there is no \"{}\"{}; there are {}",
                               value,
                               nearest ? fmt::format(", the nearest is {}", *nearest) : "",
                               list);
        },
        std::move(choice));
}

CLI::Validator numberBetween(double least, double most) {
    return CLI::Validator(
        [least, most](const std::string& value) {
            double number = 0;
            const char* const end = value.data() + value.size();
            const auto parsed = std::from_chars(value.data(), end, number);
            const bool isNumber = parsed.ec == std::errc() && parsed.ptr == end;
            if (isNumber && number >= least && number <= most) return std::string();
            return fmt::format("\"{}\" is no number from {} to {}", value, least, most);
        },
        "NUMBER");
}

CLI::Validator wholeNumber(int least, int most) {
    return CLI::Range(least, most, "NUMBER");
}

CLI::Validator languageTag() {
    return CLI::Validator(
        [](const std::string& value) {
            if (isLanguageTag(value)) return std::string();
            const std::string nearest = nearestLanguageTag(value);
            return fmt::format("\"{}\" is no language tag{}; km, en and pt-BR are",
                               value,
                               nearest.empty() ? "" : ", the nearest is " + nearest);
        },
        "LANGUAGE");
}

CLI::Validator notEmpty() {
    return CLI::Validator(
        [](const std::string& value) {
            return value.empty() ? std::string("it may not be empty") : std::string();
        },
        "");
}

CLI::Validator frameRate() {
    return CLI::Validator(
        [](const std::string& value) {
            const auto rate = parseFrameRate(value);
            return rate ? std::string() : rate.error().message;
        },
        "RATE");
}

void addInputOptions(CLI::App& app, InputArguments& arguments) {
    app.add_option(
           "INPUT",
           arguments.names,
           "files, folders, - for standard input, @LIST for the names in the file LIST (@/dev/stdin for a list on standard input)")
        ->type_name("SUBTITLES")
        ->required();
    app.add_flag(
        "--recursive",
        arguments.recursive,
        "take the subtitle files in folders and below, by their endings; .txt by what is in it");
    app.add_option("--shard", arguments.shard, "every Nth input from the Kth, by sorted names")
        ->type_name("K/N");
    app.add_option("-j,--jobs", arguments.jobs, "files at once (default: one for each core)")
        ->check(wholeNumber(1, 1024));
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

void addEncodingOption(CLI::App& app, ReadingArguments& arguments) {
    app.add_option("--encoding", arguments.encoding, "encoding of the input (default: detected)")
        ->type_name("ENCODING");
}

void addReadingOptions(CLI::App& app, ReadingArguments& arguments) {
    addEncodingOption(app, arguments);
    app.add_option("--lang,--language",
                   arguments.language,
                   "language of the input, such as km (default: guessed by script)")
        ->check(languageTag());
}

void addLanguagesOption(CLI::App& app, std::string& languages, const std::string& help) {
    const auto fault = [](const std::string& value) -> std::string {
        const LanguagePair pair = languagesOf(value);
        for (const std::string& language : {pair.first, pair.second})
            if (!isLanguageTag(language))
                return fmt::format("\"{}\" is not two language tags; km,en is", value);
        if (pair.first == pair.second) return "the two languages are one";
        return {};
    };
    app.add_option("--lang,--languages", languages, help)
        ->check(CLI::Validator(fault, ""))
        ->type_name("A,B");
}

LanguagePair languagesOf(const std::string& languages) {
    const std::size_t comma = languages.find(',');
    if (comma == std::string::npos) return {};
    return {languages.substr(0, comma), languages.substr(comma + 1)};
}

DocumentOptions readingOf(const ReadingArguments& arguments, std::stop_token stop) {
    DocumentOptions options;
    options.stop = std::move(stop);
    if (!arguments.encoding.empty()) options.encoding = arguments.encoding;
    options.language = arguments.language;
    return options;
}

CLI::Option* addOriginOption(CLI::App& app, FilmOrigin& origin) {
    const auto choose = [&origin](const std::string& name) {
        origin = name == "first-frame" ? FilmOrigin::FirstFrame : FilmOrigin::Container;
    };
    return app
        .add_option_function<std::string>(
            "--origin",
            choose,
            "time 0 of the film: container (default, what players count from) or first-frame")
        ->check(oneOf({"container", "first-frame"}));
}

void addTimelineOptions(CLI::App& app, TimelineSource& source) {
    CLI::Option* rate = app.add_option("--fps", source.rate, "frame rate: 25, 23.976 or 24000/1001")
                            ->check(frameRate());
    CLI::Option* file =
        app.add_option("--timecodes", source.timecodes, "timecode file, version 1 or 2")
            ->type_name("FILE");
    CLI::Option* film =
        app.add_option("--film", source.film, "film, for its true frame times")->type_name("FILM");
    rate->excludes(file)->excludes(film);
    file->excludes(film);
    addOriginOption(app, source.origin)->needs(film);
}

Result<PictureSize> pictureSizeIn(std::string_view text) {
    const std::size_t cross = text.find('x');
    const auto width = parseFraction(text.substr(0, cross));
    const auto height = parseFraction(cross == text.npos ? "" : text.substr(cross + 1));
    const auto isSide = [](const Result<Fraction>& side) {
        return side && side->denominator() == 1 && side->numerator() >= 1 &&
               side->numerator() <= 16384;
    };
    if (!isSide(width) || !isSide(height))
        return failure("cli.usage",
                       fmt::format("\"{}\" is no size; one looks like 1920x1080", text));
    return PictureSize{static_cast<int>(width->numerator()), static_cast<int>(height->numerator())};
}

CLI::Validator pictureSize() {
    return CLI::Validator(
        [](const std::string& value) {
            const auto picture = pictureSizeIn(value);
            return picture ? std::string() : picture.error().message;
        },
        "SIZE");
}

void addPictureOption(CLI::App& app, std::string& size) {
    CLI::Option* picture =
        app.add_option("--picture",
                       size,
                       "size of the video, such as 1440x1080 (default: that of the film, else the "
                       "shape of the file's canvas)")
            ->check(pictureSize());
    if (CLI::Option* film = app.get_option_no_throw("--film")) picture->excludes(film);
}

std::optional<double> aspectOf(const std::string& size) {
    const auto picture = pictureSizeIn(size);
    return picture ? std::optional(picture->aspect()) : std::nullopt;
}

void addTellingOptions(CLI::App& app, TellingArguments& arguments, const std::string& what) {
    CLI::Option* quiet = app.add_flag("-q,--quiet", arguments.quiet, "errors only");
    app.add_flag("-v,--verbose", arguments.verbose, "remarks too")->excludes(quiet);
    app.add_flag("--json", arguments.json, "JSON on standard output: " + what);
}

void addReportOptions(CLI::App& app, ReportArguments& arguments, const std::string& overwriteHelp) {
    app.add_option("--report-file",
                   arguments.file,
                   "file for the report (default: standard error); - for standard output")
        ->type_name("FILE");
    app.add_flag("--overwrite", arguments.overwrite, overwriteHelp);
}

Verbosity verbosityOf(const TellingArguments& arguments) {
    if (arguments.quiet) return Verbosity::Quiet;
    return arguments.verbose ? Verbosity::Verbose : Verbosity::Normal;
}

std::vector<std::filesystem::path> namedFiles(const BatchArguments& arguments) {
    std::vector<std::filesystem::path> files;
    for (const std::string& name : arguments.inputs.names)
        files.emplace_back(name.starts_with('@') ? name.substr(1) : name);
    for (const std::string& name : {arguments.timeline.film, arguments.timeline.timecodes})
        if (!name.empty()) files.emplace_back(name);
    return files;
}

std::string nameFor(const InputFile& input) {
    return input.path.string();
}

}  // namespace subs::cli
