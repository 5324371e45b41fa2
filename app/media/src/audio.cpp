// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/media/audio.h>

#include "channel_choice.h"
#include "container.h"
#include "sound_converter.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <optional>
#include <vector>

namespace subs::media {
namespace {

/// Decoding begins this long before the sample that is wanted, so that codecs with a memory (AAC,
/// MP3, Opus: at most 80 ms, RFC 7845, 4.6) have recovered.
constexpr std::int64_t kPrerollMilliseconds = 250;
/// A step between two frames of sound that is no gap but rounding of their stamps, in ticks of the
/// time base.
constexpr std::int64_t kJitterTicks = 2;
constexpr std::int64_t kBeginning = std::numeric_limits<std::int64_t>::min();

/// A film opened for its sound alone.
struct OpenSound {
    Container container;
    AVStream* stream;
    CodecContext decoder;
};

Result<OpenSound> openSound(const std::filesystem::path& path, std::stop_token stop) {
    auto container = openContainer(path, std::move(stop));
    if (!container) return tl::unexpected(container.error());
    AVStream* stream = soundStreamOf(*container);
    if (stream == nullptr) {
        return failure("media.no-audio", fmt::format("{} has no sound", path.string()));
    }
    auto decoder = openDecoder(*container, *stream, 1);
    if (!decoder) return tl::unexpected(decoder.error());
    for (unsigned i = 0; i < container->context->nb_streams; ++i) {
        AVStream* other = container->context->streams[i];
        if (other != stream) other->discard = AVDISCARD_ALL;
    }
    return OpenSound{std::move(*container), stream, std::move(*decoder)};
}

}  // namespace

struct Audio::State {
    State(OpenSound sound, SoundConverter made, int rate, int channelCount)
        : container(std::move(sound.container)),
          stream(sound.stream),
          decoder(std::move(sound.decoder)),
          converter(std::move(made)),
          sampleRate(rate),
          channels(channelCount) {}

    Container container;
    AVStream* stream;
    CodecContext decoder;
    PacketHandle packet{av_packet_alloc()};
    FrameHandle frame{av_frame_alloc()};
    SoundConverter converter;
    int sampleRate;
    int channels;
    SoundChannel channel = SoundChannel::Mix;  ///< As asked for.

    std::int64_t position =
        0;  ///< The next sample to be read, counted from film time 0 at `sampleRate`.
    std::vector<float> held;                ///< Converted samples.
    std::int64_t heldFrom = 0;              ///< The place of the first of them.
    std::optional<std::int64_t> nextInput;  ///< Where the next frame of sound should begin, in
                                            ///< samples of the stream's rate.
    bool isAtEnd = false;
    FrameHandle waiting;  ///< Sound behind a gap, until what is held before the gap has been read.

