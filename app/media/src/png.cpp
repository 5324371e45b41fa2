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

Result<std::string> encoded(int width,
                            int height,
                            png_uint_32 format,
                            const std::vector<std::uint8_t>& rows) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(width);
    image.height = static_cast<png_uint_32>(height);
    image.format = format;
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

tl::unexpected<Error> noPixels() {
    return failure("media.no-picture", "cannot make a PNG of a picture without pixels");
}

}  // namespace

Result<std::string> encodedPng(const Picture& picture) {
    if (picture.empty()) return noPixels();
    return encoded(picture.width, picture.height, PNG_FORMAT_BGR, opaqueRows(picture));
}

Result<std::string> encodedPng(const CuePicture& picture) {
    if (picture.box.isEmpty()) return noPixels();
    return encoded(picture.box.width, picture.box.height, PNG_FORMAT_RGBA, picture.pixels);
}

}  // namespace subs::media
