// SPDX-License-Identifier: MIT
#include <subs/media/film.h>

#include "film_engine.h"
#include "media/burned_number.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libswscale/swscale.h>
}

#ifdef SUBS_HAS_FFMS2
#include <ffms.h>
#endif
#ifdef SUBS_HAS_MPV
#include <mpv/client.h>
#endif

namespace bench {
namespace {

class Subs : public FilmEngine {
public:
    int open(const std::string& film) override {
        film_.reset();
        auto opened = subs::media::Film::open(film);
        if (!opened) return 0;
        film_.emplace(*std::move(opened));
        return static_cast<int>(film_->frameCount());
    }
    int seek(int number) override {
        at_ = number;
        const auto picture = film_->picture({number}, kWidth, kHeight);
        if (!picture) return -2;
        return numberIn(picture->pixels.data(),
                        static_cast<int>(picture->stride()),
                        picture->width,
                        picture->height);
    }
    int next() override { return seek(at_ + 1); }
    bool keepsFrames() const override { return true; }

private:
    std::optional<subs::media::Film> film_;
    int at_ = 0;
};

/// The library's calls as a program makes them that knows what it is about: one pass over the
/// packets, then to the key frame before, and on from there without what no other frame needs.
class Bare : public FilmEngine {
public:
    ~Bare() override { close(); }

    int open(const std::string& film) override {
        close();
        if (avformat_open_input(&container_, film.c_str(), nullptr, nullptr) < 0) return 0;
        avformat_find_stream_info(container_, nullptr);
        const AVCodec* codec = nullptr;
        stream_ = av_find_best_stream(container_, AVMEDIA_TYPE_VIDEO, -1, -1, &codec, 0);
        for (unsigned i = 0; i < container_->nb_streams; ++i)
            if (static_cast<int>(i) != stream_) container_->streams[i]->discard = AVDISCARD_ALL;
        packet_ = av_packet_alloc();
        frame_ = av_frame_alloc();
        while (av_read_frame(container_, packet_) >= 0) {
            if (packet_->stream_index == stream_) times_.push_back(packet_->pts);
            av_packet_unref(packet_);
        }
        std::ranges::sort(times_);
        decoder_ = avcodec_alloc_context3(codec);
        avcodec_parameters_to_context(decoder_, container_->streams[stream_]->codecpar);
        decoder_->pkt_timebase = container_->streams[stream_]->time_base;
        decoder_->thread_count = 0;  // as many as FFmpeg likes
        avcodec_open2(decoder_, codec, nullptr);
        return static_cast<int>(times_.size());
    }
    int seek(int number) override {
        at_ = number;
        const std::int64_t time = times_[static_cast<std::size_t>(number)];
        av_seek_frame(container_, stream_, time, AVSEEK_FLAG_BACKWARD);
        avcodec_flush_buffers(decoder_);
        return decodeTo(time);
    }
    int next() override { return decodeTo(times_[static_cast<std::size_t>(++at_)]); }
    /// Of all frames, from the container's start time.
    std::vector<double> seconds() const {
        const double start = static_cast<double>(container_->start_time) / AV_TIME_BASE;
        std::vector<double> seconds;
        for (const std::int64_t time : times_)
            seconds.push_back(static_cast<double>(time) *
                                  av_q2d(container_->streams[stream_]->time_base) -
                              start);
        return seconds;
    }

    /// Brings the last picture into that of a window once more.
    void scaleAgain() { shown(); }

private:
    void close() {
        av_packet_free(&packet_);
        av_frame_free(&frame_);
        avcodec_free_context(&decoder_);
        avformat_close_input(&container_);
        sws_freeContext(scaler_);
        scaler_ = nullptr;
        times_.clear();
    }
    int decodeTo(std::int64_t time) {
        for (;;) {
            while (avcodec_receive_frame(decoder_, frame_) >= 0)
                if (frame_->pts >= time) return shown();
            const int read = av_read_frame(container_, packet_);
            if (read < 0) {
                avcodec_send_packet(decoder_, nullptr);
                return avcodec_receive_frame(decoder_, frame_) >= 0 ? shown() : -2;
            }
            if (packet_->stream_index == stream_) {
                decoder_->skip_frame = packet_->pts < time ? AVDISCARD_NONREF : AVDISCARD_DEFAULT;
                avcodec_send_packet(decoder_, packet_);
            }
            av_packet_unref(packet_);
        }
    }
    int shown() {
        if (scaler_ == nullptr)
            scaler_ = sws_getContext(frame_->width,
                                     frame_->height,
                                     static_cast<AVPixelFormat>(frame_->format),
                                     kWidth,
                                     kHeight,
                                     AV_PIX_FMT_BGRA,
                                     SWS_BILINEAR,
                                     nullptr,
                                     nullptr,
                                     nullptr);
        pixels_.resize(std::size_t{kWidth} * kHeight * 4);
        unsigned char* const to[] = {pixels_.data()};  // NOLINT: as swscale takes it
        const int strides[] = {kWidth * 4};            // NOLINT
        sws_scale(scaler_, frame_->data, frame_->linesize, 0, frame_->height, to, strides);
        return numberIn(pixels_.data(), kWidth * 4, kWidth, kHeight);
    }

