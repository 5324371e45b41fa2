// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_film.h"

#include "mp4/film_layout.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace subs::media {
namespace {

/// Small, so that what is asked for goes past the buffer.
constexpr int kTableBufferBytes = 1 << 12;

/// Codecs of which each packet of an MP4 is one picture that is shown, whatever is in it. Of VP8
/// some are not; those of VC-1 and MPEG-2 FFmpeg takes apart.
bool isPictureEach(AVCodecID codec) {
    switch (codec) {
        case AV_CODEC_ID_H264:
        case AV_CODEC_ID_HEVC:
        case AV_CODEC_ID_AV1:
        case AV_CODEC_ID_VP9:
        case AV_CODEC_ID_MPEG4:
        case AV_CODEC_ID_PRORES:
        case AV_CODEC_ID_DNXHD:
        case AV_CODEC_ID_MJPEG:
            return true;
        default:
            return false;
    }
}

bool hasTable(const Container& container, const AVStream& stream) {
    return std::string_view(container.context->iformat->name).starts_with("mov") &&
           avformat_index_get_entries_count(&stream) > 1;
}

}  // namespace

void TableFilm::IoFreer::operator()(AVIOContext* io) const {
    av_freep(static_cast<void*>(&io->buffer));
    avio_context_free(&io);
}

int TableFilm::readBytes(void* opaque, std::uint8_t* buffer, int size) {
    Bytes& bytes = *static_cast<Bytes*>(opaque);
    if (bytes.stop.stop_requested()) return AVERROR_EXIT;
    const std::int64_t left = bytes.size() - bytes.at;
    if (left <= 0) return AVERROR_EOF;
    auto count = static_cast<std::size_t>(std::min<std::int64_t>(left, size));
    if (!bytes.areLeftOut) {
        const auto read = bytes.file.readAt(static_cast<std::uint64_t>(bytes.at),
                                            {reinterpret_cast<char*>(buffer), count});
        if (!read) return AVERROR(EIO);
        count = *read;
    }
    bytes.at += static_cast<std::int64_t>(count);
    return count > 0 ? static_cast<int>(count) : AVERROR_EOF;
}

std::int64_t TableFilm::seek(void* opaque, std::int64_t offset, int whence) {
    Bytes& bytes = *static_cast<Bytes*>(opaque);
    switch (whence & ~AVSEEK_FORCE) {
        case AVSEEK_SIZE:
            return bytes.size();
        case SEEK_CUR:
            offset += bytes.at;
            break;
        case SEEK_END:
            offset += bytes.size();
            break;
        default:
            break;
    }
    if (offset < 0) return AVERROR(EINVAL);
    return bytes.at = offset;
}

std::optional<TableFilm> TableFilm::open(const Container& container, const AVStream& stream) {
    if (!hasTable(container, stream) || !isPictureEach(stream.codecpar->codec_id))
        return std::nullopt;
    const std::stop_token& stop = container.interrupt->stop;
    auto file = FileSource::open(container.path, stop);
    if (!file || !mp4::layoutOf(*file)) return std::nullopt;
    TableFilm film;
    film.bytes_ = std::make_unique<Bytes>(Bytes{std::move(*file), stop});
    film.container_.path = container.path;
    film.container_.interrupt = std::make_unique<Interrupt>(Interrupt{stop});
    if (!film.openAs(container, stream)) return std::nullopt;
    return film;
}

/// Opens the tables as FFmpeg did before.
bool TableFilm::openAs(const Container& container, const AVStream& stream) {
    auto* buffer = static_cast<std::uint8_t*>(av_mallocz(kTableBufferBytes));
    if (buffer == nullptr) return false;
    io_.reset(
        avio_alloc_context(buffer, kTableBufferBytes, 0, bytes_.get(), readBytes, nullptr, seek));
    if (!io_) av_free(buffer);
    AVFormatContext* context = io_ ? avformat_alloc_context() : nullptr;
    if (context == nullptr) return false;
    context->pb = io_.get();
    context->flags |= AVFMT_FLAG_NOPARSE;  // there is nothing to take apart
    if (avformat_open_input(&context, nullptr, container.context->iformat, nullptr) < 0)
        return false;
    container_.context.reset(context);
    if (context->nb_streams <= static_cast<unsigned>(stream.index)) return false;
    stream_ = context->streams[stream.index];
    bytes_->areLeftOut = true;
    io_->direct = 1;
    return av_cmp_q(stream_->time_base, stream.time_base) == 0 &&
           avformat_index_get_entries_count(stream_) == avformat_index_get_entries_count(&stream);
}

}  // namespace subs::media