    std::int64_t heldFrames() const { return static_cast<std::int64_t>(held.size()) / channels; }
    std::int64_t heldEnd() const { return heldFrom + heldFrames(); }
    std::int64_t placeOf(const AVFrame& sound) const;
    void restart();
    bool goTo(std::int64_t ticks);
    bool decodeMore();
    void take(const AVFrame& sound);
    bool begin(const AVFrame& sound, std::int64_t place);
    void dropBefore(std::int64_t place);
    void fetch(std::int64_t wanted);
    std::int64_t copy(std::span<float> samples);
};

/// The first sample of `sound`, from film time 0 at the stream's rate. A container that rounds
/// stamps more coarsely than to a sample is set right by the codec's constant frame length.
std::int64_t Audio::State::placeOf(const AVFrame& sound) const {
    const std::int64_t stamp =
        sound.pts != AV_NOPTS_VALUE ? sound.pts : sound.best_effort_timestamp;
    if (stamp == AV_NOPTS_VALUE) return nextInput.value_or(0);
    const AVRational perSample{1, sound.sample_rate};
    const auto samplesAt = [&](std::int64_t ticks) {
        return av_rescale_q(ticks - container.startTicks(*stream), stream->time_base, perSample);
    };
    const std::int64_t place = samplesAt(stamp);
    const std::int64_t length = stream->codecpar->frame_size;
    const std::int64_t tick = av_rescale_q(1, stream->time_base, perSample);
    if (length <= 1 || tick <= 1 || stream->start_time == AV_NOPTS_VALUE) return place;
    const std::int64_t first = samplesAt(stream->start_time);
    const std::int64_t onGrid = first + av_rescale(place - first, 1, length) * length;
    return std::abs(onGrid - place) <= tick ? onGrid : place;
}

void Audio::State::restart() {
    avcodec_flush_buffers(decoder.get());
    converter.reset();
    held.clear();
    nextInput.reset();
    waiting.reset();
    isAtEnd = false;
}

bool Audio::State::goTo(std::int64_t ticks) {
    restart();
    AVFormatContext* context = container.context.get();
    if (av_seek_frame(context, stream->index, ticks, AVSEEK_FLAG_BACKWARD) >= 0) return true;
    return avformat_seek_file(context, stream->index, kBeginning, kBeginning, ticks, 0) >= 0;
}

/// Begins anew at `place`, an input sample. False where sound from before is still to be read: then
/// `sound` waits.
bool Audio::State::begin(const AVFrame& sound, std::int64_t place) {
    converter.drain(held);
    converter.reset();
    if (!held.empty()) {
        waiting.reset(av_frame_clone(&sound));
        return false;
    }
    heldFrom = av_rescale(place, sampleRate, sound.sample_rate);
    nextInput = place;
    return true;
}

/// Appends one decoded frame of sound: joined to the one before, behind a gap, or without what
/// overlaps it.
void Audio::State::take(const AVFrame& sound) {
    if (sound.sample_rate <= 0 || sound.nb_samples <= 0) return;
    const std::int64_t place = placeOf(sound);
    const std::int64_t tick = av_rescale_q(kJitterTicks, stream->time_base, {1, sound.sample_rate});
    const std::int64_t jitter = std::max<std::int64_t>(tick, 1);
    int skip = 0;
    if (!nextInput || !converter.fits(sound) || place - *nextInput > jitter) {
        if (!begin(sound, place)) return;
    } else if (*nextInput - place > jitter) {
        skip = static_cast<int>(std::min<std::int64_t>(*nextInput - place, sound.nb_samples));
    }
    if (skip < sound.nb_samples && converter.append(sound, skip, held))
        *nextInput += sound.nb_samples - skip;
}

/// Decodes until there is more sound. False at the end.
bool Audio::State::decodeMore() {
    if (waiting && held.empty()) {
        const FrameHandle sound = std::move(waiting);
        take(*sound);
        return true;
    }
    while (!isAtEnd && !waiting) {
        const int result = avcodec_receive_frame(decoder.get(), frame.get());
        if (result >= 0) {
            take(*frame);
            av_frame_unref(frame.get());
            return true;
        }
        if (result == AVERROR_EOF) {
            converter.drain(held);
            isAtEnd = true;
            return true;
        }
        const int read = av_read_frame(container.context.get(), packet.get());
        if (read >= 0 && packet->stream_index == stream->index)
            avcodec_send_packet(decoder.get(), packet.get());
        av_packet_unref(packet.get());
        if (read < 0) avcodec_send_packet(decoder.get(), nullptr);
    }
    return false;
}

void Audio::State::dropBefore(std::int64_t place) {
    const std::int64_t count = std::clamp<std::int64_t>(place - heldFrom, 0, heldFrames());
    held.erase(held.begin(), held.begin() + static_cast<std::ptrdiff_t>(count * channels));
    heldFrom += count;
}

/// Decodes until `wanted` samples from the position on are held, or no more can be for now.
void Audio::State::fetch(std::int64_t wanted) {
    dropBefore(position);
    while ((held.empty() || heldEnd() < position + wanted) && decodeMore())
        dropBefore(position);
}

/// Moves silence and sound from the position on into `samples`. Answers how many frames; 0 only at
/// the end.
std::int64_t Audio::State::copy(std::span<float> samples) {
    const auto wanted = static_cast<std::int64_t>(samples.size()) / channels;
    if (held.empty()) return 0;
    const std::int64_t silence = std::clamp<std::int64_t>(heldFrom - position, 0, wanted);
    const std::int64_t sound = std::min(wanted - silence, heldFrames());
    const auto begin = std::fill_n(samples.begin(), silence * channels, 0.0F);
    std::copy_n(held.begin(), sound * channels, begin);
    position += silence + sound;
    return silence + sound;
}

Audio::Audio(std::unique_ptr<State> state) : state_(std::move(state)) {}
Audio::Audio(Audio&&) noexcept = default;
Audio& Audio::operator=(Audio&&) noexcept = default;
Audio::~Audio() = default;

Result<Audio> Audio::open(const std::filesystem::path& path, int sampleRate, int channels) {
    auto sound = openSound(path, {});
    if (!sound) return tl::unexpected(sound.error());
    return Audio(std::make_unique<State>(
        std::move(*sound), SoundConverter(sampleRate, channels), sampleRate, channels));
}

Result<Audio> Audio::openChannel(const std::filesystem::path& path,
                                 SoundChannel channel,
                                 std::stop_token stop,
                                 int sampleRate) {
    auto sound = openSound(path, std::move(stop));
    if (!sound) return tl::unexpected(sound.error());
    const AVCodecParameters& parameters = *sound->stream->codecpar;
    if (!hasChannel(channel, parameters.ch_layout))
        return failure("media.no-channel",
                       fmt::format("the sound of {} has no channel \"{}\": it has {}",
                                   path.string(),
                                   nameOf(channel),
                                   channelsOf(parameters.ch_layout)));
    const int rate = sampleRate > 0 ? sampleRate : parameters.sample_rate;
    if (rate <= 0)
        return failure("media.unreadable",
                       fmt::format("cannot read {}: its sound has no sample rate", path.string()));
    auto state = std::make_unique<State>(std::move(*sound), SoundConverter(rate, channel), rate, 1);
    state->channel = channel;
    return Audio(std::move(state));
}

int Audio::sampleRate() const {
    return state_->sampleRate;
}
int Audio::channels() const {
    return state_->channels;
}

SoundFacts Audio::facts() const {
    const State& state = *state_;
    const AVStream& stream = *state.stream;
    const AVChannelLayout& layout = stream.codecpar->ch_layout;
    const auto filmTime = [&](std::int64_t ticks) {
        return timeFromTicks(ticks - state.container.startTicks(stream), stream.time_base);
    };
    SoundFacts facts{.asked = state.channel,
                     .heard = heardChannel(state.channel, layout),
                     .sampleRate = state.sampleRate,
                     .layout = layoutName(layout)};
    if (stream.start_time != AV_NOPTS_VALUE) facts.begin = filmTime(stream.start_time);
    if (stream.start_time != AV_NOPTS_VALUE && stream.duration != AV_NOPTS_VALUE)
        facts.end = filmTime(stream.start_time + stream.duration);
    const std::int64_t length = state.container.context->duration;
    if (length != AV_NOPTS_VALUE)
        facts.end = std::max(facts.end, timeFromTicks(length, AV_TIME_BASE_Q));
    return facts;
}

Result<void> Audio::seek(Time time) {
    State& state = *state_;
    const AVRational flick{1, int{Time::kPerSecond}};
    const Time from = time - Time::fromMilliseconds(kPrerollMilliseconds);
    state.position = av_rescale_q(time.flicks(), flick, {1, state.sampleRate});
    const std::int64_t ticks = av_rescale_q(from.flicks(), flick, state.stream->time_base);
    if (state.goTo(ticks + state.container.startTicks(*state.stream))) return {};
    return failure("media.unreadable",
                   fmt::format("cannot go to {:.3f} s in the sound of {}",
                               time.seconds(),
                               state.container.path.string()));
}

Time Audio::position() const {
    return timeFromTicks(state_->position, {1, state_->sampleRate});
}

std::size_t Audio::read(std::span<float> samples) {
    State& state = *state_;
    const auto channels = static_cast<std::size_t>(state.channels);
    std::size_t filled = 0;
    while (filled + channels <= samples.size()) {
        const auto rest = samples.subspan(filled);
        state.fetch(static_cast<std::int64_t>(rest.size() / channels));
        const std::int64_t copied = state.copy(rest);
        if (copied == 0) break;
        filled += static_cast<std::size_t>(copied) * channels;
    }
    state.dropBefore(state.position);
    return filled;
}

}  // namespace subs::media
