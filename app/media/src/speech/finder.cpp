// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/media/audio.h>
#include <subs/media/speech.h>

#include "film_shelf.h"
#include "speech/spans_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace subs::media {
namespace {

/// A second at a time: how long a stop may take.
constexpr std::size_t kBlock = SpeechDetector::kSampleRate;

class FfmpegSpeechFinder final : public SpeechFinder {
public:
    explicit FfmpegSpeechFinder(std::optional<FilmCache> cache) : cache_(std::move(cache)) {}

    Result<void> find(const SpeechRequest& request,
                      const Watch& watch,
                      const std::function<void(const SpeechSpan&)>& found) override {
        auto audio = Audio::openChannel(
            request.film, request.channel, watch.stop, SpeechDetector::kSampleRate);
        if (!audio) return tl::unexpected(audio.error());
        const auto shelf = FilmShelf::of(request.film, cache_ ? &*cache_ : nullptr);
        if (!shelf) return tl::unexpected(shelf.error());
        const std::string name = fmt::format("speech-{}", nameOf(request.channel));
        if (const auto bytes = shelf->find(name, kSpansFileVersion))
            if (const auto known = spansFrom(*bytes)) {
                std::ranges::for_each(*known, found);
                return {};
            }
        std::vector<SpeechSpan> all;
        auto heard = hear(*audio, request, watch, [&](const SpeechSpan& span) {
            all.push_back(span);
            found(span);
        });
        if (heard) shelf->keep(name, kSpansFileVersion, spansBytes(all));
        return heard;
    }

private:
    static Result<void> hear(Audio& audio,
                             const SpeechRequest& request,
                             const Watch& watch,
                             const std::function<void(const SpeechSpan&)>& found) {
        const double duration = audio.facts().end.seconds();
        SpeechDetector detector(found);
        std::vector<float> block(kBlock);
        for (std::size_t count = kBlock; count > 0;) {
            const Time time = audio.position();
            count = audio.read(block);
            // Sound that is stopped ends.
            if (watch.stop.stop_requested())
                return failure("media.cancelled",
                               fmt::format("the search for speech in {} was cancelled",
                                           request.film.string()));
            detector.add(std::span(block).first(count), time);
            if (duration > 0) watch.tell(std::min(audio.position().seconds() / duration, 1.0));
        }
        detector.finish();
        return {};
    }

    std::optional<FilmCache> cache_;
};

}  // namespace

std::unique_ptr<SpeechFinder> makeSpeechFinder(std::optional<FilmCache> cache) {
    return std::make_unique<FfmpegSpeechFinder>(std::move(cache));
}

}  // namespace subs::media
