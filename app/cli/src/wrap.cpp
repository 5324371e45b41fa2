// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/job/stand_in.h>
#include <subs/job/wrap_lines.h>

#include "command.h"
#include "convert_options.h"
#include "standard_lines.h"
#include "usage.h"
#include "wrap_options.h"

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace subs::cli {
namespace {

struct Arguments {
    ConvertArguments files;
    std::string separator = "\\N";
};

/// `text` with `to` in place of each `from`.
std::string withReplaced(std::string_view text, std::string_view from, std::string_view to) {
    std::string result;
    std::size_t at = 0;
    for (std::size_t found = text.find(from); found != text.npos && !from.empty();
         found = text.find(from, at)) {
        result.append(text.substr(at, found - at)).append(to);
        at = found + from.size();
    }
    return result.append(text.substr(at));
}

/// Texts of standard input, one a line.
class TextLines {
public:
    TextLines(const Arguments& arguments, CueWrapper wrapper, std::string caller)
        : arguments_(arguments),
          caller_(std::move(caller)),
          wrapper_(std::move(wrapper)),
          console_(verbosityOf(arguments.files.batch.telling)) {}

    Result<void> add(std::string_view line, std::string_view lineEnd) {
        ++number_;
        auto wrapped = wrappedLines(withReplaced(line, arguments_.separator, "\n"),
                                    arguments_.files.batch.reading.language,
                                    wrapper_);
        if (!wrapped) return tl::unexpected(wrapped.error());
        tellStandIns(wrapped->replacedFonts);
        if (!wrapped->fits) {
            hasMisfit_ = true;
            console_.message({Severity::Warning, number_, 0, "wrap.too-wide", wrapped->message},
                             "-");
        }
        for (std::size_t i = 0; i < wrapped->lines.size(); ++i)
            text_.append(i > 0 ? arguments_.separator : "").append(wrapped->lines[i]);
        text_ += lineEnd;
        all_.push_back(std::move(*wrapped));
        return {};
    }

    std::string result() const {
        return arguments_.files.batch.telling.json ? wrappedLinesJson(all_) + "\n" : text_;
    }
    bool hasMisfit() const { return hasMisfit_; }

private:
    /// A text names no font, so that these are about the whole run.
    void tellStandIns(const std::vector<ReplacedFont>& fonts) {
        for (const ReplacedFont& font : fonts)
            if (told_.insert(font.asked).second) console_.message(standInDiagnostic(font), caller_);
    }

    const Arguments& arguments_;
    std::string caller_;
    CueWrapper wrapper_;
    Console console_;
    std::uint32_t number_ = 0;
    bool hasMisfit_ = false;
    std::set<std::string> told_;  ///< Fonts that others stand in for.
    std::string text_;
    std::vector<WrappedLines> all_;
};

int wrapText(const Arguments& arguments, const Context& context) {
    const Verbosity verbosity = verbosityOf(arguments.files.batch.telling);
    auto options = wrapOptionsOf(arguments.files.wrap, verbosity);
    if (!options) return couldNot(context, options.error());
    const auto film = knownFramesOf(arguments.files.batch.timeline, context.films);
    if (!film) return couldNot(context, film.error());
    options->aspect = aspectOf(*film ? &**film : nullptr, options->aspect);
    const auto text = readStandardText(verbosity);
    if (!text) return couldNot(context, text.error());
    TextLines lines(arguments, CueWrapper(*std::move(options)), callerName(context));
    Result<void> state;
    forEachLine(*text, [&](std::string_view line, std::string_view end) {
        if (state) state = lines.add(line, end);
    });
    if (!state) return couldNot(context, state.error());
    const auto written = writeStandardOutput(lines.result());
    if (!written) return couldNot(context, written.error());
    return lines.hasMisfit() && arguments.files.failOn == "warning" ? kFindings : kDone;
}

int wrap(const Arguments& arguments, const Context& context) {
    if (arguments.files.batch.inputs.names.empty())
        return arguments.files.outputs.empty()
                   ? wrapText(arguments, context)
                   : misused(
                         context,
                         "-o and --out-dir are for subtitle files; text goes to standard output");
    return runConversion(arguments.files, context);
}

}  // namespace

Action defineWrap(CLI::App& app) {
    const auto arguments = std::make_shared<Arguments>();
    ConvertArguments& files = arguments->files;
    files.wraps = true;
    files.failOn = "warning";
    addInputOptions(app, files.batch.inputs);
    app.get_option("INPUT")->required(false)->description(
        "subtitle files, folders, - for one on standard input, @LIST for the names in the file LIST; without any, each line of standard input is a text");
    addFormatOption(app, files);
    addOutputOptions(app, files.outputs);
    files.rounding = "nearest";  // A film tells the picture's size; times stay.
    app.add_option("--film", files.batch.timeline.film, "the video, for the size of its picture")
        ->type_name("FILM");
    addWrapOptions(app, files.wrap);
    app.add_option("--lang,--language",
                   files.batch.reading.language,
                   "language of the text, such as km (default: guessed by script)")
        ->check(languageTag());
    app.add_option("--separator",
                   arguments->separator,
                   "what a line break is in texts of standard input (default: \\N)")
        ->check(notEmpty());
    app.add_option(
           "--encoding", files.batch.reading.encoding, "encoding of the input (default: detected)")
        ->type_name("ENCODING");
    addWritingOptions(app, files);
    app.add_option("--fail-on",
                   files.failOn,
                   "exit status 1 where a text does not fit: warning (default) or never")
        ->check(oneOf({"warning", "never"}));
    addReportOptions(app, files.batch.report, "replace files that are there");
    addTellingOptions(app, files.batch.telling, "the lines of each text, or one object a file");
    return [arguments](Context& context) { return wrap(*arguments, context); };
}

}  // namespace subs::cli
