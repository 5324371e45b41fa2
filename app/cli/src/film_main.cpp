// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/cli/program.h>
#include <subs/media/cue_painter.h>
#include <subs/media/film_library.h>

int main(int argc, char** argv) {
    const auto films = subs::media::makeFilmLibrary();
    const auto painter = subs::media::makeCuePainter();
    return subs::cli::runProgram(argc, argv, {.films = films.get(), .painter = painter.get()});
}
