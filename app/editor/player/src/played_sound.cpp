// SPDX-License-Identifier: GPL-3.0-or-later
#include "played_sound.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace subs::editor {
namespace {

/// Frames that are put into a tempo at a time.
constexpr std::size_t kChunkFrames = 2048;

}  // namespace

Time PlayStretch::filmTimeAfter(Time heard) const {
    const auto gone = Time::fromFlicks(std::llround(static_cast<double>(heard.flicks()) * speed));
    if (!again || !end || *end <= *again) return begin + gone;
    const Time first = *end - begin;
    if (gone < first) return begin + gone;
    const Time length = *end - *again;
    return *again + Time::fromFlicks((gone - first).flicks() % length.flicks());
}

PlayedSound::PlayedSound(media::Audio audio)
    : audio_(std::move(audio)),
      chunk_(kChunkFrames * static_cast<std::size_t>(audio_.channels())) {}

Result<void> PlayedSound::begin(const PlayStretch& stretch) {
    stretch_ = stretch;
    return goTo(stretch.begin);
}

/// Begins there, with what is left of the stretch from there on.
Result<void> PlayedSound::goTo(Time time) {
    isAtEnd_ = false;
    left_.reset();
    tempo_.reset();
    if (stretch_.end) left_ = heardSamples(*stretch_.end - time);
    if (stretch_.speed != 1) {
        auto tempo = media::Tempo::make(stretch_.speed, audio_.sampleRate(), audio_.channels());
        if (!tempo) return tl::unexpected(tempo.error());
        tempo_.emplace(std::move(*tempo));
    }
    return audio_.seek(time);
}

std::size_t PlayedSound::heardSamples(Time length) const {
    const double seconds = std::max(0.0, length.seconds()) / stretch_.speed;
    const auto frames = static_cast<std::size_t>(std::llround(seconds * audio_.sampleRate()));
    return frames * static_cast<std::size_t>(audio_.channels());
}

std::size_t PlayedSound::read(std::span<float> samples) {
    std::size_t filled = 0;
    while (filled < samples.size()) {
        if (left_ == 0U) {
            const bool goesOn = stretch_.again && stretch_.end && *stretch_.again < *stretch_.end;
            if (!goesOn || !goTo(*stretch_.again) || left_ == 0U) break;
        }
        const std::size_t most = std::min(samples.size() - filled, left_.value_or(samples.size()));
        const std::span<float> rest = samples.subspan(filled, most);
        std::size_t count = fetch(rest);
        if (count == 0 && !left_) break;
        if (count == 0) {
            std::ranges::fill(rest, 0.0F);
            count = rest.size();
        }
        if (left_) *left_ -= count;
        filled += count;
    }
    return filled;
}

/// Some samples at the speed of the stretch; 0 only at the end of the film.
std::size_t PlayedSound::fetch(std::span<float> samples) {
    if (!tempo_) return audio_.read(samples);
    while (true) {
        const std::size_t count = tempo_->take(samples);
        if (count > 0 || isAtEnd_) return count;
        const std::size_t read = audio_.read(chunk_);
        tempo_->put(std::span(chunk_).first(read));
        if (read == chunk_.size()) continue;
        tempo_->finish();
        isAtEnd_ = true;
    }
}

}  // namespace subs::editor
