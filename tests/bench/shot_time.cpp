// SPDX-License-Identifier: MIT
// The time of a search for shots beside that of decoding alone: shot_time FILM TURNS. Both decode
// all frames, on as many threads as FFmpeg likes, and take turns.
#include <subs/media/shot_search.h>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

namespace {

/// Decodes the film's picture with nothing but the library's calls; answers how many frames came.
long decodeAll(const char* film) {
    AVFormatContext* file = nullptr;
    if (avformat_open_input(&file, film, nullptr, nullptr) < 0 ||
        avformat_find_stream_info(file, nullptr) < 0)
        std::exit(2);
    const AVCodec* codec = nullptr;
    const int stream = av_find_best_stream(file, AVMEDIA_TYPE_VIDEO, -1, -1, &codec, 0);
    if (stream < 0) std::exit(2);
    AVCodecContext* decoder = avcodec_alloc_context3(codec);
    avcodec_parameters_to_context(decoder, file->streams[stream]->codecpar);
    decoder->thread_count = 0;
    if (avcodec_open2(decoder, codec, nullptr) < 0) std::exit(2);
    AVPacket* packet = av_packet_alloc();
    AVFrame* frame = av_frame_alloc();
    long frames = 0;
    const auto receive = [&] {
        while (avcodec_receive_frame(decoder, frame) >= 0)
            ++frames;
    };
    while (av_read_frame(file, packet) >= 0) {
        if (packet->stream_index == stream) {
            avcodec_send_packet(decoder, packet);
            receive();
        }
        av_packet_unref(packet);
    }
    avcodec_send_packet(decoder, nullptr);
    receive();
    av_frame_free(&frame);
    av_packet_free(&packet);
    avcodec_free_context(&decoder);
    avformat_close_input(&file);
    return frames;
}

struct Times {
    std::vector<double> wall;
    std::vector<double> processor;
};

template <class Work>
void take(Times& times, const Work& work) {
    const auto begin = std::chrono::steady_clock::now();
    const std::clock_t clock = std::clock();
    work();
    times.processor.push_back(static_cast<double>(std::clock() - clock) / CLOCKS_PER_SEC);
    times.wall.push_back(
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
}

double middle(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void tell(const char* what,
          const std::vector<double>& plain,
          const std::vector<double>& search,
          long frames) {
    const auto each = [&](const std::vector<double>& values) {
        return 1000 * middle(values) / static_cast<double>(frames);
    };
    std::printf("%s, ratio %.3f: decoding %.3f ms a frame, subs shots %.3f ms\n",
                what,
                each(search) / each(plain),
                each(plain),
                each(search));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    Times plain;
    Times search;
    long frames = 1;
    for (int turn = 0; turn < std::atoi(argv[2]); ++turn) {
        take(plain, [&] { frames = std::max(decodeAll(argv[1]), 1L); });
        take(search, [&] {
            if (!subs::media::findShots({argv[1]})) std::exit(2);
        });
    }
    tell("processor time", plain.processor, search.processor, frames);
    tell("wall time", plain.wall, search.wall, frames);
    return 0;
}
