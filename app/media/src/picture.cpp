// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/media/picture.h>

#include <algorithm>

namespace subs::media {

Picture blackPicture(int width, int height) {
    Picture picture{std::max(width, 0), std::max(height, 0), {}};
    const std::size_t pixels =
        static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height);
    picture.pixels.assign(pixels * 4, 0);
    for (std::size_t i = 3; i < picture.pixels.size(); i += 4)
        picture.pixels[i] = 255;
    return picture;
}

}  // namespace subs::media
