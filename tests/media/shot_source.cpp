// SPDX-License-Identifier: MIT
// Writes the film of `shot_script.h` as raw 4:2:0 frames: `shot_source WIDTH HEIGHT`.
#include "media/shot_script.h"

#include <cstdio>
#include <cstdlib>
#include <string>

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    const int width = std::atoi(argv[1]);
    const int height = std::atoi(argv[2]);
    bench::Canvas canvas{width,
                         height,
                         std::vector<bench::Colour>(static_cast<std::size_t>(width) *
                                                    static_cast<std::size_t>(height))};
    testing::ShotFilm film;
    for (int frame = 0; frame < testing::ShotScript::kFrames; ++frame) {
        film.draw(frame, canvas);
        const std::string bytes = bench::rawPicture(canvas);
        if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size()) return 1;
    }
    return 0;
}
