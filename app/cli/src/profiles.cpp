// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/job/json.h>
#include <subs/job/profiles.h>

#include "command.h"
#include "common_options.h"
#include "usage.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iterator>
#include <memory>

namespace subs::cli {
namespace {

std::string profilesText(const std::vector<Profile>& profiles) {
    std::string text;
    const auto out = std::back_inserter(text);
    for (const Profile& profile : profiles) {
        fmt::format_to(out,
                       "{}: {}; languages {}; source {}{}\n",
                       profile.id,
                       profile.title,
                       profile.languages.empty()
                           ? "any"
                           : fmt::format("{}", fmt::join(profile.languages, ", ")),
                       profile.source,
                       profile.provisional ? " (a proposal that no outside guide backs)" : "");
        if (!profile.sourceUrl.empty())
            fmt::format_to(out, "    {} {}\n", profile.sourceUrl, profile.sourceDate);
    }
    return text;
}

int listProfiles(bool json, const Context& context) {
    const auto profiles = profilesIn(seedsFolder() / "profiles");
    if (!profiles) return couldNot(context, profiles.error());
    const auto written =
        writeStandardOutput(json ? profilesJson(*profiles) + "\n" : profilesText(*profiles));
    return written ? kDone : couldNot(context, written.error());
}

}  // namespace

Action defineProfiles(CLI::App& app) {
    const auto telling = std::make_shared<TellingArguments>();
    addTellingOptions(app, *telling, "all profiles");
    return [telling](Context& context) { return listProfiles(telling->json, context); };
}

}  // namespace subs::cli
