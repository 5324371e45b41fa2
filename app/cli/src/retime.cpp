// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/time/clock.h>
#include <subs/time/frame_rate.h>

#include "command.h"
#include "convert_options.h"
#include "move_options.h"

#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

namespace subs::cli {
namespace {

struct RetimeArguments {
    ConvertArguments files;
    MoveArguments move;
    std::string fromRate;
    std::string toRate;
    std::string factor;
    std::string about = "0";
    std::vector<std::string> anchors;
};

/// "between" two rates: what was at frame n of the one is at frame n of the other.
Result<ScaleTimes> betweenRates(const RetimeArguments& arguments) {
    if (arguments.fromRate.empty() || arguments.toRate.empty())
        return failure("cli.usage", "--from-fps and --to-fps go together");
    const auto from = parseFrameRate(arguments.fromRate);
    if (!from) return tl::unexpected(from.error());
    const auto to = parseFrameRate(arguments.toRate);
    if (!to) return tl::unexpected(to.error());
    const Fraction before = from->framesPerSecond();
    const Fraction after = to->framesPerSecond();
    return ScaleTimes{Fraction(before.numerator() * after.denominator(),
                               before.denominator() * after.numerator())};
}

Result<ScaleTimes> byFactor(const RetimeArguments& arguments) {
    constexpr std::int64_t kMost = 1000;
    const auto factor = parseFraction(arguments.factor);
    if (!factor) return tl::unexpected(factor.error());
    if (*factor <= Fraction(0) || *factor > Fraction(kMost))
        return failure(
            "cli.usage",
            fmt::format("--scale {}: a factor is above 0, and 1000 at most", arguments.factor));
    const auto about = parseClock(arguments.about);
    if (!about) return tl::unexpected(about.error());
    return ScaleTimes{*factor, *about};
}

/// "0:01:02.5=0:01:00" or "#12=0:01:00"
Result<TimeAnchor> anchorIn(const std::string& text) {
    const std::size_t sign = text.find('=');
    if (sign == std::string::npos)
        return failure(
            "cli.usage",
            fmt::format("\"{}\" is no anchor; one looks like 0:01:02.5=0:01:00 or #12=0:01:00",
                        text));
    const auto to = parseClock(std::string_view(text).substr(sign + 1));
    if (!to) return tl::unexpected(to.error());
    if (text.starts_with('#')) {
        const auto number = parseFraction(std::string_view(text).substr(1, sign - 1));
        if (!number || number->denominator() != 1 || *number < Fraction(1))
            return failure("cli.usage",
                           fmt::format("\"{}\" is no number of a cue", text.substr(0, sign)));
        return TimeAnchor{static_cast<std::size_t>(number->numerator()), *to};
    }
    const auto from = parseClock(std::string_view(text).substr(0, sign));
    if (!from) return tl::unexpected(from.error());
    return TimeAnchor{*from, *to};
}

Result<StretchBetween> toAnchors(const RetimeArguments& arguments) {
    StretchBetween stretch;
    for (const std::string& text : arguments.anchors) {
        const auto anchor = anchorIn(text);
        if (!anchor) return tl::unexpected(anchor.error());
        stretch.anchors.push_back(*anchor);
    }
    return stretch;
}

Result<MoveOptions> movingOf(const RetimeArguments& arguments) {
    auto options = moveOptionsOf(arguments.move);
    if (!options) return options;
    const bool hasRates = !arguments.fromRate.empty() || !arguments.toRate.empty();
    const int ways = static_cast<int>(hasRates) + static_cast<int>(!arguments.factor.empty()) +
                     static_cast<int>(!arguments.anchors.empty());
    if (ways != 1)
        return failure("cli.usage",
                       "one of --from-fps with --to-fps, --scale and --anchor says how");
    const auto take = [&](auto how) -> Result<MoveOptions> {
        if (!how) return tl::unexpected(how.error());
        options->how = *std::move(how);
        return options;
    };
    if (hasRates) {
        const bool areAll = !options->range.from && !options->range.to;
        const auto to = parseFrameRate(arguments.toRate);
        if (to && areAll && arguments.files.rounding.empty()) options->onto = *to;
        return take(betweenRates(arguments));
    }
    return arguments.factor.empty() ? take(toAnchors(arguments)) : take(byFactor(arguments));
}

}  // namespace

Action defineRetime(CLI::App& app) {
    const auto arguments = std::make_shared<RetimeArguments>();
    app.add_option("--from-fps", arguments->fromRate, "the frame rate that the times are right at")
        ->type_name("RATE");
    app.add_option("--to-fps", arguments->toRate, "the one at which the same frames are shown")
        ->type_name("RATE");
    app.add_option("--scale", arguments->factor, "make times so many times as long: 1001/1000")
        ->type_name("FACTOR");
    app.add_option("--about", arguments->about, "the time that --scale leaves where it is")
        ->type_name("TIME")
        ->needs("--scale");
    app.add_option("--anchor",
                   arguments->anchors,
                   "twice or more: a time, or #N for the start of cue N, goes to a new time; what "
                   "lies between goes with them in proportion")
        ->type_name("OLD=NEW")
        ->allow_extra_args(false);
    addMoveOptions(app, arguments->move);
    addFileOptions(app, arguments->files);
    return [arguments](Context& context) {
        return runMoving(arguments->files, movingOf(*arguments), context);
    };
}

}  // namespace subs::cli
