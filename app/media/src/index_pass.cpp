// SPDX-License-Identifier: GPL-3.0-or-later
#include "index_pass.h"

#include <subs/base/counted.h>

extern "C" {
#include <libavutil/common.h>
}

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

namespace subs::media {
namespace {

constexpr std::int64_t kMissing = AV_NOPTS_VALUE;

/// A VP8 packet can hold a picture that is never shown (RFC 6386, 9.1: show_frame is bit 4 of the
/// first byte).
bool isNeverShown(const AVPacket& packet, const AVStream& stream) {
    if (packet.flags & AV_PKT_FLAG_DISCARD) return true;
    return stream.codecpar->codec_id == AV_CODEC_ID_VP8 && packet.size > 0 &&
           (packet.data[0] & 0x10) == 0;
}

void addPacket(PassedPackets& pass, const AVPacket& packet, const AVStream& stream) {
    const std::int64_t order = pass.order++;
    const bool isKey = (packet.flags & AV_PKT_FLAG_KEY) != 0;
    if (isKey && packet.pts != kMissing) pass.index.keys.push_back({packet.pts, order});
    if (isNeverShown(packet, stream)) return;
    if (packet.pts == kMissing) ++pass.missing;
    pass.index.frames.push_back({packet.pts, order});
    pass.decodingStamps.push_back(packet.dts);
}

void noteEnd(PassedPackets& pass, const AVPacket& packet, const AVStream& stream) {
    const std::int64_t stamp = packet.pts != kMissing ? packet.pts : packet.dts;
    if (stamp == kMissing) return;
    const std::int64_t end = av_rescale_q(
        stamp + std::max<std::int64_t>(packet.duration, 0), stream.time_base, AV_TIME_BASE_Q);
    pass.lastMicrosecond = std::max(pass.lastMicrosecond, end);
}

/// Frame n comes out of the decoder when the packet `delay` after the n-th goes in, and is shown at
/// that packet's time of decoding (what FFmpeg's "best effort" answers). The last ones go on at the
/// last step.
std::vector<std::int64_t> delayed(std::vector<std::int64_t> stamps, std::size_t delay) {
    if (stamps.size() < 2) return stamps;
    const std::int64_t step = stamps.back() - stamps[stamps.size() - 2];
    for (std::size_t i = 0; i < delay; ++i)
        stamps.push_back(stamps.back() + step);
    stamps.erase(stamps.begin(), stamps.begin() + static_cast<std::ptrdiff_t>(delay));
    return stamps;
}

/// Times of a stream without presentation stamps: its stamps of decoding, or whole frames of its
/// rate.
void inventStamps(PassedPackets& pass, const AVStream& stream) {
    auto& frames = pass.index.frames;
    auto& stamps = pass.decodingStamps;
    std::sort(stamps.begin(), stamps.end());
    const bool usable = !stamps.empty() && stamps.front() != kMissing &&
                        std::adjacent_find(stamps.begin(), stamps.end()) == stamps.end();
    const AVRational rate =
        stream.avg_frame_rate.num > 0 ? stream.avg_frame_rate : AVRational{25, 1};
    if (usable)
        stamps = delayed(std::move(stamps),
                         static_cast<std::size_t>(std::max(stream.codecpar->video_delay, 0)));
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const auto count = static_cast<std::int64_t>(i);
        frames[i].stamp =
            usable ? stamps[i] : av_rescale_q(count, av_inv_q(rate), stream.time_base);
    }
    pass.index.hasStamps = false;
    pass.index.keys.clear();
    pass.index.diagnostics.push_back(
        {Severity::Warning,
         0,
         0,
         "media.no-times",
         fmt::format("{} of {} {} no presentation time; the times of decoding are taken",
                     pass.missing,
                     counted(frames.size(), "frame"),
                     pass.missing == 1 ? "has" : "have")});
}

void sortFrames(FilmIndex& index) {
    std::stable_sort(index.frames.begin(), index.frames.end(), [](const auto& a, const auto& b) {
        return a.stamp < b.stamp;
    });
    std::stable_sort(index.keys.begin(), index.keys.end(), [](const auto& a, const auto& b) {
        return a.stamp < b.stamp;
    });
    const auto same = std::unique(index.frames.begin(),
                                  index.frames.end(),
                                  [](const auto& a, const auto& b) { return a.stamp == b.stamp; });
    const auto dropped = std::distance(same, index.frames.end());
    index.frames.erase(same, index.frames.end());
    if (dropped == 0) return;
    index.diagnostics.push_back(
        {Severity::Warning,
         0,
         0,
         "media.equal-times",
         fmt::format("{} {} the time of another; the first of each is shown",
                     counted(static_cast<std::size_t>(dropped), "frame"),
                     dropped == 1 ? "has" : "have")});
}

/// When the film ends by what the container says, in FFmpeg's microseconds; nothing where it does
/// not say it. In an MP4 each track says that of itself, and one of texts may well be the longest.
std::optional<std::int64_t> promisedEnd(const Container& container, const AVStream& stream) {
    const bool isOfTrack = std::string_view(container.context->iformat->name).starts_with("mov") &&
                           stream.start_time != kMissing && stream.duration > 0;
    if (isOfTrack)
        return av_rescale_q(
            av_sat_add64(stream.start_time, stream.duration), stream.time_base, AV_TIME_BASE_Q);
    const bool isGuess =
        container.context->duration_estimation_method == AVFMT_DURATION_FROM_BITRATE;
    if (container.context->duration == kMissing || isGuess) return std::nullopt;
    return container.startMicroseconds() + container.context->duration;
}

/// How much of what the container promises was not there, in words; empty where all was.
std::string missingPart(const Container& container,
                        const AVStream& stream,
                        const PassedPackets& pass) {
    const std::int64_t promised = avformat_index_get_entries_count(&stream);
    const bool hasTable = std::string_view(container.context->iformat->name).starts_with("mov");
    if (hasTable && promised > pass.order) {
        return fmt::format("{} of {} {} there",
                           pass.order,
                           counted(static_cast<std::size_t>(promised), "frame"),
                           pass.order == 1 ? "is" : "are");
    }
    const auto end = promisedEnd(container, stream);
    if (!end || *end - pass.lastMicrosecond < std::int64_t{2} * AV_TIME_BASE) return {};
    const std::int64_t start = container.startMicroseconds();
    return fmt::format("{:.1f} of {:.1f} seconds are there",
                       static_cast<double>(pass.lastMicrosecond - start) / AV_TIME_BASE,
                       static_cast<double>(*end - start) / AV_TIME_BASE);
}

void noteTruncation(const Container& container, const AVStream& stream, PassedPackets& pass) {
    const std::string missing = missingPart(container, stream, pass);
    if (missing.empty()) return;
    pass.index.diagnostics.push_back({Severity::Warning,
                                      0,
                                      0,
                                      "media.truncated",
                                      "the file is shorter than its tables say: " + missing});
}

/// A table of samples tells whether the file is whole; elsewhere the last packet of any stream
/// does, so that these are read too.
void skipOtherStreams(const Container& container, const AVStream& stream, AVDiscard discard) {
    const bool hasTable = avformat_index_get_entries_count(&stream) > 1 &&
                          std::string_view(container.context->iformat->name).starts_with("mov");
    for (unsigned i = 0; i < container.context->nb_streams; ++i) {
        AVStream* other = container.context->streams[i];
        if (hasTable && other->index != stream.index) other->discard = discard;
    }
}

}  // namespace

