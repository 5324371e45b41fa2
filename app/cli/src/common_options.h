// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/edit/unstack.h>
#include <subs/format/registry.h>
#include <subs/job/batch.h>
#include <subs/job/inputs.h>
#include <subs/job/timeline_source.h>

#include "console.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

/// Options that several commands share: what they are called, and what is made of them.
namespace subs::cli {

struct InputArguments {
    std::vector<std::string> names;
    bool recursive = false;
    std::string shard;
    unsigned jobs = 0;
};

// A check's description is the value's name in the help, the manual and for completion; where it
// has none, and where there is no check, the option's type name is (see declaration.h).

/// Checks a value against `names`; the error names the nearest of them and lists all.
CLI::Validator oneOf(std::vector<std::string> names);

/// Checks that a value is a language tag (BCP 47); the error names the nearest one.
CLI::Validator languageTag();
/// A number of that range, which "nan" is not in.
CLI::Validator numberBetween(double least, double most);
CLI::Validator wholeNumber(int least, int most);
CLI::Validator notEmpty();

/// Checks that a value is a frame rate.
CLI::Validator frameRate();

void addInputOptions(CLI::App& app, InputArguments& arguments);
/// All files behind the names.
std::vector<InputFile> inputsOf(const InputArguments& arguments);
/// Only the part that --shard asks for.
Result<std::vector<InputFile>> shardOf(std::vector<InputFile> inputs,
                                       const InputArguments& arguments);
/// The bytes of standard input where `inputs` name it. Error "cli.usage" where they do so twice.
Result<std::optional<std::string>> standardInputFor(const std::vector<InputFile>& inputs);

struct ReadingArguments {
    std::string encoding;
    std::string language;
};

/// --encoding
void addEncodingOption(CLI::App& app, ReadingArguments& arguments);
/// --encoding and --lang
void addReadingOptions(CLI::App& app, ReadingArguments& arguments);
DocumentOptions readingOf(const ReadingArguments& arguments, std::stop_token stop = {});

/// --lang for two languages, as A,B
void addLanguagesOption(CLI::App& app, std::string& languages, const std::string& help);
/// Of what `addLanguagesOption` has checked; both are empty where it was not given.
LanguagePair languagesOf(const std::string& languages);

/// --origin
CLI::Option* addOriginOption(CLI::App& app, FilmOrigin& origin);
/// --fps, --timecodes and --film, which exclude each other, and --origin for --film.
void addTimelineOptions(CLI::App& app, TimelineSource& source);

struct PictureSize {
    int width = 1920;
    int height = 1080;

    double aspect() const { return static_cast<double>(width) / height; }
};

/// Of "1920x1080". Error "cli.usage" where it is none.
Result<PictureSize> pictureSizeIn(std::string_view text);
/// Checks that a value is one.
CLI::Validator pictureSize();
/// --picture, and where the command has --film, not both.
void addPictureOption(CLI::App& app, std::string& size);
/// The width by the height of what --picture was given; nothing where it was not.
std::optional<double> aspectOf(const std::string& size);

struct TellingArguments {
    bool quiet = false;
    bool verbose = false;
    bool json = false;
};

/// -q, -v, and --json for `what`.
void addTellingOptions(CLI::App& app, TellingArguments& arguments, const std::string& what);
Verbosity verbosityOf(const TellingArguments& arguments);

/// Where a report goes instead of standard error.
struct ReportArguments {
    std::string file;  ///< "-" for standard output.
    bool overwrite = false;

    Existing existing() const { return overwrite ? Existing::Replace : Existing::Refuse; }
};

void addReportOptions(CLI::App& app, ReportArguments& arguments, const std::string& overwriteHelp);

/// What commands over many files have in common.
struct BatchArguments {
    InputArguments inputs;
    ReadingArguments reading;
    TellingArguments telling;
    TimelineSource timeline;
    ReportArguments report;
};

/// The files that are named for reading: lists, inputs, the film, the timecode file.
std::vector<std::filesystem::path> namedFiles(const BatchArguments& arguments);

/// How an input is named in messages.
std::string nameFor(const InputFile& input);

}  // namespace subs::cli
