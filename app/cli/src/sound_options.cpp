// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound_options.h"

#include "common_options.h"

#include <vector>

namespace subs::cli {
namespace {

std::vector<std::string> channelNames() {
    std::vector<std::string> names;
    for (const NamedChannel& named : kSoundChannels)
        names.emplace_back(named.name);
    return names;
}

}  // namespace

void addChannelOption(CLI::App& app, ChannelArgument& argument) {
    app.add_option("--channel",
                   argument.name,
                   "what is looked at (default: dialogue, the centre or else the mean of all)")
        ->check(oneOf(channelNames()));
}

}  // namespace subs::cli
