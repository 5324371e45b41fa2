// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

extern "C" {
#include <ass/ass.h>
}

// What libass draws of a file at a moment.
namespace testing {

/// The strongest ink of each pixel in one colour.
struct InkPicture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;

    std::uint8_t at(int x, int y) const {
        return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                      static_cast<std::size_t>(x)];
    }
};

/// A box of ink in pixels; a row or column at its edge counts as far as it is covered.
struct InkBox {
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;
};

class CueRenderer {
public:
    CueRenderer(int width, int height) : width_(width), height_(height) {
        library_.reset(ass_library_init());
        ass_set_message_cb(
            library_.get(), [](int, const char*, va_list, void*) {}, nullptr);
        renderer_.reset(ass_renderer_init(library_.get()));
        ass_set_frame_size(renderer_.get(), width, height);
        ass_set_storage_size(renderer_.get(), width, height);
        ass_set_fonts(renderer_.get(), nullptr, nullptr, ASS_FONTPROVIDER_AUTODETECT, nullptr, 1);
    }

    /// Of an ASS file at 0 s. `color` as ASS_Image has it (RGB without opacity) leaves other ink
    /// out.
    InkPicture rendered(std::string file, std::optional<std::uint32_t> color = std::nullopt) {
        const std::unique_ptr<ASS_Track, Freer> track(
            ass_read_memory(library_.get(), file.data(), file.size(), nullptr));
        InkPicture picture{width_, height_, {}};
        picture.pixels.resize(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_));
        for (const ASS_Image* image = ass_render_frame(renderer_.get(), track.get(), 0, nullptr);
             image != nullptr;
             image = image->next)
            if (!color || image->color >> 8U == *color) add(*image, picture);
        return picture;
    }

private:
    struct Freer {
        void operator()(ASS_Library* library) const { ass_library_done(library); }
        void operator()(ASS_Renderer* renderer) const { ass_renderer_done(renderer); }
        void operator()(ASS_Track* track) const { ass_free_track(track); }
    };

    static void add(const ASS_Image& image, InkPicture& picture) {
        for (int y = 0; y < image.h; ++y) {
            for (int x = 0; x < image.w; ++x) {
                const std::size_t place = static_cast<std::size_t>(image.dst_y + y) *
                                              static_cast<std::size_t>(picture.width) +
                                          static_cast<std::size_t>(image.dst_x + x);
                std::uint8_t& pixel = picture.pixels[place];
                pixel = std::max(pixel, image.bitmap[y * image.stride + x]);
            }
        }
    }

    int width_;
    int height_;
    std::unique_ptr<ASS_Library, Freer> library_;
    std::unique_ptr<ASS_Renderer, Freer> renderer_;
};

/// Nothing where there is no ink.
inline std::optional<InkBox> inkBoxOf(const InkPicture& picture) {
    std::vector<std::uint8_t> columns(static_cast<std::size_t>(picture.width));
    std::vector<std::uint8_t> rows(static_cast<std::size_t>(picture.height));
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            const std::uint8_t strength = picture.at(x, y);
            auto& column = columns[static_cast<std::size_t>(x)];
            auto& row = rows[static_cast<std::size_t>(y)];
            column = std::max(column, strength);
            row = std::max(row, strength);
        }
    }
    const auto edges = [](const std::vector<std::uint8_t>& strengths) {
        const auto isInk = [](std::uint8_t strength) { return strength != 0; };
        const auto first = std::find_if(strengths.begin(), strengths.end(), isInk);
        const auto last = std::find_if(strengths.rbegin(), strengths.rend(), isInk).base();
        if (first == strengths.end()) return std::pair(0.0, 0.0);
        return std::pair(static_cast<double>(first - strengths.begin()) + 1 - *first / 255.0,
                         static_cast<double>(last - strengths.begin()) - 1 + *(last - 1) / 255.0);
    };
    const auto [left, right] = edges(columns);
    const auto [top, bottom] = edges(rows);
    if (right <= left) return std::nullopt;
    return InkBox{left, right, top, bottom};
}

}  // namespace testing
