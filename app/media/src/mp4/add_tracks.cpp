// SPDX-License-Identifier: GPL-3.0-or-later
#include "mp4/add_tracks.h"

#include <subs/base/file.h>

#include "container.h"
#include "mp4/box.h"
#include "mp4/film_layout.h"
#include "mp4/movie.h"
#include "mp4/text_samples.h"
#include "mp4/text_trak.h"
#include "text_room.h"
#include "text_tracks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

namespace subs::media::mp4 {
namespace {

constexpr std::size_t kStretch = std::size_t{1} << 20U;
/// Three years: what any time scale of 32 bits can count in 64.
constexpr std::int64_t kLatestBegin = 100'000'000LL * AV_TIME_BASE;

/// Bytes in the place of others of the film.
struct Patch {
    std::uint64_t at = 0;
    std::string bytes;
};

/// Puts what of `patches` lies in the stretch of the film that begins at `at` into its place.
void apply(const std::vector<Patch>& patches, std::uint64_t at, std::span<char> stretch) {
    for (const Patch& patch : patches)
        for (std::size_t i = 0; i < patch.bytes.size(); ++i) {
            const std::uint64_t place = patch.at + i;
            if (place >= at && place - at < stretch.size())
                stretch[static_cast<std::size_t>(place - at)] = patch.bytes[i];
        }
}

/// What becomes of the film's own boxes: its tables are free space, and each box has a size.
std::vector<Patch> patchesOf(const FilmLayout& layout) {
    std::vector<Patch> patches = {{layout.moovBegin + 4, "free"}};
    if (layout.openBox) {
        std::string size;
        appendNumber(size, layout.size - *layout.openBox, 4);
        patches.push_back({*layout.openBox, std::move(size)});
    }
    return patches;
}

/// A new track with its samples.
struct NewTrack {
    TextTrak trak;
    TextSamples samples;
    std::optional<std::size_t> inPlaceOf;
};

class TrackAdder {
public:
    TrackAdder(const Container& container,
               FileSource& film,
               FilmLayout layout,
               Movie movie,
               const MuxRequest& request,
               const Watch& watch)
        : container_(container),
          film_(film),
          layout_(std::move(layout)),
          movie_(std::move(movie)),
          request_(request),
          watch_(watch) {}

    Result<Diagnostics> run() {
        if (std::abs(originOf(container_)) > kLatestBegin)
            return cannotAdd("it begins years before or behind its time 0");
        if (auto made = makeTracks(); !made) return tl::unexpected(made.error());
        const std::string texts = textBox();
        const std::string tables = tablesBehind(texts.size());
        auto output = FileWriter::create(request_.output, {.existing = request_.existing});
        if (!output) return tl::unexpected(output.error());
        if (auto copied = copyFilm(*output); !copied) return tl::unexpected(copied.error());
        for (const std::string* bytes : {&texts, &tables})
            if (auto done = output->append(*bytes); !done) return tl::unexpected(done.error());
        if (auto done = output->finish(); !done) return tl::unexpected(done.error());
        watch_.tell(1);
        return remarks();
    }

private:
    Result<void> makeTracks() {
        const auto count = static_cast<std::size_t>(std::ranges::count_if(
            request_.tracks, [](const NewTextTrack& track) { return !track.inPlaceOf; }));
        const std::vector<std::uint32_t> ids = movie_.freeIds(count);
        const std::uint16_t group = groupOfTexts();
        auto id = ids.begin();
        for (const NewTextTrack& track : request_.tracks) {
            NewTrack made;
            if (track.inPlaceOf) {
                made.inPlaceOf = placeOf(*track.inPlaceOf);
                if (!made.inPlaceOf)
                    return cannotAdd(fmt::format("of its stream {} there is no table of its own",
                                                 *track.inPlaceOf));
                // Others may name it by its id, as sound does that goes with forced texts.
                made.trak.id = movie_.tracks()[*made.inPlaceOf].id;
                made.trak.alternateGroup = movie_.tracks()[*made.inPlaceOf].alternateGroup;
            } else {
                made.trak.id = *id++;
                made.trak.alternateGroup = group;
            }
            fill(made, track);
            tracks_.push_back(std::move(made));
        }
        return {};
    }

    void fill(NewTrack& made, const NewTextTrack& track) const {
        TextTrak& trak = made.trak;
        trak.isDefault = track.isDefault;
        trak.isForced = track.isForced;
        trak.language = track.language;
        trak.name = track.name;
        trak.description = track.codecPrivate;
        trak.rate = textRoomOf(container_).rate;
        trak.movieRate = movie_.header().timeScale;
        trak.isQuickTime = layout_.isQuickTime;
        trak.emptyFirst = emptyFirst();
        const TrackClock clock{trak.rate, offsetOf(trak), before(trak)};
        made.samples = samplesOf(track.packets, clock);
    }

