// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/burn_port.h>
#include <subs/job/container_port.h>
#include <subs/job/cue_painter.h>
#include <subs/job/ports.h>
#include <subs/job/shot_finder.h>
#include <subs/job/sound_port.h>
#include <subs/job/speech_port.h>

namespace subs::cli {

/// What a program is linked with beyond libsubs.
struct Services {
    FilmLibrary* films =
        nullptr;  ///< Null in `subs`, which hands commands that need it to `subs-film`.
    CuePainter* painter = nullptr;           ///< The same.
    ContainerLibrary* containers = nullptr;  ///< The same.
    SoundLibrary* sounds = nullptr;          ///< The same.
    SpeechFinder* speech = nullptr;          ///< The same.
    ShotFinder* shots = nullptr;             ///< The same.
    FilmBurner* burner = nullptr;            ///< The same.
};

/// Runs the command that `argv` names and answers the exit status: 0 done, 1 findings, 2 could not,
/// 130 stopped.
int runProgram(int argc, char** argv, const Services& services);

}  // namespace subs::cli
