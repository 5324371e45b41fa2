// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/media/tempo.h>

#include "ffmpeg.h"

extern "C" {
#include <libavfilter/avfilter.h>
#include <libavfilter/buffersink.h>
#include <libavfilter/buffersrc.h>
#include <libavutil/channel_layout.h>
}

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

namespace subs::media {
namespace {

struct FilterGraphFreer {
    void operator()(AVFilterGraph* graph) const { avfilter_graph_free(&graph); }
};
using FilterGraph = std::unique_ptr<AVFilterGraph, FilterGraphFreer>;

tl::unexpected<Error> noTempo(int result) {
    return failure("media.no-tempo",
                   fmt::format("sound cannot be played at another speed: {}", reasonOf(result)));
}

}  // namespace

struct Tempo::State {
    FilterGraph graph{avfilter_graph_alloc()};
    AVFilterContext* source = nullptr;  ///< The graph's, as are the next two.
    AVFilterContext* tempo = nullptr;
    AVFilterContext* sink = nullptr;
    int sampleRate = 0;
    int channels = 0;
    std::int64_t position = 0;  ///< Of the next frame that is put.
    FrameHandle frame{av_frame_alloc()};
    std::vector<float> ready;
    std::size_t readAt = 0;  ///< In `ready`.

    int add(AVFilterContext*& filter, const char* kind, const std::string& arguments) const {
        return avfilter_graph_create_filter(
            &filter, avfilter_get_by_name(kind), kind, arguments.c_str(), nullptr, graph.get());
    }
    int build(double speed);
    bool fetch();
};

/// 0, or FFmpeg's error.
int Tempo::State::build(double speed) {
    const std::string format = fmt::format(
        "sample_rate={0}:sample_fmt=flt:channel_layout={1}c:time_base=1/{0}", sampleRate, channels);
    int result = add(source, "abuffer", format);
    if (result >= 0) result = add(tempo, "atempo", fmt::format("tempo={}", speed));
    if (result >= 0) result = add(sink, "abuffersink", {});
    if (result >= 0) result = avfilter_link(source, 0, tempo, 0);
    if (result >= 0) result = avfilter_link(tempo, 0, sink, 0);
    return result < 0 ? result : avfilter_graph_config(graph.get(), nullptr);
}

/// Takes the next piece out of the graph. False where there is none for now.
bool Tempo::State::fetch() {
    if (av_buffersink_get_frame(sink, frame.get()) < 0) return false;
    const auto count =
        static_cast<std::size_t>(frame->nb_samples) * static_cast<std::size_t>(channels);
    ready.resize(count);
    std::memcpy(ready.data(), frame->data[0], count * sizeof(float));
    readAt = 0;
    av_frame_unref(frame.get());
    return true;
}

Tempo::Tempo(std::unique_ptr<State> state) : state_(std::move(state)) {}
Tempo::Tempo(Tempo&&) noexcept = default;
Tempo& Tempo::operator=(Tempo&&) noexcept = default;
Tempo::~Tempo() = default;

Result<Tempo> Tempo::make(double speed, int sampleRate, int channels) {
    auto state = std::make_unique<State>();
    state->sampleRate = sampleRate;
    state->channels = channels;
    if (const int result = state->build(std::clamp(speed, kSlowest, kFastest)); result < 0)
        return noTempo(result);
    return Tempo(std::move(state));
}

void Tempo::put(std::span<const float> samples) {
    State& state = *state_;
    if (samples.empty()) return;
    const FrameHandle frame(av_frame_alloc());
    frame->format = AV_SAMPLE_FMT_FLT;
    frame->sample_rate = state.sampleRate;
    frame->nb_samples = static_cast<int>(samples.size()) / state.channels;
    frame->pts = state.position;
    av_channel_layout_default(&frame->ch_layout, state.channels);
    if (av_frame_get_buffer(frame.get(), 0) < 0) return;
    std::memcpy(frame->data[0], samples.data(), samples.size_bytes());
    const int count = frame->nb_samples;
    // Refused for lack of memory alone; then a piece is missing.
    if (av_buffersrc_add_frame(state.source, frame.get()) >= 0) state.position += count;
}

void Tempo::finish() {
    if (av_buffersrc_add_frame(state_->source, nullptr) < 0) return;
}

std::size_t Tempo::take(std::span<float> samples) {
    State& state = *state_;
    std::size_t filled = 0;
    while (filled < samples.size()) {
        if (state.readAt == state.ready.size() && !state.fetch()) break;
        const std::size_t count =
            std::min(samples.size() - filled, state.ready.size() - state.readAt);
        std::copy_n(state.ready.begin() + static_cast<std::ptrdiff_t>(state.readAt),
                    count,
                    samples.begin() + static_cast<std::ptrdiff_t>(filled));
        state.readAt += count;
        filled += count;
    }
    return filled;
}

}  // namespace subs::media
