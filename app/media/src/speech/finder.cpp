// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/media/audio.h>
#include <subs/media/speech.h>

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace subs::media {
namespace {

/// A second at a time: how long a stop may take.
constexpr std::size_t kBlock = SpeechDetector::kSampleRate;

class FfmpegSpeechFinder final : public SpeechFinder {
public:
    Result<void> find(const SpeechRequest& request,
                      const Watch& watch,
                      const std::function<void(const SpeechSpan&)>& found) override {
        auto audio = Audio::openChannel(
            request.film, request.channel, watch.stop, SpeechDetector::kSampleRate);
        if (!audio) return tl::unexpected(audio.error());
        const double duration = audio->facts().end.seconds();
        SpeechDetector detector(found);
        std::vector<float> block(kBlock);
        for (std::size_t count = kBlock; count > 0;) {
            const Time time = audio->position();
            count = audio->read(block);
            // Sound that is stopped ends.
            if (watch.stop.stop_requested())
                return failure("media.cancelled",
                               fmt::format("the search for speech in {} was cancelled",
                                           request.film.string()));
            detector.add(std::span(block).first(count), time);
            if (duration > 0) watch.tell(std::min(audio->position().seconds() / duration, 1.0));
        }
        detector.finish();
        return {};
    }
};

}  // namespace

std::unique_ptr<SpeechFinder> makeSpeechFinder() {
    return std::make_unique<FfmpegSpeechFinder>();
}

}  // namespace subs::media
