// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/media/audio.h>
#include <subs/media/peaks.h>
#include <subs/media/png.h>
#include <subs/media/sample_line.h>
#include <subs/media/sound_library.h>
#include <subs/media/sound_pass.h>
#include <subs/media/spectrogram.h>

#include "sound_drawing.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace subs::media {
namespace {

constexpr std::int64_t kMostColumns = 10'000'000;

/// What is looked at, ready to be decoded.
struct Asked {
    SoundPass pass;
    Stretch stretch;

    /// Feeds `sink` with all of the stretch. Where no end was asked for, what was not known of the
    /// film's length before is there too.
    Result<void> give(SoundSink& sink, const SoundRequest& request, const Watch& watch) {
        pass.feed(sink);
        if (request.from || request.to) return pass.make(stretch, watch);
        auto done = pass.run(watch);
        stretch.to = pass.facts().end;
        return done;
    }
};

Result<Asked> asked(const SoundRequest& request, const std::stop_token& stop) {
    auto pass = SoundPass::open(request.film, request.channel, stop);
    if (!pass) return tl::unexpected(pass.error());
    const SoundFacts& facts = pass->facts();
    const Stretch stretch = {request.from.value_or(std::min(Time(), facts.begin)),
                             request.to.value_or(facts.end)};
    if (stretch.from >= stretch.to && (request.from || request.to))
        return failure("media.no-stretch",
                       fmt::format("there is no sound from {:.3f} s to {:.3f} s in {}",
                                   stretch.from.seconds(),
                                   stretch.to.seconds(),
                                   request.film.string()));
    return Asked{std::move(*pass), stretch};
}

/// How many columns of that length there are, and where the last one ends.
Result<std::pair<int, Stretch>> columnsIn(const Stretch& stretch, Time column) {
    const std::int64_t length = (stretch.to - stretch.from).flicks();
    const std::int64_t count = (length + column.flicks() - 1) / column.flicks();
    if (count > kMostColumns)
        return failure("media.too-many-columns",
                       fmt::format("{} columns are more than the {} that there may be: ask for "
                                   "longer ones, or for less of the film",
                                   count,
                                   kMostColumns));
    const Time end = stretch.from + Time::fromFlicks(count * column.flicks());
    return std::pair{static_cast<int>(count), Stretch{stretch.from, end}};
}

Result<std::vector<Peak>> sampled(const SoundRequest& request,
                                  const Stretch& stretch,
                                  int count,
                                  const std::stop_token& stop) {
    auto audio = Audio::openChannel(request.film, request.channel, stop);
    if (!audio) return tl::unexpected(audio.error());
    auto columns = sampleColumns(*audio, stretch, count);
    if (stop.stop_requested())
        return failure("media.cancelled", "the sound was not read to its end");
    return columns;
}

std::vector<Peak> peaksOf(std::span<const PeakColumn> columns) {
    std::vector<Peak> peaks(columns.size());
    std::ranges::transform(columns, peaks.begin(), &PeakColumn::peak);
    return peaks;
}

std::vector<PeakColumn> allThere(std::span<const Peak> peaks) {
    std::vector<PeakColumn> columns(peaks.size());
    std::ranges::transform(peaks, columns.begin(), [](const Peak& peak) {
        return PeakColumn{peak, true};
    });
    return columns;
}

Result<Picture> waveform(
    Asked& asked, const SoundRequest& request, int width, int height, const Watch& watch) {
    const Stretch stretch = asked.stretch;
    if (stretch.from < stretch.to &&
        (stretch.to - stretch.from).flicks() / width < kPeakBin.flicks()) {
        const auto columns = sampled(request, stretch, width, watch.stop);
        if (!columns) return tl::unexpected(columns.error());
        return drawnWaveform(allThere(*columns), height);
    }
    Peaks peaks;
    const auto sink = makePeakSink(peaks);
    if (auto given = asked.give(*sink, request, watch); !given)
        return tl::unexpected(given.error());
    return drawnWaveform(peaks.columns(asked.stretch.from, asked.stretch.to, width), height);
}

Result<Picture> spectrogram(
    Asked& asked, const SoundRequest& request, int width, int height, const Watch& watch) {
    Spectrogram spectrogram;
    const auto sink = makeSpectrumSink(spectrogram);
    if (auto given = asked.give(*sink, request, watch); !given)
        return tl::unexpected(given.error());
    return drawnSpectrogram(spectrogram.columns(asked.stretch.from, asked.stretch.to, width),
                            height);
}

class FfmpegSoundLibrary final : public SoundLibrary {
public:
    Result<SoundCurve> curve(const SoundRequest& request,
                             Time column,
                             const Watch& watch) override {
        auto opened = asked(request, watch.stop);
        if (!opened) return tl::unexpected(opened.error());
        Peaks peaks;
        const auto sink = makePeakSink(peaks);
        if (column >= kPeakBin) {
            if (auto given = opened->give(*sink, request, watch); !given)
                return tl::unexpected(given.error());
        }
        SoundCurve curve{opened->pass.facts(), opened->stretch, column, {}};
        if (curve.stretch.from >= curve.stretch.to) return curve;
        const auto wanted = columnsIn(curve.stretch, column);
        if (!wanted) return tl::unexpected(wanted.error());
        const auto& [count, stretch] = *wanted;
        if (column >= kPeakBin) {
            // The last column may reach into a chunk of silence.
            if (auto made = opened->pass.make(stretch); !made) return tl::unexpected(made.error());
            curve.columns = peaksOf(peaks.columns(stretch.from, stretch.to, count));
            return curve;
        }
        auto columns = sampled(request, stretch, count, watch.stop);
        if (!columns) return tl::unexpected(columns.error());
        curve.columns = *std::move(columns);
        return curve;
    }

    Result<SoundPicture> picture(const SoundRequest& request,
                                 SoundDrawing drawing,
                                 int width,
                                 int height,
                                 const Watch& watch) override {
        auto opened = asked(request, watch.stop);
        if (!opened) return tl::unexpected(opened.error());
        const auto draw = drawing == SoundDrawing::Waveform ? waveform : spectrogram;
        const auto drawn = draw(*opened, request, width, height, watch);
        if (!drawn) return tl::unexpected(drawn.error());
        auto png = encodedPng(*drawn);
        if (!png) return tl::unexpected(png.error());
        return SoundPicture{opened->pass.facts(), opened->stretch, *std::move(png)};
    }
};

}  // namespace

std::unique_ptr<SoundLibrary> makeSoundLibrary() {
    return std::make_unique<FfmpegSoundLibrary>();
}

}  // namespace subs::media
