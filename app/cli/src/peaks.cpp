// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/job/sound_told.h>
#include <subs/time/clock.h>

#include "command.h"
#include "common_options.h"
#include "picture_output.h"
#include "sound_options.h"
#include "usage.h"

#include <fmt/format.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace subs::cli {
namespace {

/// A hundredth of a millisecond.
constexpr std::int64_t kShortestBin = Time::kPerMillisecond / 100;

struct PeaksArguments {
    std::string film;
    ChannelArgument channel;
    std::string from;
    std::string to;
    std::string bin = "10";
    std::string size = "1600x300";
    bool isSpectrogram = false;
    PictureOutputArguments output;
    TellingArguments telling;
};

Result<std::optional<Time>> momentIn(const std::string& text) {
    if (text.empty()) return std::optional<Time>();
    const auto time = parseClock(text);
    if (!time) return tl::unexpected(time.error());
    return std::optional<Time>(*time);
}

Result<SoundRequest> requestOf(const PeaksArguments& arguments) {
    const auto from = momentIn(arguments.from);
    if (!from) return tl::unexpected(from.error());
    const auto to = momentIn(arguments.to);
    if (!to) return tl::unexpected(to.error());
    return SoundRequest{arguments.film, arguments.channel.channel(), *from, *to};
}

/// "2.5" milliseconds.
Result<Time> binIn(const std::string& text) {
    const auto bin = parseDuration(text + "ms");
    if (bin && *bin >= Time::fromFlicks(kShortestBin) && *bin <= Time::fromSeconds(3600))
        return *bin;
    return failure("cli.usage",
                   fmt::format("\"{}\" is no length of a bin: it is a number of milliseconds, from "
                               "0.01 to 3600000",
                               text));
}

int tellCurve(const PeaksArguments& arguments,
              const SoundRequest& request,
              const Context& context,
              const Watch& watch) {
    const auto bin = binIn(arguments.bin);
    if (!bin) return misused(context, bin.error().message);
    const auto curve = context.sounds->curve(request, *bin, watch);
    if (!curve) return couldNot(context, curve.error());
    const auto written =
        writeStandardOutput(arguments.telling.json ? soundJson(*curve, arguments.film) + "\n"
                                                   : soundText(*curve, arguments.film));
    return written ? kDone : couldNot(context, written.error());
}

int drawPicture(const PeaksArguments& arguments,
                const SoundRequest& request,
                const Context& context,
                const Watch& watch) {
    const std::vector<std::filesystem::path> read = {arguments.film};
    if (const auto ready = checkPictureOutput(arguments.output, read); !ready)
        return couldNot(context, ready.error());
    const auto size = pictureSizeIn(arguments.size);
    if (!size) return couldNot(context, size.error());
    const auto drawing =
        arguments.isSpectrogram ? SoundDrawing::Spectrogram : SoundDrawing::Waveform;
    const auto picture =
        context.sounds->picture(request, drawing, size->width, size->height, watch);
    if (!picture) return couldNot(context, picture.error());
    const auto written = deliverPicture(picture->png, arguments.output, arguments.telling);
    return written ? kDone : couldNot(context, written.error());
}

int peaks(const PeaksArguments& arguments, const Context& context) {
    const bool isDrawn = !arguments.output.name.empty();
    if (arguments.telling.json && arguments.output.isStandardOutput())
        return misused(context, "--json and -o - would both write to standard output");
    const auto request = requestOf(arguments);
    if (!request) return couldNot(context, request.error());
    Console console(verbosityOf(arguments.telling));
    const Watch watch{{}, [&](double done) { console.progress(done); }};
    return (isDrawn ? drawPicture : tellCurve)(arguments, *request, context, watch);
}

}  // namespace

Action definePeaks(CLI::App& app) {
    const auto arguments = std::make_shared<PeaksArguments>();
    app.add_option("FILM", arguments->film, "the film")->type_name("FILM")->required();
    addChannelOption(app, arguments->channel);
    app.add_option("--from", arguments->from, "where to begin: 1:02:03.456 or seconds")
        ->type_name("TIME");
    app.add_option("--to", arguments->to, "where to end (default: with the film)")
        ->type_name("TIME");
    app.add_option("--bin",
                   arguments->bin,
                   "length of a column of --json, in milliseconds; from 5 on as multiples of 5 "
                   "(default: 10)")
        ->type_name("MS");
    CLI::Option* output = addPictureOutput(app, arguments->output);
    app.get_option("--output")
        ->description("a PNG file that the waveform is drawn into; - for standard output");
    app.add_flag("--spectrogram", arguments->isSpectrogram, "draw which frequencies are heard")
        ->needs(output);
    app.add_option("--size", arguments->size, "size of the picture (default: 1600x300)")
        ->check(pictureSize())
        ->needs(output);
    addTellingOptions(app, arguments->telling, "all columns, or the name of the picture");
    return [arguments](Context& context) { return peaks(*arguments, context); };
}

}  // namespace subs::cli
