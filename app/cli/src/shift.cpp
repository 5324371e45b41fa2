// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/time/clock.h>
#include <subs/time/fraction.h>

#include "command.h"
#include "convert_options.h"
#include "move_options.h"

#include <fmt/format.h>

#include <memory>
#include <string>

namespace subs::cli {
namespace {

struct ShiftArguments {
    ConvertArguments files;
    MoveArguments move;
    std::string by;
    std::string frames;
};

Result<MoveOptions> movingOf(const ShiftArguments& arguments) {
    auto options = moveOptionsOf(arguments.move);
    if (!options) return options;
    if (arguments.by.empty() == arguments.frames.empty())
        return failure("cli.usage", "either --by or --frames says how far");
    if (!arguments.by.empty()) {
        const auto by = parseDuration(arguments.by);
        if (!by) return tl::unexpected(by.error());
        options->how = ShiftByTime{*by};
        return options;
    }
    constexpr std::int64_t kMost = 100'000'000;
    const auto frames = parseFraction(arguments.frames);
    if (!frames || frames->denominator() != 1 || *frames > Fraction(kMost) ||
        *frames < Fraction(-kMost))
        return failure("cli.usage", fmt::format("\"{}\" is no number of frames", arguments.frames));
    if (!hasTimeline(arguments.files.batch.timeline))
        return failure("cli.usage", "--frames needs --fps, --timecodes or --film");
    options->how = ShiftByFrames{frames->numerator()};
    return options;
}

}  // namespace

Action defineShift(CLI::App& app) {
    const auto arguments = std::make_shared<ShiftArguments>();
    app.add_option("--by", arguments->by, "how far: 1.5s, -250ms, -0:01:02.5")->type_name("TIME");
    app.add_option("--frames", arguments->frames, "how many frames on, or back with a minus sign")
        ->type_name("NUMBER");
    addMoveOptions(app, arguments->move);
    addFileOptions(app, arguments->files);
    return [arguments](Context& context) {
        return runMoving(arguments->files, movingOf(*arguments), context);
    };
}

}  // namespace subs::cli
