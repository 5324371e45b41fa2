// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/base/result.h>
#include <subs/model/document.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace subs {

/// A place on a canvas in whole pixels, from the canvas' upper left corner.
struct PixelBox {
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;

    int right() const { return left + width; }
    int bottom() const { return top + height; }
    bool isEmpty() const { return width <= 0 || height <= 0; }
    bool touches(const PixelBox& other) const {
        return left < other.right() && other.left < right() && top < other.bottom() &&
               other.top < bottom();
    }
    friend bool operator==(const PixelBox&, const PixelBox&) = default;
};

/// What is drawn of a cue, as small as holds all of it: each edge of the box has a pixel that is
/// not transparent.
struct CuePicture {
    PixelBox box;  ///< On the canvas; empty where nothing is drawn.
    /// Rows from the top without padding, four bytes a pixel: red, green, blue, opacity. Straight
    /// alpha: colours are not multiplied by the opacity (as PNG has them). sRGB. A pixel without
    /// opacity is all 0.
    std::vector<std::uint8_t> pixels;
};

struct PaintRequest {
    /// Borrowed. All its dialogue cues have an end.
    const Document* document = nullptr;
    int width = 0;  ///< Of the canvas, in pixels.
    int height = 0;
};

/// Draws cues one by one as players show them. The film library (app/media) fulfils it with libass.
/// Each call stands alone and may be made from any thread.
class CuePainter {
public:
    /// Gets each cue by its place in the document; an error ends the painting.
    using Take = std::function<Result<void>(std::size_t index, const CuePicture& picture)>;

    CuePainter() = default;
    CuePainter(const CuePainter&) = delete;
    CuePainter& operator=(const CuePainter&) = delete;
    virtual ~CuePainter() = default;

    /// Draws the dialogue cues that last for some time, each alone, as it is in the middle of its
    /// time and at the place that it has beside those that are shown together with it. They come in
    /// the order in which they begin, those of one beginning as in the document. Answers remarks,
    /// such as fonts that were not found. `stop` ends it early with error "media.cancelled".
    virtual Result<Diagnostics> paint(const PaintRequest& request,
                                      const Take& take,
                                      std::stop_token stop) = 0;
    /// `picture` as the bytes of a PNG file: 8 bits a channel, with transparency; the same bytes
    /// for the same picture. Error "media.no-picture" for an empty one.
    virtual Result<std::string> encoded(const CuePicture& picture) = 0;
};

}  // namespace subs
