// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/burn_port.h>
#include <subs/job/container_port.h>
#include <subs/job/cue_painter.h>
#include <subs/job/ports.h>
#include <subs/job/shot_finder.h>
#include <subs/job/sound_port.h>
#include <subs/job/speech_port.h>

#include <CLI/CLI.hpp>

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace subs::cli {

enum ExitStatus : int { kDone = 0, kFindings = 1, kCouldNot = 2, kStopped = 130 };

/// What a command runs in.
struct Context {
    FilmLibrary* films = nullptr;
    CuePainter* painter = nullptr;           ///< There where `films` is.
    ContainerLibrary* containers = nullptr;  ///< The same.
    SoundLibrary* sounds = nullptr;          ///< The same.
    SpeechFinder* speech = nullptr;          ///< The same.
    ShotFinder* shots = nullptr;             ///< The same.
    FilmBurner* burner = nullptr;            ///< The same.
    std::string_view command;                ///< Its name, for messages.
    std::vector<std::string> arguments;      ///< The program's, for handing over to `subs-film`.
};

/// What a command does once its arguments are read; answers an exit status.
using Action = std::function<int(Context&)>;

enum class Films { Unneeded, Needed };

/// One command: what is said of it, and the options that it reads. The parser, the help, the manual
/// and the shells' completion are all made from it (see declaration.h).
struct Command {
    std::string_view name;
    std::string_view summary;
    std::string_view example;  ///< One a line, all but the first indented by two spaces.
    /// `Needed`: always done by `subs-film`. The others go there when `--film` is given.
    Films films = Films::Unneeded;
    Action (*define)(CLI::App& app) = nullptr;
    /// Paragraphs parted by a blank line, in lines of at most 80 bytes.
    std::string_view description = {};
    /// When the exit status is 1; empty where it never is.
    std::string_view findings = {};
    /// Names of commands that go with it, parted by blanks.
    std::string_view related = {};
};

/// All commands, in the order of the help.
std::span<const Command> commands();
/// Null where there is none of that name.
const Command* commandNamed(std::string_view name);

Action defineBreaks(CLI::App& app);
Action defineBurn(CLI::App& app);
Action defineConvert(CLI::App& app);
Action defineCount(CLI::App& app);
Action defineDump(CLI::App& app);
Action defineEdit(CLI::App& app);
Action defineExtract(CLI::App& app);
Action defineFormats(CLI::App& app);
Action defineFrames(CLI::App& app);
Action defineInfo(CLI::App& app);
Action defineMux(CLI::App& app);
Action defineNormalize(CLI::App& app);
Action definePair(CLI::App& app);
Action definePeaks(CLI::App& app);
Action defineProfiles(CLI::App& app);
Action defineQc(CLI::App& app);
Action defineRender(CLI::App& app);
Action defineRetime(CLI::App& app);
Action defineShift(CLI::App& app);
Action defineSpeech(CLI::App& app);
Action defineShots(CLI::App& app);
Action defineUnpair(CLI::App& app);
Action defineWords(CLI::App& app);
Action defineWrap(CLI::App& app);

}  // namespace subs::cli
