// SPDX-License-Identifier: GPL-3.0-or-later
#include "container.h"

#include <fmt/format.h>

#include <limits>
#include <string_view>
#include <system_error>

namespace subs::media {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kProbeBytes = std::int64_t{16} << 20;
constexpr std::int64_t kProbeMicroseconds = std::int64_t{10} * AV_TIME_BASE;

int isStopped(void* interrupt) {
    return static_cast<const Interrupt*>(interrupt)->stop.stop_requested() ? 1 : 0;
}

tl::unexpected<Error> notOpened(std::string code, const fs::path& path, std::string_view reason) {
    return failure(std::move(code), fmt::format("cannot open {}: {}", path.string(), reason));
}

/// Refuses what could block or is plainly no film, before FFmpeg looks at it.
Result<void> checkPlainFile(const fs::path& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) {
        return notOpened("io.not-found", path, reasonOf(AVERROR(ENOENT)));
    }
    if (error == std::errc::permission_denied) {
        return notOpened("io.denied", path, reasonOf(AVERROR(EACCES)));
    }
    if (error) return notOpened("io.failed", path, error.message());
    if (status.type() == fs::file_type::directory) {
        return notOpened("io.failed", path, "it is a folder");
    }
    if (status.type() != fs::file_type::regular) {
        return notOpened("io.failed", path, "it is not a plain file");
    }
    if (fs::file_size(path, error) == 0 && !error) {
        return notOpened("media.unreadable", path, "it is empty");
    }
    return {};
}

std::string_view codeOf(int ffmpegError) {
    switch (ffmpegError) {
        case AVERROR_EXIT:
            return "media.cancelled";
        case AVERROR(ENOENT):
            return "io.not-found";
        case AVERROR(EACCES):
        case AVERROR(EPERM):
            return "io.denied";
        case AVERROR(EIO):
            return "io.failed";
        default:
            return "media.unreadable";
    }
}

bool isShown(const AVStream& stream) {
    const int notTheFilm = AV_DISPOSITION_ATTACHED_PIC | AV_DISPOSITION_TIMED_THUMBNAILS;
    return (stream.disposition & notTheFilm) == 0;
}

AVStream* firstStream(const Container& container, AVMediaType type) {
    AVStream* found = nullptr;
    for (unsigned i = 0; i < container.context->nb_streams; ++i) {
        AVStream* stream = container.context->streams[i];
        if (stream->codecpar->codec_type != type || !isShown(*stream)) continue;
        if (stream->disposition & AV_DISPOSITION_DEFAULT) return stream;
        if (found == nullptr) found = stream;
    }
    return found;
}

/// Plain text is drawn as a picture by FFmpeg's "tty" reader; a subtitle file has no picture at
/// all.
Result<void> checkHasFilm(const Container& container, Holding holding) {
    const std::string_view name = container.context->iformat->name;
    const bool isText = name == "tty";
    if (holding == Holding::Text && (name.starts_with("matroska") || name.starts_with("mov")))
        return {};
    const bool hasFilm =
        pictureStreamOf(container) != nullptr || soundStreamOf(container) != nullptr;
    if (hasFilm && !isText) return {};
    return notOpened("media.unreadable", container.path, "it holds neither pictures nor sound");
}

/// The options that keep FFmpeg to this one file, and to a bounded look at it.
AVDictionary* openingOptions() {
    AVDictionary* options = nullptr;
    av_dict_set(&options, "protocol_whitelist", "file", 0);
    av_dict_set_int(&options, "probesize", kProbeBytes, 0);
    av_dict_set_int(&options, "analyzeduration", kProbeMicroseconds, 0);
    return options;
}

}  // namespace

std::int64_t Container::startMicroseconds() const {
    return context->start_time == AV_NOPTS_VALUE ? 0 : context->start_time;
}

std::int64_t Container::startTicks(const AVStream& stream) const {
    return av_rescale_q(startMicroseconds(), AV_TIME_BASE_Q, stream.time_base);
}

