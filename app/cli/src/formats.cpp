// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/format/counts_frames.h>
#include <subs/job/json.h>

#include "command.h"
#include "common_options.h"
#include "usage.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iterator>
#include <memory>

namespace subs::cli {
namespace {

std::string_view wordFor(Grade grade) {
    switch (grade) {
        case Grade::None:
            return "no";
        case Grade::Approximate:
            return "roughly";
        case Grade::Full:
            break;
    }
    return "yes";
}

std::string stepsOf(const FormatInfo& info) {
    if (countsFrames(info)) return "frames";
    return fmt::format("steps of {} ms", formatted(exactMilliseconds(info.unit)));
}

std::string formatsText() {
    std::string text;
    const auto out = std::back_inserter(text);
    for (const Format* format : formats()) {
        const FormatInfo& info = format->info();
        fmt::format_to(out,
                       "{}: {}; endings {}; times in {}\n",
                       info.id,
                       info.name,
                       fmt::join(info.extensions, ", "),
                       stepsOf(info));
        for (const Capability& capability : info.capabilities)
            fmt::format_to(out, "    {:<16}{}\n", capability.feature, wordFor(capability.grade));
    }
    return text;
}

}  // namespace

Action defineFormats(CLI::App& app) {
    const auto telling = std::make_shared<TellingArguments>();
    addTellingOptions(app, *telling, "all formats");
    return [telling](Context& context) -> int {
        const auto written =
            writeStandardOutput(telling->json ? formatsJson() + "\n" : formatsText());
        return written ? kDone : couldNot(context, written.error());
    };
}

}  // namespace subs::cli
