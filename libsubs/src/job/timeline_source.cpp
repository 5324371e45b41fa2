// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/job/timeline_source.h>

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <string_view>
#include <utility>

namespace subs {
namespace {

/// True of a timecode file with a line for each frame. Others say a rate for what they do not list.
bool listsEveryFrame(std::string_view timecodes) {
    const std::string_view header = timecodes.substr(0, timecodes.find('\n'));
    return header.find("v2") != std::string_view::npos ||
           header.find("V2") != std::string_view::npos;
}

Result<KnownFrames> ofTimecodes(const std::string& file, std::stop_token stop) {
    const auto bytes = readFile(file, {.stop = std::move(stop)});
    if (!bytes) return tl::unexpected(about(file, bytes.error()));
    auto timeline = parseTimecodeFile(*bytes);
    if (!timeline) return tl::unexpected(about(file, timeline.error()));
    KnownFrames frames{std::move(*timeline), file};
    if (listsEveryFrame(*bytes)) frames.end = Frame{frames.timeline.frameCount().value_or(0)};
    return frames;
}

bool tellsOfMissingFrames(const Diagnostic& diagnostic) {
    return diagnostic.code == "media.truncated" || diagnostic.code == "media.damaged";
}

std::string noFramesText(const TimelineSource& source, const FilmFacts& facts) {
    std::string text = fmt::format("{} has no picture, and so no frames", source.film);
    for (const Diagnostic& each : facts.diagnostics)
        if (each.code == "media.no-frames") text += ": " + each.message;
    return text;
}

Result<KnownFrames> ofFilm(const TimelineSource& source, FilmLibrary& films, std::stop_token stop) {
    auto facts = films.facts(source.film, std::move(stop));
    if (!facts) return tl::unexpected(about(source.film, facts.error()));
    if (!facts->hasVideo || facts->frameCount == 0) {
        return tl::unexpected(about(source.film, {"media.no-video", noFramesText(source, *facts)}));
    }
    const bool isMoved = source.origin == FilmOrigin::FirstFrame;
    return KnownFrames{isMoved ? facts->timeline.fromFirstFrame() : std::move(facts->timeline),
                       source.film,
                       Frame{facts->frameCount},
                       std::ranges::any_of(facts->diagnostics, tellsOfMissingFrames),
                       std::move(facts->diagnostics),
                       facts->aspect()};
}

}  // namespace

std::optional<double> aspectOf(const KnownFrames* frames, std::optional<double> otherwise) {
    return frames != nullptr && frames->aspect ? frames->aspect : otherwise;
}

Result<std::optional<KnownFrames>> knownFramesOf(const TimelineSource& source,
                                                 FilmLibrary* films,
                                                 std::stop_token stop) {
    if (!source.timecodes.empty()) return ofTimecodes(source.timecodes, std::move(stop));
    if (!source.film.empty()) {
        assert(films != nullptr);
        return ofFilm(source, *films, std::move(stop));
    }
    if (source.rate.empty()) return std::optional<KnownFrames>();
    const auto rate = parseFrameRate(source.rate);
    if (!rate) return tl::unexpected(rate.error());
    return std::optional(KnownFrames{FrameTimeline::constant(*rate)});
}

std::optional<Diagnostic> noSuchFrame(Frame frame, std::uint32_t line, const KnownFrames& frames) {
    if (!frames.end || (frame.number >= 0 && frame < *frames.end)) return std::nullopt;
    return Diagnostic{
        Severity::Warning,
        line,
        0,
        "time.no-such-frame",
        fmt::format("there is no frame {} in {}, whose last is {}; answered by its average rate",
                    frame.number,
                    frames.source,
                    frames.end->number - 1)};
}

}  // namespace subs
