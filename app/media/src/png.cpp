// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/media/png.h>

#include <png.h>

#include <utility>
#include <vector>

namespace subs::media {
namespace {

/// The pixels without their fourth byte.
std::vector<std::uint8_t> opaqueRows(const Picture& picture) {
    std::vector<std::uint8_t> rows;
    rows.reserve(picture.pixels.size() / 4 * 3);
    for (std::size_t i = 0; i < picture.pixels.size(); i += 4) {
        rows.insert(rows.end(),
                    picture.pixels.begin() + static_cast<std::ptrdiff_t>(i),
                    picture.pixels.begin() + static_cast<std::ptrdiff_t>(i + 3));
    }
    return rows;
}

}  // namespace

Result<std::string> encodedPng(const Picture& picture) {
    if (picture.empty())
        return failure("media.no-picture", "cannot make a PNG of a picture without pixels");
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(picture.width);
    image.height = static_cast<png_uint_32>(picture.height);
    image.format = PNG_FORMAT_BGR;
    const std::vector<std::uint8_t> rows = opaqueRows(picture);
    png_alloc_size_t size = rows.size() + rows.size() / 256 + 65536;
    std::string bytes(size, '\0');
    const int written =
        png_image_write_to_memory(&image, bytes.data(), &size, 0, rows.data(), 0, nullptr);
    png_image_free(&image);
    if (written == 0)
        return failure("media.no-picture", std::string("cannot make a PNG: ") + image.message);
    bytes.resize(size);
    return bytes;
}

}  // namespace subs::media
