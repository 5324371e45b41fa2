// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture_encoder.h"

#include <fmt/format.h>

#include <string>
#include <utility>

namespace subs::media {
namespace {

tl::unexpected<Error> refused(int ffmpegError) {
    return failure("media.encoder",
                   fmt::format("x264 cannot encode the film's pictures ({}); nothing was written",
                               reasonOf(ffmpegError)));
}

/// A comb of two fields stays one.
void setFields(const AVFrame& first, AVCodecContext& codec) {
    if (first.interlaced_frame == 0) return;
    codec.flags |= AV_CODEC_FLAG_INTERLACED_DCT | AV_CODEC_FLAG_INTERLACED_ME;
    codec.field_order = first.top_field_first != 0 ? AV_FIELD_TT : AV_FIELD_BB;
}

void setForm(const AVFrame& first, const EncodedForm& form, AVCodecContext& codec) {
    codec.width = first.width;
    codec.height = first.height;
    codec.pix_fmt = static_cast<AVPixelFormat>(first.format);
    codec.sample_aspect_ratio = first.sample_aspect_ratio;
    codec.color_range = first.color_range;
    codec.colorspace = first.colorspace;
    codec.color_primaries = first.color_primaries;
    codec.color_trc = first.color_trc;
    codec.chroma_sample_location = first.chroma_location;
    codec.time_base = form.timeBase;
    codec.framerate = form.rate;
    if (form.hasGlobalHeader) codec.flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    setFields(first, codec);
}

}  // namespace

PictureEncoder::PictureEncoder(CodecContext codec)
    : codec_(std::move(codec)), packet_(av_packet_alloc()) {}

Result<PictureEncoder> PictureEncoder::open(const AVFrame& first,
                                            const EncodedForm& form,
                                            const BurnQuality& quality) {
    const AVCodec* const encoder = avcodec_find_encoder_by_name("libx264");
    if (encoder == nullptr)
        return failure("media.no-encoder",
                       "FFmpeg was built without x264 here, so that no film can be encoded");
    CodecContext codec(avcodec_alloc_context3(encoder));
    if (!codec) return refused(AVERROR(ENOMEM));
    setForm(first, form, *codec);
    codec->thread_count = 0;
    AVDictionary* options = nullptr;
    av_dict_set(&options, "preset", quality.preset.c_str(), 0);
    av_dict_set(&options, "crf", std::to_string(quality.factor).c_str(), 0);
    const int opened = avcodec_open2(codec.get(), encoder, &options);
    av_dict_free(&options);
    if (opened < 0) return refused(opened);
    return PictureEncoder(std::move(codec));
}

Result<void> PictureEncoder::encode(const AVFrame* frame, const Take& take) {
    if (const int sent = avcodec_send_frame(codec_.get(), frame); sent < 0) return refused(sent);
    while (true) {
        const int got = avcodec_receive_packet(codec_.get(), packet_.get());
        if (got == AVERROR(EAGAIN) || got == AVERROR_EOF) return {};
        if (got < 0) return refused(got);
        if (auto taken = take(*packet_); !taken) return taken;
    }
}

}  // namespace subs::media