IndexPass::IndexPass(const Container& container, const AVStream& stream)
    : container_(container),
      stream_(stream),
      table_(TableFilm::open(container, stream)),
      packet_(av_packet_alloc()) {
    const Container& read = table_ ? table_->container() : container_;
    skipOtherStreams(read, table_ ? table_->stream() : stream_, AVDISCARD_ALL);
}

IndexPass::~IndexPass() {
    if (!table_) skipOtherStreams(container_, stream_, AVDISCARD_DEFAULT);
}

Result<bool> IndexPass::readOn(std::chrono::microseconds most, const std::stop_token& stop) {
    using Clock = std::chrono::steady_clock;
    const Clock::time_point end = Clock::now() + most;
    AVFormatContext& context = table_ ? *table_->container().context : *container_.context;
    int result = 0;
    while (!isDone_ && (result = av_read_frame(&context, packet_.get())) >= 0) {
        noteEnd(passed_, *packet_, *context.streams[packet_->stream_index]);
        if (packet_->stream_index == stream_.index) addPacket(passed_, *packet_, stream_);
        av_packet_unref(packet_.get());
        if (stop.stop_requested()) return tl::unexpected(mediaError(container_, AVERROR_EXIT));
        if (Clock::now() >= end) return false;
    }
    if (container_.interrupt->stop.stop_requested()) result = AVERROR_EXIT;
    if (result == AVERROR_EXIT) return tl::unexpected(mediaError(container_, result));
    if (!isDone_ && result != AVERROR_EOF)
        passed_.index.diagnostics.push_back(
            {Severity::Warning,
             0,
             0,
             "media.damaged",
             "the file could not be read to its end: " + reasonOf(result)});
    return isDone_ = true;
}

double IndexPass::share() const {
    const std::int64_t duration = container_.context->duration;
    if (isDone_ || duration <= 0) return isDone_ ? 1 : 0;
    const std::int64_t read = passed_.lastMicrosecond - container_.startMicroseconds();
    return std::clamp(static_cast<double>(read) / static_cast<double>(duration), 0.0, 1.0);
}

FilmIndex IndexPass::soFar() const {
    const auto& stamps = passed_.decodingStamps;
    FilmIndex index = passed_.index;
    if (passed_.missing > 0 || stamps.empty()) {
        index.frames.clear();
        return index;
    }
    // What is shown is not shown before it is decoded.
    const std::int64_t certain = *std::ranges::max_element(stamps);
    std::erase_if(index.frames, [&](const IndexedFrame& frame) { return frame.stamp > certain; });
    sortFrames(index);
    return index;
}

FilmIndex IndexPass::take() {
    noteTruncation(container_, stream_, passed_);
    if (passed_.missing > 0) inventStamps(passed_, stream_);
    sortFrames(passed_.index);
    return std::move(passed_.index);
}

}  // namespace subs::media
