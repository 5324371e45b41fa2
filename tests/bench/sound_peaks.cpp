// SPDX-License-Identifier: MIT
// Times what is made of a film's sound beside decoding it alone, in turns in one process:
// sound_peaks FILM. Prints one line of "name value" a figure: seconds of processor and of wall
// time, megabytes. Used by tests/bench/run.
#include <subs/media/audio.h>
#include <subs/media/peaks.h>
#include <subs/media/sound_file.h>
#include <subs/media/sound_pass.h>
#include <subs/media/spectrogram.h>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace {

using namespace subs;
using namespace subs::media;

constexpr int kRuns = 5;

struct Took {
    double wall = 0;
    double processor = 0;
};

double processorSeconds() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

Took timed(const std::function<void()>& work) {
    const auto wall = std::chrono::steady_clock::now();
    const double processor = processorSeconds();
    work();
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - wall;
    return {passed.count(), processorSeconds() - processor};
}

/// FFmpeg's bare loop: all packets of the sound, decoded on one thread, and dropped.
void decodeAlone(const std::string& film) {
    AVFormatContext* container = nullptr;
    avformat_open_input(&container, film.c_str(), nullptr, nullptr);
    avformat_find_stream_info(container, nullptr);
    const AVCodec* codec = nullptr;
    const int stream = av_find_best_stream(container, AVMEDIA_TYPE_AUDIO, -1, -1, &codec, 0);
    for (unsigned i = 0; i < container->nb_streams; ++i)
        if (static_cast<int>(i) != stream) container->streams[i]->discard = AVDISCARD_ALL;
    AVCodecContext* decoder = avcodec_alloc_context3(codec);
    avcodec_parameters_to_context(decoder, container->streams[stream]->codecpar);
    decoder->thread_count = 1;
    avcodec_open2(decoder, codec, nullptr);
    AVPacket* packet = av_packet_alloc();
    AVFrame* frame = av_frame_alloc();
    while (av_read_frame(container, packet) >= 0) {
        if (packet->stream_index == stream) avcodec_send_packet(decoder, packet);
        av_packet_unref(packet);
        while (avcodec_receive_frame(decoder, frame) >= 0)
            av_frame_unref(frame);
    }
    av_frame_free(&frame);
    av_packet_free(&packet);
    avcodec_free_context(&decoder);
    avformat_close_input(&container);
}

void run(const std::string& film, const std::vector<SoundSink*>& sinks) {
    auto pass = SoundPass::open(film, SoundChannel::Dialogue);
    for (SoundSink* sink : sinks)
        pass->feed(*sink);
    if (!pass->run()) std::fprintf(stderr, "%s was not read\n", film.c_str());
}

void makePeaks(const std::string& film) {
    Peaks peaks;
    const auto sink = makePeakSink(peaks);
    run(film, {sink.get()});
}

void makeBoth(const std::string& film) {
    Peaks peaks;
    Spectrogram spectrogram;
    const auto first = makePeakSink(peaks);
    const auto second = makeSpectrumSink(spectrogram);
    run(film, {first.get(), second.get()});
}

/// From opening the film to columns of a stretch in its middle: what a window of that length waits.
void lookAt(const std::string& film, Time length) {
    Peaks peaks;
    const auto sink = makePeakSink(peaks);
    auto pass = SoundPass::open(film, SoundChannel::Dialogue);
    pass->feed(*sink);
    const Time from = Time::fromFlicks(pass->facts().end.flicks() / 2);
    (void)pass->make({from, from + length});
    (void)peaks.columns(from, from + length, 1600);
}

void tell(const std::string& name, double value) {
    std::printf("%s %.6f\n", name.c_str(), value);
}

double medianOf(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

void tellSizes(const std::string& film) {
    Peaks peaks;
    Spectrogram spectrogram;
    const auto first = makePeakSink(peaks);
    const auto second = makeSpectrumSink(spectrogram);
    auto pass = SoundPass::open(film, SoundChannel::Dialogue);
    pass->feed(*first);
    pass->feed(*second);
    (void)pass->run();
    const auto sizeWith = [&](const Spectrogram& tiles) {
        const auto path = std::filesystem::temp_directory_path() / "subs-bench.sound";
        (void)writeSoundFile(path, pass->facts(), peaks, tiles);
        const auto size = static_cast<double>(std::filesystem::file_size(path));
        std::filesystem::remove(path);
        return size / 1e6;
    };
    const double hours = pass->facts().end.seconds() / 3600;
    tell("hours", hours);
    tell("file-peaks-mb-an-hour", sizeWith(Spectrogram()) / hours);
    tell("file-mb-an-hour", sizeWith(spectrogram) / hours);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    tell("memory-mb", static_cast<double>(usage.ru_maxrss) / 1024);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const std::string film = argv[1];
    const std::map<std::string, std::function<void()>> works = {
        {"decode", [&] { decodeAlone(film); }},
        {"peaks", [&] { makePeaks(film); }},
        {"both", [&] { makeBoth(film); }},
        {"minute", [&] { lookAt(film, Time::fromSeconds(60)); }},
        {"half-hour", [&] { lookAt(film, Time::fromSeconds(1800)); }}};
    std::map<std::string, std::vector<Took>> took;
    for (int turn = 0; turn < kRuns; ++turn)
        for (const auto& [name, work] : works)
            took[name].push_back(timed(work));
    for (const auto& [name, runs] : took) {
        std::vector<double> wall;
        std::vector<double> processor;
        for (const Took& one : runs) {
            wall.push_back(one.wall);
            processor.push_back(one.processor);
        }
        tell(name + "-wall", medianOf(wall));
        tell(name + "-processor", medianOf(processor));
    }
    tellSizes(film);
    return 0;
}
