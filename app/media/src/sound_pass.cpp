// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/media/audio.h>
#include <subs/media/sound_pass.h>

#include "bin_grid.h"
#include "chunk_order.h"
#include "chunk_store.h"
#include "container.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace subs::media {
namespace {

constexpr std::size_t kBlock = 8192;

ChunkRange chunksOf(Stretch stretch) {
    return {chunkAt(stretch.from), chunkAt(stretch.to - Time::fromFlicks(1)) + 1};
}

}  // namespace

struct SoundPass::State {
    State(Audio opened, std::filesystem::path film, std::stop_token stop)
        : audio(std::move(opened)),
          path(std::move(film)),
          openingStop(std::move(stop)),
          facts(audio.facts()),
          chunks(
              chunksOf({std::min(Time(), facts.begin), std::max(facts.end, Time::fromFlicks(1))})),
          chunkGrid(kChunkLength, audio.sampleRate()) {
        chunks.end = std::min(chunks.end, kMostChunks);
        chunks.begin = std::max(chunks.begin, -kMostChunks);
        order.wish({0, 0});
    }

    Audio audio;
    std::filesystem::path path;
    std::stop_token openingStop;  ///< Ends reading, which then looks like the end of the sound.
    SoundFacts facts;
    ChunkRange chunks;  ///< All there are, as far as is known.
    BinGrid chunkGrid;
    std::vector<SoundSink*> sinks;
    ChunkOrder order;
    std::optional<std::int64_t> following;  ///< The chunk that needs no seek.
    std::int64_t place = 0;                 ///< Of the next sample that sinks are given.
    std::array<float, kBlock> block{};

    std::mutex mutex;
    std::optional<ChunkRange> wished;  ///< Under the mutex; taken by `run`.

    bool isMade(std::int64_t chunk) const {
        return std::ranges::all_of(sinks, [&](const SoundSink* sink) { return sink->has(chunk); });
    }
    std::int64_t marginSamples() const {
        return BinGrid(kSoundMargin, audio.sampleRate()).firstSample(1);
    }
    void takeWish() {
        const std::scoped_lock lock(mutex);
        if (wished) order.wish(*std::exchange(wished, std::nullopt));
    }
    Result<void> begin(std::int64_t chunk);
    void give(std::span<const float> samples);
    Result<void> make(std::int64_t chunk, const std::stop_token& stop);
    void soundGoesOn(std::int64_t chunk);
    std::int64_t countMade() const;
    tl::unexpected<Error> cancelled() const {
        return failure("media.cancelled",
                       fmt::format("the sound of {} was not read to its end", path.string()));
    }
};

/// Begins a run of chunks.
Result<void> SoundPass::State::begin(std::int64_t chunk) {
    following.reset();
    place = chunkGrid.firstSample(chunk) - marginSamples();
    // The time of a sample is rounded to the flick, and back to the same sample.
    const Time from = timeFromTicks(place, {1, audio.sampleRate()});
    if (auto sought = audio.seek(from); !sought) return sought;
    for (SoundSink* sink : sinks)
        sink->begin(chunk, audio.sampleRate());
    return {};
}

void SoundPass::State::give(std::span<const float> samples) {
    for (SoundSink* sink : sinks)
        sink->take({place, audio.sampleRate(), samples});
    place += static_cast<std::int64_t>(samples.size());
}

/// Gives all sinks the sound of `chunk` and the margin behind it, silence where there is none.
Result<void> SoundPass::State::make(std::int64_t chunk, const std::stop_token& stop) {
    if (following != chunk) {
        if (auto begun = begin(chunk); !begun) return begun;
    }
    following.reset();
    const std::int64_t until = chunkGrid.firstSample(chunk + 1) + marginSamples();
    bool isSound = true;
    while (place < until) {
        const auto wanted = static_cast<std::size_t>(std::min<std::int64_t>(kBlock, until - place));
        const std::span<float> samples(block.data(), wanted);
        const std::size_t got = audio.read(samples);
        if (stop.stop_requested() || openingStop.stop_requested()) return cancelled();
        std::ranges::fill(samples.subspan(got), 0.0F);
        isSound = got == wanted;
        give(samples);
    }
    following = chunk + 1;
    if (isSound) soundGoesOn(chunk);
    return {};
}

/// Sound that goes on behind the end that was known moves it.
void SoundPass::State::soundGoesOn(std::int64_t chunk) {
    if (chunk + 1 < chunks.end || chunks.end >= kMostChunks) return;
    chunks.end = chunk + 2;
    facts.end = std::max(facts.end, audio.position());
}

std::int64_t SoundPass::State::countMade() const {
    std::int64_t made = 0;
    for (std::int64_t chunk = chunks.begin; chunk < chunks.end; ++chunk)
        made += isMade(chunk) ? 1 : 0;
    return made;
}

SoundPass::SoundPass(std::unique_ptr<State> state) : state_(std::move(state)) {}
SoundPass::SoundPass(SoundPass&&) noexcept = default;
SoundPass& SoundPass::operator=(SoundPass&&) noexcept = default;
SoundPass::~SoundPass() = default;

Result<SoundPass> SoundPass::open(const std::filesystem::path& path,
                                  SoundChannel channel,
                                  std::stop_token stop) {
    auto audio = Audio::openChannel(path, channel, stop);
    if (!audio) return tl::unexpected(audio.error());
    return SoundPass(std::make_unique<State>(std::move(*audio), path, std::move(stop)));
}

const SoundFacts& SoundPass::facts() const {
    return state_->facts;
}

void SoundPass::feed(SoundSink& sink) {
    state_->sinks.push_back(&sink);
    state_->following.reset();
}

void SoundPass::wish(Stretch stretch) {
    const std::scoped_lock lock(state_->mutex);
    state_->wished = chunksOf(stretch);
}

Result<void> SoundPass::make(Stretch stretch, const Watch& watch) {
    State& state = *state_;
    const ChunkRange wanted = chunksOf(stretch);
    for (std::int64_t chunk = wanted.begin; chunk < wanted.end; ++chunk) {
        if (!state.isMade(chunk)) {
            if (auto done = state.make(chunk, watch.stop); !done) return done;
        }
        watch.tell(static_cast<double>(chunk + 1 - wanted.begin) /
                   static_cast<double>(wanted.end - wanted.begin));
    }
    return {};
}

Result<void> SoundPass::run(const Watch& watch) {
    State& state = *state_;
    const auto isMade = [&](std::int64_t chunk) { return state.isMade(chunk); };
    std::int64_t made = state.countMade();
    while (true) {
        state.takeWish();
        const auto chunk = state.order.next(state.chunks, isMade);
        if (!chunk) return {};
        if (auto done = state.make(*chunk, watch.stop); !done) return done;
        const std::int64_t all = state.chunks.end - state.chunks.begin;
        watch.tell(static_cast<double>(++made) / static_cast<double>(all));
    }
}

}  // namespace subs::media
