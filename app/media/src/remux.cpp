// SPDX-License-Identifier: GPL-3.0-or-later
#include "remux.h"

#include <subs/base/counted.h>
#include <subs/time/largest_time.h>

#include "film_file.h"
#include "remux_streams.h"
#include "text_tracks.h"

extern "C" {
#include <libavutil/common.h>
}

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace subs::media {
namespace {

/// A text of a new track, in milliseconds of the new file.
struct TextToWrite {
    std::int64_t start = 0;
    std::int64_t end = 0;
    int stream = 0;
    const TextPacket* packet = nullptr;
};

bool addBeside(AVPacket& packet, AVPacketSideDataType type, const std::string& text) {
    if (text.empty()) return true;
    std::uint8_t* data = av_packet_new_side_data(&packet, type, text.size());
    if (data != nullptr) std::ranges::copy(text, data);  // without a zero behind it
    return data != nullptr;
}

/// Held within what can be worked with.
Time sumOf(Time a, Time b) {
    const Time sum = Time::fromFlicks(av_sat_add64(a.flicks(), b.flicks()));
    return std::clamp(sum, -kLargestTime, kLargestTime);
}

/// Copies a film with its new tracks, packet by packet.
class Remuxer {
public:
    Remuxer(const Container& film, const MuxRequest& request, const Watch& watch)
        : film_(film), request_(request), watch_(watch) {}

    Result<Diagnostics> run() {
        packet_.reset(av_packet_alloc());
        auto output = FilmFile::create(request_.output, request_.existing, ContainerKind::Matroska);
        if (!output) return tl::unexpected(output.error());
        output_ = &*output;
        auto streams = makeStreams(film_, request_, *output_);
        if (!streams) return tl::unexpected(streams.error());
        streams_ = *std::move(streams);
        if (auto begun = output_->begin(); !begun) return tl::unexpected(begun.error());
        orderTexts();
        if (auto copied = copyFilm(); !copied) return tl::unexpected(copied.error());
        if (auto rest = writeTexts(INT64_MAX); !rest) return tl::unexpected(rest.error());
        if (auto done = output_->finish(); !done) return tl::unexpected(done.error());
        watch_.tell(1);
        return std::move(streams_.diagnostics);
    }

private:
    /// All new texts by their starts, those of one start in the order of the tracks.
    void orderTexts() {
        const std::int64_t origin = std::max<std::int64_t>(originOf(film_), 0);
        const Time zero = timeFromTicks(origin, AV_TIME_BASE_Q);
        for (std::size_t i = 0; i < request_.tracks.size(); ++i)
            for (const TextPacket& packet : request_.tracks[i].packets) {
                const Time start = sumOf(packet.start, zero);
                const Time end = sumOf(start, packet.duration.value_or(Time()));
                texts_.push_back({start.nearestMilliseconds(),
                                  end.nearestMilliseconds(),
                                  streams_.ofTracks[i],
                                  &packet});
            }
        std::ranges::stable_sort(texts_, {}, &TextToWrite::start);
    }

    Result<void> copyFilm() {
        std::int64_t last = INT64_MIN;
        int got = 0;
        while ((got = av_read_frame(film_.context.get(), packet_.get())) >= 0) {
            if (watch_.stop.stop_requested())
                return tl::unexpected(mediaError(film_, AVERROR_EXIT));
            last = std::max(last, endOf(*packet_, streamOf(*packet_)));
            if (auto copied = copyPacket(); !copied) return copied;
            // Reading goes back at times; what is told does not.
            share_ = std::max(share_, shareRead(film_));
            watch_.tell(share_);
        }
        if (got != AVERROR_EOF) return tl::unexpected(mediaError(film_, got));
        for (Diagnostic& remark : truncationOf(film_, last))
            streams_.diagnostics.push_back(std::move(remark));
        tellHidden();
        return {};
    }

    const AVStream& streamOf(const AVPacket& packet) const {
        return *film_.context->streams[packet.stream_index];
    }

    /// MP4 may hide pictures that others are made from (before the beginning of an edit list).
    /// Matroska has no way to say so.
    Result<void> checkShown(const AVStream& stream) const {
        const bool isHidden = (packet_->flags & AV_PKT_FLAG_DISCARD) != 0;
        if (!isHidden || stream.codecpar->codec_type != AVMEDIA_TYPE_VIDEO) return {};
        return failure("mux.stream",
                       fmt::format("stream {} has pictures that its edit list hides, which "
                                   "Matroska cannot hide; nothing was written",
                                   stream.index));
    }

    /// Sound that primes a decoder lies before the film's beginning and is never heard. Written, it
    /// would be the beginning, and picture and text would be late by as much.
    void tellHidden() {
        if (hidden_ == 0) return;
        streams_.diagnostics.push_back(
            {Severity::Info,
             0,
             0,
             "mux.hidden",
             fmt::format("{} that the film hides {} left out, so that all else keeps its time",
                         counted(hidden_, "packet"),
                         hidden_ == 1 ? "is" : "are")});
    }

    Result<void> copyPacket() {
        const auto index = static_cast<std::size_t>(packet_->stream_index);
        const int target = index < streams_.ofFilm.size() ? streams_.ofFilm[index] : -1;
        if (target < 0) {
            av_packet_unref(packet_.get());
            return {};
        }
        const AVStream& from = streamOf(*packet_);
        if (auto shown = checkShown(from); !shown) return shown;
        if ((packet_->flags & AV_PKT_FLAG_DISCARD) != 0) {
            ++hidden_;
            av_packet_unref(packet_.get());
            return {};
        }
        const AVStream& to = *output_->context().streams[target];
        const std::int64_t off = takenOff(film_, from);
        if (packet_->pts != AV_NOPTS_VALUE) packet_->pts = av_sat_sub64(packet_->pts, off);
        if (packet_->dts != AV_NOPTS_VALUE) packet_->dts = av_sat_sub64(packet_->dts, off);
        av_packet_rescale_ts(packet_.get(), from.time_base, to.time_base);
        packet_->pos = -1;
        packet_->stream_index = target;
        const std::int64_t now = packet_->dts != AV_NOPTS_VALUE ? packet_->dts : packet_->pts;
        if (now != AV_NOPTS_VALUE)
            if (auto texts = writeTexts(av_rescale_q(now, to.time_base, {1, 1000})); !texts)
                return texts;
        return output_->write(*packet_);
    }

    /// The texts that begin up to `now`.
    Result<void> writeTexts(std::int64_t now) {
        for (; next_ < texts_.size() && texts_[next_].start <= now; ++next_)
            if (auto written = writeText(texts_[next_]); !written) return written;
        return {};
    }

    Result<void> writeText(const TextToWrite& text) {
        const AVStream& to = *output_->context().streams[text.stream];
        const std::string& bytes = text.packet->bytes;
        const PacketHandle packet(av_packet_alloc());
        if (!packet || av_new_packet(packet.get(), static_cast<int>(bytes.size())) < 0 ||
            !addBeside(*packet, AV_PKT_DATA_WEBVTT_IDENTIFIER, text.packet->id) ||
            !addBeside(*packet, AV_PKT_DATA_WEBVTT_SETTINGS, text.packet->settings))
            return tl::unexpected(mediaError(film_, AVERROR(ENOMEM)));
        std::memcpy(packet->data, bytes.data(), bytes.size());
        packet->stream_index = text.stream;
        packet->flags |= AV_PKT_FLAG_KEY;
        packet->pts = packet->dts = text.start;
        packet->duration = text.end - text.start;
        av_packet_rescale_ts(packet.get(), {1, 1000}, to.time_base);
        return output_->write(*packet);
    }

    const Container& film_;
    const MuxRequest& request_;
    const Watch& watch_;
    FilmFile* output_ = nullptr;
    RemuxStreams streams_;
    PacketHandle packet_;
    std::vector<TextToWrite> texts_;
    std::size_t next_ = 0;
    std::size_t hidden_ = 0;  ///< Packets of sound and text that are not shown.
    double share_ = 0;        ///< Of the film that was read.
};

}  // namespace

Result<Diagnostics> remuxed(const MuxRequest& request, const Watch& watch) {
    const auto film = openContainer(request.film, watch.stop, Holding::Text);
    if (!film) return tl::unexpected(film.error());
    return Remuxer(*film, request, watch).run();
}

}  // namespace subs::media