Error mediaError(const Container& container, int ffmpegError) {
    const std::string reason =
        ffmpegError == AVERROR_EXIT ? "it was cancelled" : reasonOf(ffmpegError);
    return {std::string(codeOf(ffmpegError)),
            fmt::format("cannot read {}: {}", container.path.string(), reason)};
}

Result<Container> openContainer(const fs::path& path, std::stop_token stop, Holding holding) {
    silenceFfmpeg();
    if (const auto plain = checkPlainFile(path); !plain) return tl::unexpected(plain.error());
    Container container{path, std::make_unique<Interrupt>(Interrupt{std::move(stop)}), nullptr};

    AVFormatContext* context = avformat_alloc_context();
    if (context == nullptr) return tl::unexpected(mediaError(container, AVERROR(ENOMEM)));
    context->interrupt_callback = {isStopped, container.interrupt.get()};
    AVDictionary* options = openingOptions();
    const std::string url = "file:" + path.string();
    const int opened = avformat_open_input(&context, url.c_str(), nullptr, &options);
    av_dict_free(&options);
    if (opened < 0) return tl::unexpected(mediaError(container, opened));
    container.context.reset(context);

    const int looked = avformat_find_stream_info(context, nullptr);
    if (isStopped(container.interrupt.get())) {
        return tl::unexpected(mediaError(container, AVERROR_EXIT));
    }
    if (looked < 0) return tl::unexpected(mediaError(container, looked));
    if (const auto film = checkHasFilm(container, holding); !film)
        return tl::unexpected(film.error());
    return container;
}

AVStream* pictureStreamOf(const Container& container) {
    return firstStream(container, AVMEDIA_TYPE_VIDEO);
}

AVStream* soundStreamOf(const Container& container) {
    return firstStream(container, AVMEDIA_TYPE_AUDIO);
}

Result<CodecContext> openDecoder(const Container& container, const AVStream& stream, int threads) {
    const AVCodec* codec = avcodec_find_decoder(stream.codecpar->codec_id);
    if (codec == nullptr) {
        return tl::unexpected(mediaError(container, AVERROR_DECODER_NOT_FOUND));
    }
    CodecContext decoder(avcodec_alloc_context3(codec));
    if (!decoder) return tl::unexpected(mediaError(container, AVERROR(ENOMEM)));
    int result = avcodec_parameters_to_context(decoder.get(), stream.codecpar);
    decoder->pkt_timebase = stream.time_base;
    decoder->thread_count = threads;
    if (result >= 0) result = avcodec_open2(decoder.get(), codec, nullptr);
    if (result < 0) return tl::unexpected(mediaError(container, result));
    return decoder;
}

void keepOnly(Container& container, const AVStream& stream) {
    for (unsigned i = 0; i < container.context->nb_streams; ++i) {
        AVStream* other = container.context->streams[i];
        other->discard = other == &stream ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
    }
}

void seekToStart(Container& container, const AVStream& stream) {
    constexpr auto kFirst = std::numeric_limits<std::int64_t>::min();
    AVFormatContext* context = container.context.get();
    if (av_seek_frame(context, stream.index, kFirst, AVSEEK_FLAG_BACKWARD) >= 0) return;
    if (avformat_seek_file(context, stream.index, kFirst, kFirst, 0, 0) >= 0) return;
    av_seek_frame(context, stream.index, 0, AVSEEK_FLAG_BYTE);
}

Time timeFromTicks(std::int64_t ticks, AVRational timeBase) {
    return Time::fromFlicks(av_rescale_q(ticks, timeBase, {1, int{Time::kPerSecond}}));
}

std::int64_t ticksAt(Time time, AVRational timeBase) {
    return av_rescale_q_rnd(time.flicks(), {1, int{Time::kPerSecond}}, timeBase, AV_ROUND_DOWN);
}

}  // namespace subs::media
