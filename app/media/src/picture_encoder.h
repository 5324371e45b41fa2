// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>
#include <subs/job/burn_port.h>

#include "ffmpeg.h"

#include <cstdint>
#include <functional>

namespace subs::media {

/// What all pictures of an encoded stream have in common.
struct EncodedForm {
    AVRational timeBase = {1, 1000};  ///< Of the frames' stamps.
    AVRational rate = {};             ///< Frames a second, to plan by; 0: not known.
    bool hasGlobalHeader = false;     ///< The container wants it beside the packets.
};

/// Encodes pictures as H.264 with x264.
class PictureEncoder {
public:
    using Take = std::function<Result<void>(AVPacket&)>;

    /// For pictures like `first`: its size, format and colours. Errors: "media.no-encoder"; and
    /// "media.encoder" where x264 refuses such pictures.
    static Result<PictureEncoder> open(const AVFrame& first,
                                       const EncodedForm& form,
                                       const BurnQuality& quality);

    const AVCodecContext& context() const { return *codec_; }

    /// Encodes `frame` (null: there are no more), and hands the packets that come of it to `take`,
    /// in the order of decoding, with stamps in `EncodedForm::timeBase`.
    Result<void> encode(const AVFrame* frame, const Take& take);

private:
    explicit PictureEncoder(CodecContext codec);

    CodecContext codec_;
    PacketHandle packet_;
};

}  // namespace subs::media
