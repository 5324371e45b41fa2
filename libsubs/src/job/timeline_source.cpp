// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/job/timeline_source.h>

#include <fmt/format.h>

#include <cassert>
#include <utility>

namespace subs {
namespace {

Result<std::optional<FrameTimeline>> ofTimecodes(const std::string& file) {
    const auto bytes = readFile(file);
    if (!bytes) return tl::unexpected(bytes.error());
    auto timeline = parseTimecodeFile(*bytes);
    if (!timeline)
        return failure(timeline.error().code,
                       fmt::format("{}: {}", file, timeline.error().message));
    return std::optional(std::move(*timeline));
}

Result<std::optional<FrameTimeline>> ofFilm(const std::string& film,
                                            FilmLibrary& films,
                                            std::stop_token stop) {
    auto facts = films.facts(film, std::move(stop));
    if (!facts) return tl::unexpected(facts.error());
    if (!facts->hasVideo)
        return failure("media.no-video", fmt::format("{} has no picture, and so no frames", film));
    return std::optional(std::move(facts->timeline));
}

}  // namespace

Result<std::optional<FrameTimeline>> timelineOf(const TimelineSource& source,
                                                FilmLibrary* films,
                                                std::stop_token stop) {
    if (!source.timecodes.empty()) return ofTimecodes(source.timecodes);
    if (!source.film.empty()) {
        assert(films != nullptr);
        return ofFilm(source.film, *films, std::move(stop));
    }
    if (source.rate.empty()) return std::optional<FrameTimeline>();
    const auto rate = parseFrameRate(source.rate);
    if (!rate) return tl::unexpected(rate.error());
    return std::optional(FrameTimeline::constant(*rate));
}

}  // namespace subs
