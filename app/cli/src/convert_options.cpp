// SPDX-License-Identifier: GPL-3.0-or-later
#include "convert_options.h"

#include <subs/job/pictures.h>
#include <subs/text/charset.h>

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string_view>

namespace subs::cli {
namespace {

Rounding roundingOf(const ConvertArguments& arguments) {
    if (arguments.rounding == "floor") return Rounding::Floor;
    if (arguments.rounding == "frame-nearest") return Rounding::FrameNearest;
    const bool isFrame = arguments.rounding == "frame" ||
                         (arguments.rounding.empty() && hasTimeline(arguments.batch.timeline));
    return isFrame ? Rounding::Frame : Rounding::Nearest;
}

/// Now, or what SOURCE_DATE_EPOCH says, by which builds make the same files again
/// (reproducible-builds.org).
std::int64_t issueTime() {
    const char* const asked = std::getenv("SOURCE_DATE_EPOCH");  // NOLINT(concurrency-mt-unsafe)
    const std::string_view text = asked == nullptr ? std::string_view() : asked;
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    const bool isRead = error == std::errc() && end == text.data() + text.size() && !text.empty();
    if (isRead) return seconds;
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::seconds>(now).count();
}

NewlineChoice newlineOf(const ConvertArguments& arguments) {
    if (arguments.newline == "lf") return NewlineChoice::Lf;
    return arguments.newline == "crlf" ? NewlineChoice::CrLf : NewlineChoice::Keep;
}

BomChoice bomOf(const ConvertArguments& arguments) {
    if (arguments.bom == "yes") return BomChoice::Yes;
    return arguments.bom == "no" ? BomChoice::No : BomChoice::Keep;
}

/// What stands against pictures, or nothing.
std::optional<std::string> pictureFaultIn(const ConvertArguments& arguments) {
    if (!arguments.hasPictures) return std::nullopt;
    if (arguments.outputs.file == "-")
        return "--pictures writes files beside the output, and standard output has no place for them";
    if (arguments.hasSidecar)
        return "--sidecar brings back what was edited in texts, and --pictures writes none";
    if (arguments.wrap.zwsp != "keep") return "--zwsp is about texts, and --pictures writes none";
    return std::nullopt;
}

/// True where the only input and the output have one ending.
bool keepsEnding(const ConvertArguments& arguments) {
    const std::vector<std::string>& inputs = arguments.batch.inputs.names;
    const auto endingOf = [](const std::string& name) {
        return std::filesystem::path(name).extension();
    };
    return inputs.size() == 1 && !inputs.front().starts_with('@') &&
           endingOf(inputs.front()) == endingOf(arguments.outputs.file);
}

/// The format that was named, or by the ending of the output; null: that of the input, where the
/// output has no name, or the input's ending, which is that of no format.
Result<const Format*> formatOf(const ConvertArguments& arguments) {
    std::string name = arguments.format;
    if (name.empty() && !arguments.outputs.file.empty() && arguments.outputs.file != "-")
        name = std::filesystem::path(arguments.outputs.file).extension().string();
    if (name.empty() && (!arguments.outputs.folder.empty() || arguments.outputs.file == "-"))
        return nullptr;
    if (const Format* format = name.empty() ? nullptr : formatNamed(name)) return format;
    if (name.empty() && std::filesystem::is_directory(arguments.outputs.file))
        return failure(
            "output.folder",
            fmt::format("{} is a folder: --out-dir names one, -o a file", arguments.outputs.file));
    if (name.empty())
        return failure("format.unknown",
                       "the output has no ending that names a format; -t names one");
    if (arguments.format.empty() && keepsEnding(arguments)) return nullptr;
    return noFormatNamed(name);
}

}  // namespace

void addFormatOption(CLI::App& app, ConvertArguments& arguments) {
    app.add_option("-t,--to",
                   arguments.format,
                   "format to write (default: the input's where the output has an ending of it, "
                   "else by that ending)")
        ->type_name("FORMAT");
}

void addWritingOptions(CLI::App& app, ConvertArguments& arguments) {
    app.add_option("--target-language",
                   arguments.targetLanguage,
                   "xliff, tmx, csv, tsv, xlsx: the language that some lines of a text are in, "
                   "which become the translation, or a column of their own")
        ->type_name("TAG")
        ->check(languageTag());
    app.add_option("--out-encoding",
                   arguments.outEncoding,
                   "encoding of the output (default: that of the input, UTF-8 in another "
                   "format); WebVTT, JSON and new files of IMSC have no other than UTF-8")
        ->type_name("ENCODING");
    app.add_option("--newline", arguments.newline, "line ends of the output (default: keep)")
        ->check(oneOf({"keep", "lf", "crlf"}));
    app.add_option("--bom",
                   arguments.bom,
                   "a byte order mark (default: keep it in its format; no other gets it)")
        ->check(oneOf({"keep", "yes", "no"}));
}

void addFileOptions(CLI::App& app, ConvertArguments& arguments) {
    addInputOptions(app, arguments.batch.inputs);
    addFormatOption(app, arguments);
    addOutputOptions(app, arguments.outputs);
    addReadingOptions(app, arguments.batch.reading);
    addRunOptions(app, arguments);
}

void addRunOptions(CLI::App& app, ConvertArguments& arguments) {
    addWritingOptions(app, arguments);
    addTimelineOptions(app, arguments.batch.timeline);
    app.add_option(
           "--rounding",
           arguments.rounding,
           "how times become the format's steps (default: frame with --fps, --timecodes or --film, else "
           "nearest)")
        ->check(oneOf({"frame", "frame-nearest", "floor", "nearest"}));
    app.add_option("--fail-on",
                   arguments.failOn,
                   "the least loss that makes the exit status 1 (default: never)")
        ->check(oneOf({"dropped", "approximated", "never"}));
    app.add_option("--report", arguments.report, "tell all losses, with their cues and remedies")
        ->check(oneOf({"text", "json"}));
    addReportOptions(app, arguments.batch.report, "replace files that are there");
    app.add_flag("--update",
                 arguments.updates,
                 "pass over inputs whose output is there and no older than they are");
    addTellingOptions(app, arguments.batch.telling, "one object a file");
}

void addConvertOptions(CLI::App& app, ConvertArguments& arguments) {
    addFileOptions(app, arguments);
    app.add_flag(
        "--normalize",
        arguments.normalises,
        "put the Khmer in all cues right, as subs normalize does; U+200B and U+2060 that go are told");
    app.add_flag("--wrap",
                 arguments.wraps,
                 "break texts into lines anew, two that take 90 % of the picture's width");
    addZwspOption(app, arguments.wrap);
    app.add_flag("--sidecar",
                 arguments.hasSidecar,
                 "keep what the output cannot hold in OUTPUT.subs-sidecar, and take what is kept "
                 "beside INPUT");
    CLI::Option* pictures =
        app.add_flag("--pictures",
                     arguments.hasPictures,
                     "dcdm, interop: a PNG picture for each cue in place of its text, beside the "
                     "output");
    app.add_option("--canvas",
                   arguments.canvas,
                   "size of the composition that the pictures are for (default: 1998x1080)")
        ->check(pictureSize())
        ->needs(pictures);
}

bool hasTimeline(const TimelineSource& source) {
    return !source.rate.empty() || !source.timecodes.empty() || !source.film.empty();
}

std::optional<std::string> faultIn(const ConvertArguments& arguments) {
    if (auto fault = faultIn(arguments.outputs, arguments.batch)) return fault;
    const bool isFrameRule = arguments.rounding == "frame" || arguments.rounding == "frame-nearest";
    if (isFrameRule && !hasTimeline(arguments.batch.timeline))
        return "--rounding to frames needs --fps, --timecodes or --film";
    if (arguments.hasSidecar && arguments.outputs.file == "-")
        return "--sidecar writes a file beside the output, and standard output has no place for one";
    return pictureFaultIn(arguments);
}

std::optional<LossSeverity> failLimitOf(const ConvertArguments& arguments) {
    if (arguments.failOn == "dropped") return LossSeverity::Dropped;
    if (arguments.failOn == "approximated") return LossSeverity::Approximated;
    return std::nullopt;
}

Result<ConvertOptions> optionsOf(const ConvertArguments& arguments) {
    const auto format = formatOf(arguments);
    if (!format) return tl::unexpected(format.error());
    ConvertOptions options;
    options.format = *format;
    if (arguments.hasPictures) {
        const auto canvas = pictureSizeIn(arguments.canvas);
        if (!canvas) return tl::unexpected(canvas.error());
        options.pictures = PictureOptions{nullptr, canvas->width, canvas->height, {}};
        if (auto holds = *format ? checkHoldsPictures(**format) : Result<void>(); !holds)
            return tl::unexpected(holds.error());
    }
    options.reading = readingOf(arguments.batch.reading);
    options.writing.encoding = arguments.outEncoding;
    options.writing.targetLanguage = arguments.targetLanguage;
    options.writing.newline = newlineOf(arguments);
    options.writing.bom = bomOf(arguments);
    options.writing.rounding = roundingOf(arguments);
    options.writing.issued = issueTime();
    options.existing = arguments.batch.report.existing();
    if (arguments.hasSidecar) options.sidecar = SidecarUse::TakeAndWrite;
    if (arguments.format.empty()) options.choice = FormatChoice::ByEnding;
    options.moving = arguments.moving;
    if (arguments.normalises) options.normalising = WritingOptions{.spaces = SpacePolicy::Tidy};
    if (arguments.wraps) {
        auto wrap = wrapOptionsOf(arguments.wrap, verbosityOf(arguments.batch.telling));
        if (!wrap) return tl::unexpected(wrap.error());
        options.wrap = *std::move(wrap);
    } else {
        options.wrap = zwspOnly(arguments.wrap);
    }
    for (const std::string& encoding : {arguments.batch.reading.encoding, arguments.outEncoding})
        if (const auto known = encodingNamed(encoding); !encoding.empty() && !known)
            return tl::unexpected(known.error());
    return options;
}

}  // namespace subs::cli