    AVFormatContext* container_ = nullptr;
    AVCodecContext* decoder_ = nullptr;
    AVPacket* packet_ = nullptr;
    AVFrame* frame_ = nullptr;
    SwsContext* scaler_ = nullptr;
    int stream_ = -1;
    int at_ = 0;
    std::vector<std::int64_t> times_;
    std::vector<unsigned char> pixels_;
};

#ifdef SUBS_HAS_FFMS2
class Ffms2 : public FilmEngine {
public:
    Ffms2() { FFMS_Init(0, 0); }
    ~Ffms2() override { close(); }

    int open(const std::string& film) override {
        close();
        FFMS_Indexer* const indexer = FFMS_CreateIndexer(film.c_str(), nullptr);
        if (indexer == nullptr) return 0;
        FFMS_TrackTypeIndexSettings(indexer, FFMS_TYPE_AUDIO, 0, 0);
        FFMS_Index* const index = FFMS_DoIndexing2(indexer, FFMS_IEH_ABORT, nullptr);
        const int track = FFMS_GetFirstTrackOfType(index, FFMS_TYPE_VIDEO, nullptr);
        source_ = FFMS_CreateVideoSource(film.c_str(), track, index, 0, FFMS_SEEK_NORMAL, nullptr);
        FFMS_DestroyIndex(index);
        if (source_ == nullptr) return 0;
        const int formats[] = {FFMS_GetPixFmt("bgra"), -1};  // NOLINT: as FFMS2 takes it
        FFMS_SetOutputFormatV2(source_, formats, kWidth, kHeight, FFMS_RESIZER_BILINEAR, nullptr);
        return FFMS_GetVideoProperties(source_)->NumFrames;
    }
    int seek(int number) override {
        at_ = number;
        const FFMS_Frame* const frame = FFMS_GetFrame(source_, number, nullptr);
        return frame == nullptr ? -2
                                : numberIn(frame->Data[0], frame->Linesize[0], kWidth, kHeight);
    }
    int next() override { return seek(at_ + 1); }

private:
    void close() {
        FFMS_DestroyVideoSource(source_);
        source_ = nullptr;
    }

    FFMS_VideoSource* source_ = nullptr;
    int at_ = 0;
};
#endif

#ifdef SUBS_HAS_MPV
/// Without a window: it decodes up to the frame and says that it is there.
class Mpv : public FilmEngine {
public:
    ~Mpv() override { close(); }

    int open(const std::string& film) override {
        close();
        player_ = mpv_create();
        for (const auto& [name, value] : {std::pair{"vo", "null"},
                                          {"ao", "null"},
                                          {"hwdec", "no"},
                                          {"hr-seek", "yes"},
                                          {"pause", "yes"},
                                          {"audio", "no"},
                                          {"untimed", "yes"},
                                          {"keep-open", "yes"}})
            mpv_set_option_string(player_, name, value);
        mpv_initialize(player_);
        Bare times;  // when frames are shown, which mpv does not know beforehand
        count_ = times.open(film);
        times_ = times.seconds();
        const char* command[] = {"loadfile", film.c_str(), nullptr};  // NOLINT: as mpv takes it
        mpv_command(player_, command);
        waitFor(MPV_EVENT_PLAYBACK_RESTART);
        return count_;
    }
    int seek(int number) override {
        const std::string time = std::to_string(times_[static_cast<std::size_t>(number)] + 0.002);
        const char* command[] = {"seek", time.c_str(), "absolute+exact", nullptr};  // NOLINT
        mpv_command_async(player_, 0, command);
        waitFor(MPV_EVENT_PLAYBACK_RESTART);
        return -2;
    }
    /// Not measured: it steps at the pace of the film.
    int next() override { return -2; }
    bool isChecked() const override { return false; }

private:
    void close() {
        if (player_ != nullptr) mpv_terminate_destroy(player_);
        player_ = nullptr;
    }
    void waitFor(mpv_event_id id) {
        for (;;) {
            const mpv_event* const event = mpv_wait_event(player_, 10);
            if (event->event_id == id || event->event_id == MPV_EVENT_NONE) return;
        }
    }

    mpv_handle* player_ = nullptr;
    int count_ = 0;
    std::vector<double> times_;
};
#endif

}  // namespace

std::vector<double> scalings(const std::string& film) {
    Bare engine;
    if (engine.open(film) == 0 || engine.seek(0) == -2) return {};
    std::vector<double> times;
    for (int turn = 0; turn < 50; ++turn) {
        const auto begin = std::chrono::steady_clock::now();
        engine.scaleAgain();
        const std::chrono::duration<double, std::milli> took =
            std::chrono::steady_clock::now() - begin;
        times.push_back(took.count());
    }
    return times;
}

std::vector<NamedEngine> filmEngines() {
    std::vector<NamedEngine> engines;
    engines.push_back({"subs", std::make_unique<Subs>()});
    engines.push_back({"bare", std::make_unique<Bare>()});
#ifdef SUBS_HAS_FFMS2
    engines.push_back({"ffms2", std::make_unique<Ffms2>()});
#endif
#ifdef SUBS_HAS_MPV
    engines.push_back({"mpv", std::make_unique<Mpv>()});
#endif
    return engines;
}

int numberIn(const unsigned char* pixels, int stride, int width, int height) {
    return testing::burnedNumber([&](int x, int y) {
        const std::ptrdiff_t row = std::ptrdiff_t{y} * height / 180;
        const std::ptrdiff_t column = std::ptrdiff_t{x} * width / 320;
        return int{pixels[row * stride + column * 4 + 1]};
    });
}

}  // namespace bench
