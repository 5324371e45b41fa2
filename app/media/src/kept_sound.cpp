// SPDX-License-Identifier: GPL-3.0-or-later
#include "kept_sound.h"

#include "film_copy.h"

extern "C" {
#include <libavutil/common.h>
}

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace subs::media {
namespace {

tl::unexpected<Error> noPlace(const AVStream& stream) {
    return failure("mux.stream",
                   fmt::format("stream {} ({} audio) is of a kind that the new film has no place "
                               "for; nothing was written; name an output that ends with .mkv",
                               stream.index,
                               avcodec_get_name(stream.codecpar->codec_id)));
}

}  // namespace

Result<KeptSound> KeptSound::open(const std::filesystem::path& film,
                                  const std::stop_token& stop,
                                  FilmFile& output) {
    auto opened = openContainer(film, stop);
    if (!opened) return tl::unexpected(opened.error());
    KeptSound sound;
    AVFormatContext& from = *opened->context;
    sound.targets_.assign(from.nb_streams, -1);
    for (unsigned i = 0; i < from.nb_streams; ++i) {
        AVStream& stream = *from.streams[i];
        stream.discard = AVDISCARD_ALL;
        if (stream.codecpar->codec_type != AVMEDIA_TYPE_AUDIO) continue;
        const int fits = avformat_query_codec(
            output.context().oformat, stream.codecpar->codec_id, FF_COMPLIANCE_NORMAL);
        if (fits != 1) return noPlace(stream);
        const AVStream* const copy = addCopyOf(stream, output.context());
        if (copy == nullptr) return tl::unexpected(mediaError(*opened, AVERROR(ENOMEM)));
        stream.discard = AVDISCARD_DEFAULT;
        sound.targets_[i] = copy->index;
    }
    if (std::ranges::all_of(sound.targets_, [](int target) { return target < 0; })) return sound;
    sound.film_ = *std::move(opened);
    sound.packet_.reset(av_packet_alloc());
    return sound;
}

Result<void> KeptSound::copyUpTo(std::optional<Time> time, FilmFile& output) {
    while (film_) {
        if (!isWaiting_) {
            const int got = av_read_frame(film_->context.get(), packet_.get());
            if (got == AVERROR_EOF) {
                film_.reset();
                return {};
            }
            if (got < 0) return tl::unexpected(mediaError(*film_, got));
            isWaiting_ = true;
        }
        const AVStream& stream = *film_->context->streams[packet_->stream_index];
        const std::int64_t stamp = packet_->dts != AV_NOPTS_VALUE ? packet_->dts : packet_->pts;
        const bool isLater =
            time && stamp != AV_NOPTS_VALUE &&
            timeFromTicks(av_sat_sub64(stamp, film_->startTicks(stream)), stream.time_base) > *time;
        if (isLater) return {};
        isWaiting_ = false;
        if (auto written = write(output); !written) return written;
    }
    return {};
}

Result<void> KeptSound::write(FilmFile& output) {
    const auto index = static_cast<std::size_t>(packet_->stream_index);
    const int target = index < targets_.size() ? targets_[index] : -1;
    const bool isHidden = (packet_->flags & AV_PKT_FLAG_DISCARD) != 0;
    if (target >= 0 && isHidden) ++hidden_;
    if (target < 0 || isHidden) {
        av_packet_unref(packet_.get());
        return {};
    }
    const AVStream& from = *film_->context->streams[index];
    const AVStream& to = *output.context().streams[target];
    const std::int64_t off = film_->startTicks(from);
    if (packet_->pts != AV_NOPTS_VALUE) packet_->pts = av_sat_sub64(packet_->pts, off);
    if (packet_->dts != AV_NOPTS_VALUE) packet_->dts = av_sat_sub64(packet_->dts, off);
    av_packet_rescale_ts(packet_.get(), from.time_base, to.time_base);
    packet_->pos = -1;
    packet_->stream_index = target;
    return output.write(*packet_);
}

}  // namespace subs::media
