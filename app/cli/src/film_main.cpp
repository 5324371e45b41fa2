// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/cli/program.h>
#include <subs/media/burner.h>
#include <subs/media/container_library.h>
#include <subs/media/cue_painter.h>
#include <subs/media/film_library.h>
#include <subs/media/shot_search.h>
#include <subs/media/sound_library.h>
#include <subs/media/speech.h>

int main(int argc, char** argv) {
    const auto cache = subs::media::FilmCache::ofUser();
    const auto films = subs::media::makeFilmLibrary(cache);
    const auto painter = subs::media::makeCuePainter();
    const auto containers = subs::media::makeContainerLibrary();
    const auto sounds = subs::media::makeSoundLibrary();
    const auto speech = subs::media::makeSpeechFinder(cache);
    const auto shots = subs::media::makeShotFinder(cache);
    const auto burner = subs::media::makeFilmBurner(cache);
    return subs::cli::runProgram(argc,
                                 argv,
                                 {.films = films.get(),
                                  .painter = painter.get(),
                                  .containers = containers.get(),
                                  .sounds = sounds.get(),
                                  .speech = speech.get(),
                                  .shots = shots.get(),
                                  .burner = burner.get()});
}
