// SPDX-License-Identifier: GPL-3.0-or-later
#include "converter.h"

#include "frame_colors.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>

namespace subs::media {
namespace {

/// The element of the matrix as -1, 0 or 1, by whether it is the larger of its row.
int direction(std::int32_t element, std::int32_t other) {
    if (std::abs(std::int64_t{element}) < std::abs(std::int64_t{other})) return 0;
    return element < 0 ? -1 : 1;
}

const std::int32_t* displayMatrixOf(const AVStream& stream) {
    std::size_t size = 0;
    const std::uint8_t* data = av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
    return size < 9 * sizeof(std::int32_t) ? nullptr : reinterpret_cast<const std::int32_t*>(data);
}

AVRational sampleAspectOf(const AVStream& stream) {
    AVRational aspect = stream.sample_aspect_ratio;
    if (aspect.num <= 0 || aspect.den <= 0) aspect = stream.codecpar->sample_aspect_ratio;
    return aspect.num <= 0 || aspect.den <= 0 ? AVRational{1, 1} : aspect;
}

/// Rows of `stored` at their places in the shown picture.
Picture turned(const Picture& stored, const Orientation& way) {
    const Size size{stored.width, stored.height};
    Picture shown{way.turned(size).width, way.turned(size).height, {}};
    shown.pixels.resize(stored.pixels.size());
    for (int y = 0; y < stored.height; ++y) {
        const std::uint8_t* from =
            stored.pixels.data() + static_cast<std::size_t>(y) * stored.stride();
        for (int x = 0; x < stored.width; ++x) {
            const Orientation::Place at = way.shownAt(x, y, size);
            const std::size_t to = static_cast<std::size_t>(at.y) * shown.stride() +
                                   static_cast<std::size_t>(at.x) * 4;
            std::memcpy(shown.pixels.data() + to, from + static_cast<std::size_t>(x) * 4, 4);
        }
    }
    return shown;
}

/// Into `to`, which has no pixels yet.
void copyRows(const AVFrame& from, Picture& to) {
    to.pixels.reserve(to.stride() * static_cast<std::size_t>(to.height));
    for (int y = 0; y < to.height; ++y) {
        const std::uint8_t* row = from.data[0] + static_cast<std::ptrdiff_t>(y) * from.linesize[0];
        to.pixels.insert(to.pixels.end(), row, row + to.stride());
    }
}

/// What swscale makes of `frame`: a picture, or the signals that one is made of.
AVPixelFormat targetFor(const AVFrame& frame) {
    return isHighDynamicRange(frame.color_trc) ? AV_PIX_FMT_RGB48 : AV_PIX_FMT_BGR0;
}

void mapRows(const AVFrame& from, const RangeMapping& mapping, Picture& to) {
    to.pixels.resize(to.stride() * static_cast<std::size_t>(to.height));
    for (int y = 0; y < to.height; ++y) {
        const auto* signal = reinterpret_cast<const std::uint16_t*>(
            from.data[0] + static_cast<std::ptrdiff_t>(y) * from.linesize[0]);
        std::uint8_t* pixel = to.pixels.data() + static_cast<std::size_t>(y) * to.stride();
        for (int x = 0; x < to.width; ++x, signal += 3, pixel += 4) {
            const auto [red, green, blue] = mapping.mapped({signal[0], signal[1], signal[2]});
            pixel[0] = blue;
            pixel[1] = green;
            pixel[2] = red;
            pixel[3] = 255;
        }
    }
}

tl::unexpected<Error> notConverted() {
    return failure("media.unreadable",
                   "cannot convert the picture: FFmpeg does not know its pixel format");
}

}  // namespace

Orientation orientationOf(const AVStream& stream) {
    const std::int32_t* matrix = displayMatrixOf(stream);
    if (matrix == nullptr) return {};
    Orientation way{direction(matrix[0], matrix[1]),
                    direction(matrix[1], matrix[0]),
                    direction(matrix[3], matrix[4]),
                    direction(matrix[4], matrix[3])};
    const bool isTurn = std::abs(way.rightX) + std::abs(way.rightY) == 1 &&
                        std::abs(way.downX) + std::abs(way.downY) == 1 &&
                        way.rightX * way.downX + way.rightY * way.downY == 0;
    return isTurn ? way : Orientation{};
}

Size shownSize(const AVStream& stream) {
    const AVRational aspect = sampleAspectOf(stream);
    Size size{stream.codecpar->width, stream.codecpar->height};
    const std::int64_t width = av_rescale(size.width, aspect.num, aspect.den);
    size.width =
        static_cast<int>(std::clamp<std::int64_t>(width, 1, 4 * std::int64_t{size.width} + 1));
    if (orientationOf(stream).swapsSides()) std::swap(size.width, size.height);
    return size;
}

Size fitted(Size shown, Size bound) {
    const bool binds = (bound.width > 0 && bound.width < shown.width) ||
                       (bound.height > 0 && bound.height < shown.height);
    if (!binds || shown.width <= 0 || shown.height <= 0) return shown;
    const double byWidth = bound.width > 0 ? static_cast<double>(bound.width) / shown.width : 1;
    const double byHeight = bound.height > 0 ? static_cast<double>(bound.height) / shown.height : 1;
    const double scale = std::min({byWidth, byHeight, 1.0});
    const auto scaled = [scale](int length) {
        return std::max(1, static_cast<int>(std::lround(length * scale)));
    };
    return {scaled(shown.width), scaled(shown.height)};
}

Result<void> Converter::prepare(const AVFrame& frame, Size stored) {
    const std::array<int, 8> wanted{frame.width,
                                    frame.height,
                                    frame.format,
                                    stored.width,
                                    stored.height,
                                    colorMatrixOf(frame),
                                    isFullRange(frame) ? 1 : 0,
                                    targetFor(frame)};
    if (scaler_ && prepared_ == wanted) return {};
    scaler_.reset(sws_getContext(frame.width,
                                 frame.height,
                                 plainFormat(frame.format),
                                 stored.width,
                                 stored.height,
                                 targetFor(frame),
                                 SWS_BILINEAR,
                                 nullptr,
                                 nullptr,
                                 nullptr));
    if (!scaler_) return notConverted();
    const int* matrix = sws_getCoefficients(wanted[5]);
    sws_setColorspaceDetails(scaler_.get(),
                             matrix,
                             wanted[6],
                             sws_getCoefficients(SWS_CS_DEFAULT),
                             1,
                             0,
                             1 << 16,
                             1 << 16);
    // swscale writes whole vectors: rows need room behind them, which FFmpeg's own buffers have.
    scratch_.reset(av_frame_alloc());
    scratch_->width = stored.width;
    scratch_->height = stored.height;
    scratch_->format = targetFor(frame);
    if (av_frame_get_buffer(scratch_.get(), 0) < 0) {
        scaler_.reset();
        return notConverted();
    }
    prepared_ = wanted;
    return {};
}

const RangeMapping& Converter::mappingFor(AVColorTransferCharacteristic transfer) {
    if (!mapping_ || mapping_->transfer() != transfer) mapping_.emplace(transfer);
    return *mapping_;
}

Result<Picture> Converter::converted(const AVFrame& frame, Size size) {
    const Size stored = orientation_.swapsSides() ? Size{size.height, size.width} : size;
    if (const auto ready = prepare(frame, stored); !ready) return tl::unexpected(ready.error());
    const int rows = sws_scale(scaler_.get(),
                               frame.data,
                               frame.linesize,
                               0,
                               frame.height,
                               scratch_->data,
                               scratch_->linesize);
    if (rows <= 0) return notConverted();
    Picture picture{stored.width, stored.height, {}};
    if (isHighDynamicRange(frame.color_trc))
        mapRows(*scratch_, mappingFor(frame.color_trc), picture);
    else
        copyRows(*scratch_, picture);
    return orientation_.isUpright() ? std::move(picture) : turned(picture, orientation_);
}

}  // namespace subs::media
