// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace subs::media {

/// A picture in memory: rows from the top, four bytes a pixel in the order blue, green, red, 255
/// (as QImage's Format_RGB32 on little-endian machines), sRGB, rows without padding.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;

    std::size_t stride() const { return static_cast<std::size_t>(width) * 4; }
    bool empty() const { return pixels.empty(); }
};

/// A black picture.
Picture blackPicture(int width, int height);

}  // namespace subs::media
