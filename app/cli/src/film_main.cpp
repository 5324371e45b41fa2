// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/cli/program.h>
#include <subs/media/film_library.h>

int main(int argc, char** argv) {
    const auto films = subs::media::makeFilmLibrary();
    return subs::cli::runProgram(argc, argv, {.films = films.get()});
}
