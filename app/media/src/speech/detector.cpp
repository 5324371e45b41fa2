// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/media/speech.h>

#include "frames.h"
#include "stretch.h"

#include <cstdint>
#include <cstdlib>
#include <utility>

namespace subs::media {
namespace {

constexpr std::int64_t kSample = Time::kPerSecond / SpeechDetector::kSampleRate;

Time lengthOf(std::size_t samples) {
    return Time::fromFlicks(static_cast<std::int64_t>(samples) * kSample);
}

}  // namespace

/// Sound without a gap, from `begin` on.
class SpeechDetector::Stretch : public speech::Stretch {
public:
    Stretch(Time begin, const Found& found)
        : speech::Stretch([begin, found](const speech::FoundRun& run) {
              found({begin + lengthOf(run.run.begin * speech::kHop),
                     begin + lengthOf(run.run.end * speech::kHop),
                     run.confidence});
          }) {}
};

SpeechDetector::SpeechDetector(Found found) : found_(std::move(found)) {}
SpeechDetector::SpeechDetector(SpeechDetector&&) noexcept = default;
SpeechDetector& SpeechDetector::operator=(SpeechDetector&&) noexcept = default;
SpeechDetector::~SpeechDetector() = default;

void SpeechDetector::add(std::span<const float> samples, Time time) {
    if (stretch_ && std::abs((time - next_).flicks()) > kSample) finish();
    if (!stretch_) {
        stretch_ = std::make_unique<Stretch>(time, found_);
        next_ = time;
    }
    stretch_->add(samples);
    next_ += lengthOf(samples.size());
}

void SpeechDetector::finish() {
    if (stretch_) stretch_->finish();
    stretch_.reset();
}

}  // namespace subs::media
