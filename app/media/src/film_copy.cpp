// SPDX-License-Identifier: GPL-3.0-or-later
#include "film_copy.h"

#include <cstring>

namespace subs::media {
namespace {

bool copySideData(const AVStream& from, AVStream& to) {
    for (int i = 0; i < from.nb_side_data; ++i) {
        const AVPacketSideData& data = from.side_data[i];
        std::uint8_t* copy = av_stream_new_side_data(&to, data.type, data.size);
        if (copy == nullptr) return false;
        std::memcpy(copy, data.data, data.size);
    }
    return true;
}

}  // namespace

AVStream* addCopyOf(const AVStream& from, AVFormatContext& to) {
    AVStream* const stream = avformat_new_stream(&to, nullptr);
    if (stream == nullptr || avcodec_parameters_copy(stream->codecpar, from.codecpar) < 0)
        return nullptr;
    stream->codecpar->codec_tag = 0;
    stream->time_base = from.time_base;
    stream->disposition = from.disposition;
    stream->sample_aspect_ratio = from.sample_aspect_ratio;
    stream->avg_frame_rate = from.avg_frame_rate;
    stream->r_frame_rate = from.r_frame_rate;
    av_dict_copy(&stream->metadata, from.metadata, 0);
    return copySideData(from, *stream) ? stream : nullptr;
}

bool copyChapters(const Container& film, std::int64_t off, AVFormatContext& to) {
    const unsigned count = film.context->nb_chapters;
    if (count == 0) return true;
    to.chapters = static_cast<AVChapter**>(av_calloc(count, sizeof(void*)));
    if (to.chapters == nullptr) return false;
    for (unsigned i = 0; i < count; ++i) {
        const AVChapter& from = *film.context->chapters[i];
        auto* chapter = static_cast<AVChapter*>(av_mallocz(sizeof(AVChapter)));
        if (chapter == nullptr) return false;
        to.chapters[to.nb_chapters++] = chapter;
        const std::int64_t ticks = av_rescale_q(off, AV_TIME_BASE_Q, from.time_base);
        chapter->id = from.id;
        chapter->time_base = from.time_base;
        chapter->start = from.start - ticks;
        chapter->end = from.end - ticks;
        av_dict_copy(&chapter->metadata, from.metadata, 0);
    }
    return true;
}

void copyTags(const Container& film, AVFormatContext& to) {
    av_dict_copy(&to.metadata, film.context->metadata, 0);
    for (const char* name : {"major_brand", "minor_version", "compatible_brands"})
        av_dict_set(&to.metadata, name, nullptr, 0);
}

}  // namespace subs::media
