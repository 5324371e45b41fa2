// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/sound_port.h>

#include <CLI/CLI.hpp>

#include <string>

namespace subs::cli {

/// What of a film's sound is heard, by its name.
struct ChannelArgument {
    std::string name = "dialogue";

    SoundChannel channel() const { return soundChannelNamed(name).value(); }
};

/// --channel
void addChannelOption(CLI::App& app, ChannelArgument& argument);

}  // namespace subs::cli
