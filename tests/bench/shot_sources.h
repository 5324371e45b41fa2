// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <random>
#include <vector>

namespace bench {

using Random = std::mt19937;

/// From `least` to `most`; the same on every machine.
inline float between(Random& random, float least, float most) {
    return least + (most - least) * static_cast<float>(random() >> 8U) / 16777216.0F;
}
inline int whole(Random& random, int least, int most) {
    return least + static_cast<int>(random() % static_cast<unsigned>(most - least + 1));
}
inline bool chance(Random& random, float probability) {
    return between(random, 0, 1) < probability;
}

struct Colour {
    float red = 0;
    float green = 0;
    float blue = 0;
};

/// Something to point a camera at: red, green and blue of 0 to 255, row by row.
struct Scene {
    int width = 0;
    int height = 0;
    std::vector<unsigned char> pixels;

    /// At (x, y) from 0 to 1, mixed of the four pixels around it; mirrored beyond the edges.
    Colour at(float x, float y) const;
};

/// Those of the photographs (PPM, P6) in `folder` whose place in the order of names leaves `rest`
/// when halved: two sets that share nothing.
std::vector<Scene> photographs(const std::filesystem::path& folder, int rest);

/// A place that was never photographed: clouds of noise in a few colours, with shapes before them.
Scene inventedScene(Random& random);

}  // namespace bench
