// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/format/intermediate_documents.h>
#include <subs/job/json.h>

#include "command.h"
#include "common_options.h"
#include "usage.h"

#include <fmt/format.h>

#include <memory>

namespace subs::cli {
namespace {

struct DumpArguments {
    std::string file;
    bool wantsTrees = false;
    std::string rate;
    bool wantsMoments = false;
    ReadingArguments reading;
    TellingArguments telling;
};

Result<ReadDocument> documentOf(const DumpArguments& arguments) {
    DocumentOptions options = readingOf(arguments.reading);
    const auto frames = knownFramesOf({.rate = arguments.rate}, nullptr);
    if (!frames) return tl::unexpected(frames.error());
    if (*frames) options.timeline = &(*frames)->timeline;
    if (arguments.file != "-") return openDocument(arguments.file, options);
    auto bytes = readStandardInput();
    if (!bytes) return tl::unexpected(bytes.error());
    return readDocument(std::move(*bytes), arguments.file, options);
}

std::string jsonOf(const ReadDocument& read, const DumpArguments& arguments) {
    if (arguments.wantsTrees) return cueTreesJson(read);
    return arguments.wantsMoments ? intermediateDocumentsJson(read) : dumpJson(read);
}

int dump(const DumpArguments& arguments, const Context& context) {
    const auto read = documentOf(arguments);
    if (!read) {
        Console(verbosityOf(arguments.telling)).error(read.error(), arguments.file);
        return kCouldNot;
    }
    Console(verbosityOf(arguments.telling)).messages(read->diagnostics, arguments.file);
    if (arguments.wantsTrees && read->format->info().id != "vtt")
        return couldNot(context,
                        {"cli.usage",
                         fmt::format("--cue-tree is for WebVTT; {} is {}",
                                     printable(arguments.file),
                                     read->format->info().name)});
    if (arguments.wantsMoments && !isTtml(*read->format))
        return couldNot(context,
                        {"cli.usage",
                         fmt::format("--isd is for TTML; {} is {}",
                                     printable(arguments.file),
                                     read->format->info().name)});
    const auto written = writeStandardOutput(jsonOf(*read, arguments) + "\n");
    return written ? kDone : couldNot(context, written.error());
}

}  // namespace

Action defineDump(CLI::App& app) {
    const auto arguments = std::make_shared<DumpArguments>();
    app.add_option("FILE", arguments->file, "a subtitle file, or - for standard input")
        ->type_name("SUBTITLES")
        ->required();
    auto* const trees =
        app.add_flag("--cue-tree", arguments->wantsTrees, "the node tree of each WebVTT cue");
    app.add_flag("--isd",
                 arguments->wantsMoments,
                 "the times at which a TTML file changes what it shows, and where it shows nothing")
        ->excludes(trees);
    app.add_option("--fps", arguments->rate, "frames a second, for a file that counts frames")
        ->check(frameRate());
    addReadingOptions(app, arguments->reading);
    addTellingOptions(app, arguments->telling, "what it is anyway");
    return [arguments](Context& context) { return dump(*arguments, context); };
}

}  // namespace subs::cli
