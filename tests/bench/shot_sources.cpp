// SPDX-License-Identifier: MIT
#include "shot_sources.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <string>

namespace bench {
namespace {

constexpr int kWidth = 640;
constexpr int kHeight = 360;

float mirrored(float at) {
    const float folded = std::fabs(at - 2.0F * std::floor(at / 2.0F));
    return folded > 1 ? 2 - folded : folded;
}

Scene readPpm(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string kind;
    int most = 0;
    Scene scene;
    file >> kind >> scene.width >> scene.height >> most;
    file.get();
    if (kind != "P6" || most != 255 || scene.width < 2 || scene.height < 2) return {};
    scene.pixels.resize(static_cast<std::size_t>(scene.width) *
                        static_cast<std::size_t>(scene.height) * 3);
    file.read(reinterpret_cast<char*>(scene.pixels.data()),
              static_cast<std::streamsize>(scene.pixels.size()));
    return scene;
}

/// Smooth noise of -1 to 1 on a grid of `cells` across, in octaves down to the pixel.
std::vector<float> cloud(Random& random, int cells, float roughness) {
    std::vector<float> sum(static_cast<std::size_t>(kWidth) * kHeight, 0.0F);
    float weight = 1;
    for (int across = cells; across <= kWidth / 2; across *= 2, weight *= roughness) {
        const int down = across * kHeight / kWidth + 2;
        std::vector<float> grid(static_cast<std::size_t>(across + 2) *
                                static_cast<std::size_t>(down + 2));
        for (float& value : grid)
            value = between(random, -1, 1);
        for (int y = 0; y < kHeight; ++y) {
            for (int x = 0; x < kWidth; ++x) {
                const float gx = static_cast<float>(x * across) / kWidth;
                const float gy = static_cast<float>(y * across) / kWidth;
                const auto row = static_cast<std::size_t>(across + 2);
                const std::size_t cell =
                    static_cast<std::size_t>(gy) * row + static_cast<std::size_t>(gx);
                float fx = gx - std::floor(gx);
                float fy = gy - std::floor(gy);
                fx = fx * fx * (3 - 2 * fx);
                fy = fy * fy * (3 - 2 * fy);
                const float upper = grid[cell] + fx * (grid[cell + 1] - grid[cell]);
                const float lower =
                    grid[cell + row] + fx * (grid[cell + row + 1] - grid[cell + row]);
                sum[static_cast<std::size_t>(y) * kWidth + static_cast<std::size_t>(x)] +=
                    weight * (upper + fy * (lower - upper));
            }
        }
    }
    return sum;
}

Colour anyColour(Random& random) {
    return {between(random, 10, 245), between(random, 10, 245), between(random, 10, 245)};
}

Colour mixed(Colour a, Colour b, float share) {
    return {a.red + share * (b.red - a.red),
            a.green + share * (b.green - a.green),
            a.blue + share * (b.blue - a.blue)};
}

void put(Scene& scene, int x, int y, Colour colour) {
    unsigned char* pixel =
        scene.pixels.data() + (static_cast<std::size_t>(y) * static_cast<std::size_t>(scene.width) +
                               static_cast<std::size_t>(x)) *
                                  3;
    const auto byte = [](float value) {
        return static_cast<unsigned char>(std::clamp(value, 0.0F, 255.0F));
    };
    pixel[0] = byte(colour.red);
    pixel[1] = byte(colour.green);
    pixel[2] = byte(colour.blue);
}

void addShape(Scene& scene, Random& random) {
    const float size = between(random, 8, 110);
    const float wide = size * between(random, 0.5F, 1.6F);
    const float cx = between(random, 0, kWidth);
    const float cy = between(random, 0, kHeight);
    const bool isRound = chance(random, 0.5F);
    const Colour light = anyColour(random);
    const Colour dark = mixed(light, {0, 0, 0}, between(random, 0.1F, 0.7F));
    for (int y = std::max(0, static_cast<int>(cy - size));
         y < std::min(kHeight, static_cast<int>(cy + size));
         ++y) {
        for (int x = std::max(0, static_cast<int>(cx - wide));
             x < std::min(kWidth, static_cast<int>(cx + wide));
             ++x) {
            const float dx = (static_cast<float>(x) - cx) / wide;
            const float dy = (static_cast<float>(y) - cy) / size;
            if (isRound && dx * dx + dy * dy > 1) continue;
            put(scene, x, y, mixed(light, dark, (dy + 1) / 2));
        }
    }
}

}  // namespace

Colour Scene::at(float x, float y) const {
    const float px = mirrored(x) * static_cast<float>(width - 2);
    const float py = mirrored(y) * static_cast<float>(height - 2);
    const int ix = static_cast<int>(px);
    const int iy = static_cast<int>(py);
    const float fx = px - static_cast<float>(ix);
    const float fy = py - static_cast<float>(iy);
    const std::size_t row = static_cast<std::size_t>(width) * 3;
    const unsigned char* pixel =
        pixels.data() + static_cast<std::size_t>(iy) * row + static_cast<std::size_t>(ix) * 3;
    std::array<float, 3> mix{};
    for (std::size_t i = 0; i < 3; ++i) {
        const float upper =
            static_cast<float>(pixel[i]) + fx * static_cast<float>(pixel[i + 3] - pixel[i]);
        const float lower = static_cast<float>(pixel[row + i]) +
                            fx * static_cast<float>(pixel[row + i + 3] - pixel[row + i]);
        mix[i] = upper + fy * (lower - upper);
    }
    return {mix[0], mix[1], mix[2]};
}

std::vector<Scene> photographs(const std::filesystem::path& folder, int rest) {
    std::vector<std::filesystem::path> names;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored))
        if (entry.path().extension() == ".ppm") names.push_back(entry.path());
    std::sort(names.begin(), names.end());
    std::vector<Scene> scenes;
    for (std::size_t i = static_cast<std::size_t>(rest); i < names.size(); i += 2)
        if (Scene scene = readPpm(names[i]); scene.width > 0) scenes.push_back(std::move(scene));
    return scenes;
}

Scene inventedScene(Random& random) {
    Scene scene{kWidth,
                kHeight,
                std::vector<unsigned char>(static_cast<std::size_t>(kWidth) * kHeight * 3)};
    const std::vector<float> light =
        cloud(random, whole(random, 2, 6), between(random, 0.4F, 0.7F));
    const std::vector<float> hue = cloud(random, whole(random, 2, 4), 0.5F);
    const std::array<Colour, 3> palette = {anyColour(random), anyColour(random), anyColour(random)};
    const float contrast = between(random, 25, 75);
    for (int y = 0; y < kHeight; ++y) {
        for (int x = 0; x < kWidth; ++x) {
            const std::size_t at =
                static_cast<std::size_t>(y) * kWidth + static_cast<std::size_t>(x);
            const Colour ground =
                mixed(palette[0], palette[1], std::clamp(hue[at] + 0.5F, 0.0F, 1.0F));
            const Colour colour = mixed(ground, palette[2], static_cast<float>(y) / kHeight);
            const float shade = contrast * light[at];
            put(scene, x, y, {colour.red + shade, colour.green + shade, colour.blue + shade});
        }
    }
    for (int count = whole(random, 3, 25); count > 0; --count)
        addShape(scene, random);
    return scene;
}

}  // namespace bench
