// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/speech_port.h>
#include <subs/media/film_cache.h>
#include <subs/time/time.h>

#include <functional>
#include <memory>
#include <optional>
#include <span>

namespace subs::media {

/// Finds where people speak in sound that comes in blocks: plain samples in, spans out. Knows no
/// file and no FFmpeg; what it looks for is said in src/speech/README.md.
///
/// Memory does not grow with the sound, but for 12 bytes a frame of 10 ms of one unbroken span.
/// Takes about a thousandth of the time that the sound lasts, which is as much as decoding AAC. One
/// thread at a time.
class SpeechDetector {
public:
    /// Of the samples that it is given, a second; one channel, full scale from -1 to 1.
    static constexpr int kSampleRate = 16000;
    using Found = std::function<void(const SpeechSpan&)>;

    /// Spans go to `found` in their order, during `add` and `finish`.
    explicit SpeechDetector(Found found);
    SpeechDetector(SpeechDetector&&) noexcept;
    SpeechDetector& operator=(SpeechDetector&&) noexcept;
    ~SpeechDetector();

    /// The next samples, the first of which is at film time `time`. Where that is not where the
    /// last ones ended, to a sample, what came before is finished and the sound begins anew.
    void add(std::span<const float> samples, Time time);
    /// No more sound comes: hands out the spans that were still open.
    void finish();

private:
    class Stretch;
    Found found_;
    std::unique_ptr<Stretch> stretch_;
    Time next_;
};

/// The port of `subs speech` (subs/job/speech_port.h) fulfilled: the sound that `Audio` reads, to
/// its end as it is now, given to a `SpeechDetector`. What was found in a whole film is looked for
/// and kept in `cache`, where there is one.
std::unique_ptr<SpeechFinder> makeSpeechFinder(std::optional<FilmCache> cache = std::nullopt);

}  // namespace subs::media
