// SPDX-License-Identifier: MIT
// Writes raw 4:2:0 frames that carry their own number: `frame_source COUNT WIDTH HEIGHT`. The
// number stands in two rows of sixteen blocks, the lower one inverted, so that a damaged picture is
// not taken for another number; a moving pattern with a cut every 168 frames fills the rest.
#include "burned_number.h"

#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

using testing::burnedLuma;

unsigned char patternLuma(int frame, int x, int y) {
    const int shot = frame / 168;
    const int tile = ((x + 2 * frame) / 8 + (y + frame) / 8 + shot) % 2;
    return static_cast<unsigned char>(60 + 20 * (shot % 3) + 60 * tile);
}

std::string frameBytes(int frame, int width, int height) {
    std::string bytes;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const int burned = burnedLuma(frame, x, y);
            bytes += static_cast<char>(burned >= 0 ? burned : patternLuma(frame, x, y));
        }
    }
    const int chroma = 2 * ((width + 1) / 2) * ((height + 1) / 2);
    return bytes.append(static_cast<std::size_t>(chroma), static_cast<char>(128));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) return 2;
    for (int frame = 0; frame < std::atoi(argv[1]); ++frame) {
        const std::string bytes = frameBytes(frame, std::atoi(argv[2]), std::atoi(argv[3]));
        if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size()) return 1;
    }
    return 0;
}
