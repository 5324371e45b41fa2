// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/job/render.h>
#include <subs/time/clock.h>

#include "command.h"
#include "common_options.h"
#include "picture_output.h"
#include "usage.h"

#include <fmt/format.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace subs::cli {
namespace {

struct RenderArguments {
    std::string subtitles;
    std::string film;
    FilmOrigin origin = FilmOrigin::Container;
    std::string at;
    std::string frame;
    std::string rate;
    std::string size = "1920x1080";
    bool asOtherPlayers = false;
    PictureOutputArguments output;
    ReadingArguments reading;
    TellingArguments telling;
};

Result<std::variant<Time, Frame>> momentOf(const RenderArguments& arguments) {
    if (arguments.at.empty() == arguments.frame.empty())
        return failure("cli.usage", "either --at or --frame says which moment is drawn");
    if (!arguments.at.empty()) {
        const auto time = parseClock(arguments.at);
        if (!time) return tl::unexpected(time.error());
        return std::variant<Time, Frame>(*time);
    }
    const auto number = parseFraction(arguments.frame);
    if (!number || number->denominator() != 1 || *number < Fraction(0))
        return failure("cli.usage", fmt::format("\"{}\" is no frame number", arguments.frame));
    return std::variant<Time, Frame>(Frame{number->numerator()});
}

Result<RenderOptions> optionsOf(const RenderArguments& arguments) {
    RenderOptions options;
    const auto moment = momentOf(arguments);
    if (!moment) return tl::unexpected(moment.error());
    options.moment = *moment;
    const auto size = pictureSizeIn(arguments.size);
    if (!size) return tl::unexpected(size.error());
    options.width = size->width;
    options.height = size->height;
    if (!arguments.rate.empty()) {
        const auto rate = parseFrameRate(arguments.rate);
        if (!rate) return tl::unexpected(rate.error());
        options.rate = *rate;
    }
    options.film = arguments.film;
    options.origin = arguments.origin;
    if (!arguments.subtitles.empty()) options.subtitles = arguments.subtitles;
    if (arguments.asOtherPlayers) options.look = TextLook::OtherPlayers;
    options.reading = readingOf(arguments.reading);
    return options;
}

/// What is asked for, with standard input where that is named.
Result<RenderOptions> readyOptions(const RenderArguments& arguments) {
    const std::vector<std::filesystem::path> read = {arguments.film, arguments.subtitles};
    if (const auto ready = checkPictureOutput(arguments.output, read); !ready)
        return tl::unexpected(ready.error());
    auto options = optionsOf(arguments);
    if (!options || arguments.subtitles != "-") return options;
    auto bytes = readStandardInput();
    if (!bytes) return tl::unexpected(bytes.error());
    options->subtitleBytes = std::move(*bytes);
    return options;
}

int render(const RenderArguments& arguments, const Context& context) {
    if (arguments.telling.json && arguments.output.isStandardOutput())
        return misused(context, "--json and -o - would both write to standard output");
    const auto options = readyOptions(arguments);
    if (!options) return couldNot(context, options.error());
    const auto picture = renderedPicture(*context.films, *options);
    if (!picture) return couldNot(context, picture.error());
    Console console(verbosityOf(arguments.telling));
    console.messages(picture->filmDiagnostics, arguments.film);
    console.messages(picture->diagnostics, arguments.subtitles);
    const auto written = deliverPicture(picture->png, arguments.output, arguments.telling);
    return written ? kDone : couldNot(context, written.error());
}

}  // namespace

Action defineRender(CLI::App& app) {
    const auto arguments = std::make_shared<RenderArguments>();
    app.add_option("SUBTITLES",
                   arguments->subtitles,
                   "what is drawn over the picture; - for standard input")
        ->type_name("SUBTITLES");
    CLI::Option* film =
        app.add_option("--film",
                       arguments->film,
                       "the film that the picture is from (default: a black picture)")
            ->type_name("FILM");
    addOriginOption(app, arguments->origin)->needs(film);
    app.add_option("--at", arguments->at, "the moment: 1:02:03.456 or seconds")->type_name("TIME");
    app.add_option("--frame", arguments->frame, "the frame's number, from 0")->type_name("NUMBER");
    app.add_option("--fps", arguments->rate, "frame rate for --frame without a film")
        ->check(frameRate());
    app.add_option("--size", arguments->size, "size of the picture without a film: 1920x1080")
        ->type_name("SIZE");
    app.add_flag("--as-other-players",
                 arguments->asOtherPlayers,
                 "without fonts of the project, and with Khmer broken nowhere but at spaces");
    addPictureOutput(app, arguments->output)->required();
    addReadingOptions(app, arguments->reading);
    addTellingOptions(app, arguments->telling, "the name of the picture");
    return [arguments](Context& context) { return render(*arguments, context); };
}

}  // namespace subs::cli