    /// A film that begins late begins with its first picture or sound, in players' time. Text that
    /// began before would be the beginning instead, so that it never does: by the movie's ticks.
    std::uint64_t emptyFirst() const {
        const std::int64_t origin = std::max<std::int64_t>(originOf(container_), 0);
        const auto rate = static_cast<std::int64_t>(movie_.header().timeScale);
        return static_cast<std::uint64_t>(av_rescale_rnd(origin, rate, AV_TIME_BASE, AV_ROUND_UP));
    }

    /// What film time 0 is in the time of the track, in its ticks.
    std::int64_t offsetOf(const TextTrak& trak) const {
        const std::int64_t rate = trak.rate.perSecond();
        return av_rescale(originOf(container_), rate, AV_TIME_BASE) - before(trak);
    }

    static std::int64_t before(const TextTrak& trak) {
        return av_rescale(
            static_cast<std::int64_t>(trak.emptyFirst), trak.rate.perSecond(), trak.movieRate);
    }

    /// Of a stream that FFmpeg shows, by the id of its track.
    std::optional<std::size_t> placeOf(int number) const {
        const AVFormatContext& context = *container_.context;
        if (number < 0 || static_cast<unsigned>(number) >= context.nb_streams) return std::nullopt;
        return movie_.indexOf(static_cast<std::uint32_t>(context.streams[number]->id));
    }

    std::vector<std::size_t> textTracks() const {
        std::vector<std::size_t> places;
        for (unsigned i = 0; i < container_.context->nb_streams; ++i) {
            const AVMediaType kind = container_.context->streams[i]->codecpar->codec_type;
            const auto place = placeOf(static_cast<int>(i));
            if (kind == AVMEDIA_TYPE_SUBTITLE && place) places.push_back(*place);
        }
        return places;
    }

    std::uint16_t groupOfTexts() const {
        for (const std::size_t place : textTracks())
            if (const std::uint16_t group = movie_.tracks()[place].alternateGroup; group != 0)
                return group;
        return movie_.freeGroup();
    }

    std::string textBox() const {
        std::string bytes;
        for (const NewTrack& track : tracks_)
            bytes += track.samples.bytes;
        return box("mdat", bytes);
    }

    /// All tables, where `size` bytes with the texts lie before them.
    std::string tablesBehind(std::size_t size) const {
        std::size_t length = 0;
        for (const NewTrack& track : tracks_)
            length += track.samples.bytes.size();
        std::uint64_t offset = layout_.size + (size - length);
        std::vector<TrackToAdd> more;
        for (const NewTrack& track : tracks_) {
            more.push_back({trakBox(track.trak, track.samples, offset),
                            track.trak.id,
                            movieDuration(track.trak, track.samples),
                            track.inPlaceOf});
            offset += track.samples.bytes.size();
        }
        const std::vector<std::size_t> none;
        return movie_.with(more, request_.clearsDefault ? textTracks() : none);
    }

    Result<void> copyFilm(FileWriter& output) {
        const std::vector<Patch> patches = patchesOf(layout_);
        std::string buffer(kStretch, '\0');
        for (std::uint64_t at = 0; at < layout_.size;) {
            const auto got = film_.read(buffer);
            if (!got) return tl::unexpected(got.error());
            if (*got == 0) break;
            const std::size_t size =
                static_cast<std::size_t>(std::min<std::uint64_t>(*got, layout_.size - at));
            apply(patches, at, std::span(buffer).first(size));
            if (auto done = output.append(std::string_view(buffer).substr(0, size)); !done)
                return done;
            at += size;
            watch_.tell(static_cast<double>(at) / static_cast<double>(layout_.size));
            if (watch_.stop.stop_requested())
                return tl::unexpected(mediaError(container_, AVERROR_EXIT));
        }
        return film_.checkUnchanged();
    }

    /// That the film stays what it was, whatever the new file is called.
    Diagnostics remarks() const {
        const bool isMovName = request_.output.extension() == ".mov";
        if (isMovName == layout_.isQuickTime) return {};
        return {{Severity::Info,
                 0,
                 0,
                 "mux.ending",
                 layout_.isQuickTime
                     ? "the film is a QuickTime movie and stays one, for which .mov is usual"
                     : "the film is an MP4 and stays one, for which .mp4 is usual"}};
    }

    const Container& container_;
    FileSource& film_;
    FilmLayout layout_;
    Movie movie_;
    const MuxRequest& request_;
    const Watch& watch_;
    std::vector<NewTrack> tracks_;
};

}  // namespace

Result<Diagnostics> withTracks(const MuxRequest& request, const Watch& watch) {
    const auto container = openContainer(request.film, watch.stop, Holding::Text);
    if (!container) return tl::unexpected(container.error());
    auto film = FileSource::open(request.film, watch.stop);
    if (!film) return tl::unexpected(film.error());
    auto layout = layoutOf(*film);
    if (!layout) return tl::unexpected(layout.error());
    auto movie = Movie::parsed(std::exchange(layout->moov, {}));
    if (!movie) return tl::unexpected(movie.error());
    return TrackAdder(*container, *film, *std::move(layout), *std::move(movie), request, watch)
        .run();
}

}  // namespace subs::media::mp4
