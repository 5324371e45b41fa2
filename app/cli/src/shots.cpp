// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/base/counted.h>
#include <subs/job/json.h>
#include <subs/job/shot_finder.h>
#include <subs/time/clock.h>
#include <subs/timing/shot_files.h>

#include "batch_run.h"
#include "command.h"
#include "common_options.h"
#include "usage.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace subs::cli {
namespace {

struct ShotsArguments {
    BatchArguments batch;  ///< Only how things are told.
    std::string film;
    std::optional<std::int64_t> from;
    std::optional<std::int64_t> to;
};

ShotRequest requestOf(const ShotsArguments& arguments) {
    ShotRequest request{arguments.film, std::nullopt};
    if (arguments.from || arguments.to)
        request.range =
            FrameRange{{arguments.from.value_or(0)},
                       {arguments.to.value_or(std::numeric_limits<std::int64_t>::max())}};
    return request;
}

/// One change a line, in their order: its frame, its film time, and what it is.
std::string shotsText(const FoundShots& found) {
    std::vector<std::pair<Frame, std::string>> changes;
    for (const Frame cut : found.shots.cuts)
        changes.emplace_back(cut, "cut");
    for (const Transition& each : found.shots.transitions)
        changes.emplace_back(each.from,
                             fmt::format("{}, until frame {}", nameOf(each.kind), each.to.number));
    std::ranges::stable_sort(changes, {}, &std::pair<Frame, std::string>::first);
    std::string text;
    for (const auto& [frame, what] : changes)
        fmt::format_to(std::back_inserter(text),
                       "{:>8}  {}  {}\n",
                       frame.number,
                       clockText(found.timeline.timeOf(frame)),
                       what);
    return text;
}

int tell(const FoundShots& found, const ShotsArguments& arguments, BatchRun& run) {
    run.console().messages(found.diagnostics, arguments.film);
    const Shots& shots = found.shots;
    run.print(arguments.batch.telling.json
                  ? shotsJson(shots, found.frames, found.timeline.averageRate()) + "\n"
                  : shotsText(found),
              arguments.film);
    run.console().detail(fmt::format("{}: {} and {} in {}",
                                     arguments.film,
                                     counted(shots.cuts.size(), "cut"),
                                     counted(shots.transitions.size(), "transition"),
                                     counted(static_cast<std::size_t>(found.frames), "frame")));
    return kDone;
}

int shots(const ShotsArguments& arguments, const Context& context) {
    if (arguments.film == "-") return misused(context, "a film cannot be read from standard input");
    if (arguments.from.value_or(0) >
        arguments.to.value_or(std::numeric_limits<std::int64_t>::max()))
        return misused(context, "--from is behind --to");
    BatchRun run(context, arguments.batch);
    return run.run(1, [&](const KnownFrames*, const BatchOptions& batch) {
        const ShotWatch watch{batch.stop, [&](const ShotProgress& progress) {
                                  run.console().progress(static_cast<double>(progress.done) /
                                                         static_cast<double>(progress.frames));
                              }};
        const auto found = context.shots->found(requestOf(arguments), watch);
        if (!found && BatchRun::saysStopped(found.error())) return;
        if (!found) run.console().error(found.error(), arguments.film);
        if (!found && arguments.batch.telling.json)
            run.print(errorJson(found.error(), arguments.film) + "\n", arguments.film);
        run.fileDone(found ? tell(*found, arguments, run) : kCouldNot);
    });
}

}  // namespace

Action defineShots(CLI::App& app) {
    const auto arguments = std::make_shared<ShotsArguments>();
    app.add_option("FILM", arguments->film, "the film")->type_name("FILM")->required();
    app.add_option("--from",
                   arguments->from,
                   "the first frame, from 0, that may be told (default: the film's first)")
        ->check(wholeNumber(0, std::numeric_limits<int>::max()));
    app.add_option("--to", arguments->to, "the last one (default: the film's last)")
        ->check(wholeNumber(0, std::numeric_limits<int>::max()));
    addTellingOptions(app, arguments->batch.telling, "cuts and transitions as frame numbers");
    return [arguments](Context& context) { return shots(*arguments, context); };
}

}  // namespace subs::cli
