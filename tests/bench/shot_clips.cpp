// SPDX-License-Identifier: MIT
// Writes a clip as raw 4:2:0 pictures to standard output, and what is true of it as JSON:
// shot_clips SEED FRAMES WIDTH HEIGHT TRUTH [PHOTOS REST]
#include "shot_clip.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

namespace {

using bench::Canvas;

void writeTruth(const bench::Truth& truth, const char* path) {
    std::ofstream file(path);
    file << "{\"cuts\":[";
    for (std::size_t i = 0; i < truth.cuts.size(); ++i)
        file << (i == 0 ? "" : ",") << truth.cuts[i];
    file << "],\"transitions\":[";
    for (std::size_t i = 0; i < truth.transitions.size(); ++i) {
        const bench::TrueTransition& each = truth.transitions[i];
        file << (i == 0 ? "" : ",") << "{\"kind\":\"" << each.kind << "\",\"from\":" << each.from
             << ",\"to\":" << each.to << "}";
    }
    file << "]}\n";
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 6 && argc != 8) return 2;
    const int width = std::atoi(argv[3]);
    const int height = std::atoi(argv[4]);
    const std::vector<bench::Scene> photos =
        argc == 8 ? bench::photographs(argv[6], std::atoi(argv[7])) : std::vector<bench::Scene>();
    bench::Clip clip(static_cast<std::uint32_t>(std::atoi(argv[1])), std::atoi(argv[2]), photos);
    writeTruth(clip.truth(), argv[5]);
    Canvas canvas{width,
                  height,
                  std::vector<bench::Colour>(static_cast<std::size_t>(width) *
                                             static_cast<std::size_t>(height))};
    for (int number = 0; number < clip.frames(); ++number) {
        clip.draw(number, canvas);
        const std::string bytes = bench::rawPicture(canvas);
        if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size()) return 1;
    }
    return 0;
}
