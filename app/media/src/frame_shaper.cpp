// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame_shaper.h"

#include "frame_colors.h"
#include "planar_blend.h"

#include <array>
#include <cstring>

extern "C" {
#include <libavutil/pixdesc.h>
}

namespace subs::media {
namespace {

tl::unexpected<Error> notShaped() {
    return failure("media.unreadable",
                   "cannot draw upon the film's pictures: FFmpeg cannot bring their pixel format "
                   "into one that can be encoded");
}

bool isColoredByPrimaries(AVPixelFormat format) {
    const AVPixFmtDescriptor* const known = av_pix_fmt_desc_get(format);
    return known != nullptr && (known->flags & AV_PIX_FMT_FLAG_RGB) != 0;
}

/// Differences are shared by rows and columns alike, or by neither, where a picture is turned.
bool canBeTurned(AVPixelFormat format) {
    const AVPixFmtDescriptor& known = *av_pix_fmt_desc_get(format);
    return known.log2_chroma_w == known.log2_chroma_h;
}

/// What loses the least of `format`, of those that encoders take.
AVPixelFormat nearestTo(AVPixelFormat format, bool isTurned) {
    constexpr std::array kUpright = {AV_PIX_FMT_YUV420P,
                                     AV_PIX_FMT_YUV422P,
                                     AV_PIX_FMT_YUV444P,
                                     AV_PIX_FMT_YUV420P10,
                                     AV_PIX_FMT_YUV422P10,
                                     AV_PIX_FMT_YUV444P10,
                                     AV_PIX_FMT_NONE};
    constexpr std::array kTurned = {AV_PIX_FMT_YUV420P,
                                    AV_PIX_FMT_YUV444P,
                                    AV_PIX_FMT_YUV420P10,
                                    AV_PIX_FMT_YUV444P10,
                                    AV_PIX_FMT_NONE};
    for (const AVPixelFormat known : kUpright)
        if (known == format && (!isTurned || canBeTurned(known))) return known;
    return avcodec_find_best_pix_fmt_of_list(
        isTurned ? kTurned.data() : kUpright.data(), format, 0, nullptr);
}

Size madeEven(Size size) {
    return {size.width + size.width % 2, size.height + size.height % 2};
}

FrameHandle newFrame(Size size, AVPixelFormat format, const AVFrame& like) {
    FrameHandle frame(av_frame_alloc());
    if (!frame || av_frame_copy_props(frame.get(), &like) < 0) return nullptr;
    frame->width = size.width;
    frame->height = size.height;
    frame->format = format;
    return av_frame_get_buffer(frame.get(), 0) < 0 ? nullptr : std::move(frame);
}

/// What becomes of a matrix: red, green and blue have none.
void tagColors(const AVFrame& from, AVFrame& to) {
    to.color_range = isFullRange(from) ? AVCOL_RANGE_JPEG : from.color_range;
    if (!isColoredByPrimaries(static_cast<AVPixelFormat>(from.format))) return;
    to.color_range = AVCOL_RANGE_MPEG;
    to.colorspace = AVCOL_SPC_UNSPECIFIED;
    to.colorspace = colorMatrixOf(to) == SWS_CS_ITU709 ? AVCOL_SPC_BT709 : AVCOL_SPC_SMPTE170M;
}

/// Samples of `Sample` of one plane at their places in the shown picture.
template <typename Sample>
void turnPlane(const AVFrame& from, AVFrame& to, std::size_t plane, Size size, Orientation way) {
    for (int y = 0; y < size.height; ++y) {
        const auto* const row = reinterpret_cast<const Sample*>(
            from.data[plane] + static_cast<std::ptrdiff_t>(y) * from.linesize[plane]);
        for (int x = 0; x < size.width; ++x) {
            const Orientation::Place at = way.shownAt(x, y, size);
            auto* const target = reinterpret_cast<Sample*>(
                to.data[plane] + static_cast<std::ptrdiff_t>(at.y) * to.linesize[plane]);
            target[at.x] = row[x];
        }
    }
}

}  // namespace

FrameShaper::FrameShaper(const AVStream& stream, const AVFrame& first)
    : orientation_(orientationOf(stream)),
      size_(madeEven(shownSize(stream))),
      stored_(orientation_.turned(size_)),
      format_(nearestTo(plainFormat(first.format), !orientation_.isUpright())) {}

Result<FrameHandle> FrameShaper::shaped(const AVFrame& frame) {
    auto result = scaled(frame);
    if (!result || orientation_.isUpright()) return result;
    return turned(**result);
}

Result<FrameHandle> FrameShaper::scaled(const AVFrame& frame) {
    const bool isSame = plainFormat(frame.format) == format_ && frame.width == stored_.width &&
                        frame.height == stored_.height;
    if (isSame) {
        FrameHandle same(av_frame_clone(&frame));
        if (!same) return notShaped();
        same->format = format_;
        tagColors(frame, *same);
        same->sample_aspect_ratio = {1, 1};
        return same;
    }
    FrameHandle result = newFrame(stored_, format_, frame);
    if (!result) return notShaped();
    tagColors(frame, *result);
    result->sample_aspect_ratio = {1, 1};
    if (!prepare(frame, *result)) return notShaped();
    const int rows = sws_scale(
        scaler_.get(), frame.data, frame.linesize, 0, frame.height, result->data, result->linesize);
    return rows > 0 ? Result<FrameHandle>(std::move(result)) : notShaped();
}

/// A scaler from such frames to such results; false where FFmpeg has none.
bool FrameShaper::prepare(const AVFrame& frame, const AVFrame& result) {
    const std::array<int, 5> wanted{
        frame.width, frame.height, frame.format, colorMatrixOf(frame), isFullRange(frame) ? 1 : 0};
    if (scaler_ && prepared_ == wanted) return true;
    scaler_.reset(sws_getContext(frame.width,
                                 frame.height,
                                 plainFormat(frame.format),
                                 result.width,
                                 result.height,
                                 format_,
                                 SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT,
                                 nullptr,
                                 nullptr,
                                 nullptr));
    if (!scaler_) return false;
    const bool isColored = isColoredByPrimaries(static_cast<AVPixelFormat>(frame.format));
    sws_setColorspaceDetails(scaler_.get(),
                             sws_getCoefficients(wanted[3]),
                             wanted[4],
                             sws_getCoefficients(isColored ? colorMatrixOf(result) : wanted[3]),
                             isFullRange(result) ? 1 : 0,
                             0,
                             1 << 16,
                             1 << 16);
    prepared_ = wanted;
    return true;
}

Result<FrameHandle> FrameShaper::turned(const AVFrame& stored) const {
    FrameHandle result = newFrame(size_, format_, stored);
    if (!result) return notShaped();
    const AVPixFmtDescriptor& format = *av_pix_fmt_desc_get(format_);
    for (std::size_t plane = 0; plane < 3; ++plane) {
        const int shift = plane == 0 ? 0 : format.log2_chroma_w;
        const Size size{stored.width >> shift, stored.height >> shift};
        if (format.comp[0].depth > 8)
            turnPlane<std::uint16_t>(stored, *result, plane, size, orientation_);
        else
            turnPlane<std::uint8_t>(stored, *result, plane, size, orientation_);
    }
    return result;
}

}  // namespace subs::media
