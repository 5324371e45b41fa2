// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/base/counted.h>
#include <subs/media/shot_search.h>

#include "frame_walk.h"
#include "indexed_film.h"
#include "shots/shot_detector.h"
#include "shots/shots_file.h"
#include "shots/sketcher.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace subs::media {
namespace {

/// Frames beside a range that are looked at too, since a shot is told by what is around: more than
/// a fade has.
constexpr std::int64_t kAround = 150;
/// Frames from one word of progress to the next.
constexpr std::int64_t kTellEvery = 12;

/// The frames that are asked for; all where none are.
Result<FrameRange> rangeOf(const ShotRequest& request, std::int64_t frames) {
    FrameRange range = request.range.value_or(FrameRange{{0}, {frames - 1}});
    range.last = std::min(range.last, Frame{frames - 1});
    if (range.first.number >= 0 && range.first <= range.last) return range;
    return failure("media.no-frame",
                   fmt::format("cannot look for shots from frame {} on in {}: it has {}, from 0",
                               range.first.number,
                               request.film.string(),
                               counted(static_cast<std::size_t>(frames), "frame")));
}

/// Only what lies in `range`, or reaches into it.
void keepRange(Shots& shots, FrameRange range) {
    std::erase_if(shots.cuts, [&](Frame cut) { return !range.contains(cut); });
    std::erase_if(shots.transitions, [&](const Transition& each) {
        return each.to < range.first || each.from > range.last;
    });
}

/// What was damaged, if anything was.
std::optional<Diagnostic> damageOf(const SearchedShots& found) {
    if (found.missing == 0 && found.damage == 0) return std::nullopt;
    std::string what = fmt::format("{} could not be decoded",
                                   counted(static_cast<std::size_t>(found.missing), "frame"));
    if (found.missing == 0) what = "some of its pictures are damaged";
    return Diagnostic{Severity::Warning,
                      0,
                      0,
                      "media.damaged",
                      what + "; shots may be missing there, or stand where there are none"};
}

/// A search in one stretch of a film.
class Search {
public:
    Search(IndexedFilm& film, FrameRange looked, const ShotWatch& watch)
        : film_(film), looked_(looked), watch_(watch), detector_(looked.first) {}

    Result<SearchedShots> run() {
        auto walk = FrameWalk::open(film_.container,
                                    *film_.stream,
                                    film_.index,
                                    static_cast<std::size_t>(looked_.first.number));
        if (!walk) return tl::unexpected(walk.error());
        while (next() <= looked_.last.number) {
            const auto step = walk->next();
            if (!step) return tl::unexpected(step.error());
            if (!*step) break;
            take(**step);
        }
        passTo(looked_.last.number + 1);
        detector_.finish();
        return SearchedShots{detector_.found(), missing_, walk->damage()};
    }

private:
    std::int64_t next() const { return looked_.first.number + detector_.frames(); }

    /// Frames up to `number` did not come.
    void passTo(std::int64_t number) {
        for (; next() < number; ++missing_)
            detector_.addMissing();
    }

    void take(const FrameWalk::Step& step) {
        const auto number = static_cast<std::int64_t>(step.number);
        passTo(std::min(number, looked_.last.number + 1));
        if (number > looked_.last.number) return;
        if (sketcher_.draw(*step.frame, sketch_))
            detector_.add(sketch_);
        else
            passTo(number + 1);
        if (watch_.progress && detector_.frames() % kTellEvery == 0)
            watch_.progress({detector_.frames(),
                             looked_.last.number - looked_.first.number + 1,
                             detector_.found()});
    }

    IndexedFilm& film_;
    FrameRange looked_;
    const ShotWatch& watch_;
    ShotDetector detector_;
    Sketcher sketcher_;
    Sketch sketch_;
    std::int64_t missing_ = 0;
};

std::string nameOfKept(const AVStream& stream) {
    return fmt::format("shots-{}", stream.index);
}

/// True where there is something to be read, which takes no index of the film.
bool isKept(const std::filesystem::path& path,
            const FilmCache& cache,
            const std::stop_token& stop) {
    const auto container = openContainer(path, stop);
    const AVStream* const stream = container ? pictureStreamOf(*container) : nullptr;
    if (stream == nullptr) return false;
    const auto shelf = FilmShelf::of(path, &cache);
    return shelf && shelf->find(nameOfKept(*stream), kShotsFileVersion);
}

/// As they were kept; nothing where they were not.
std::optional<SearchedShots> keptIn(const IndexedFilm& film) {
    const auto bytes = film.shelf.find(nameOfKept(*film.stream), kShotsFileVersion);
    return bytes ? shotsFrom(*bytes, film.frames()) : std::nullopt;
}

FoundShots foundIn(const IndexedFilm& film, SearchedShots searched) {
    FoundShots found{
        std::move(searched.shots), film.frames(), film.timeline, film.index.diagnostics};
    if (auto damage = damageOf(searched)) found.diagnostics.push_back(std::move(*damage));
    return found;
}

/// As they were kept, or found. Those of a part of a film are kept by nobody.
Result<SearchedShots> searchedIn(IndexedFilm& film, FrameRange range, const ShotWatch& watch) {
    if (auto known = keptIn(film)) return *std::move(known);
    const FrameRange looked{{std::max<std::int64_t>(range.first.number - kAround, 0)},
                            {std::min(range.last.number + kAround, film.frames() - 1)}};
    auto found = Search(film, looked, watch).run();
    const bool isWhole = looked.first.number == 0 && looked.last.number == film.frames() - 1;
    if (found && isWhole)
        film.shelf.keep(nameOfKept(*film.stream), kShotsFileVersion, shotsBytes(*found));
    return found;
}

class FfmpegShotFinder final : public ShotFinder {
public:
    explicit FfmpegShotFinder(std::optional<FilmCache> cache) : cache_(std::move(cache)) {}

    Result<FoundShots> found(const ShotRequest& request, const ShotWatch& watch) override {
        return findShots(request, watch, cache_ ? &*cache_ : nullptr);
    }

private:
    std::optional<FilmCache> cache_;
};

}  // namespace

Result<FoundShots> findShots(const ShotRequest& request,
                             const ShotWatch& watch,
                             const FilmCache* cache) {
    auto film = openIndexedFilm(request.film, watch.stop, cache);
    if (!film) return tl::unexpected(film.error());
    const auto range = rangeOf(request, film->frames());
    if (!range) return tl::unexpected(range.error());
    auto searched = searchedIn(*film, *range, watch);
    if (!searched) return tl::unexpected(searched.error());
    keepRange(searched->shots, *range);
    return foundIn(*film, *std::move(searched));
}

std::optional<FoundShots> keptShots(const std::filesystem::path& film,
                                    const FilmCache* cache,
                                    const std::stop_token& stop) {
    if (cache == nullptr || !isKept(film, *cache, stop)) return std::nullopt;
    auto opened = openIndexedFilm(film, stop, cache);
    if (!opened) return std::nullopt;
    auto known = keptIn(*opened);
    return known ? std::optional(foundIn(*opened, *std::move(known))) : std::nullopt;
}

std::unique_ptr<ShotFinder> makeShotFinder(std::optional<FilmCache> cache) {
    return std::make_unique<FfmpegShotFinder>(std::move(cache));
}

}  // namespace subs::media
