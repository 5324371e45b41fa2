// SPDX-License-Identifier: MIT
#pragma once

#include <subs/job/ports.h>

#include <string>

namespace testing {

/// A film library without films: 25 frames a second, pictures that say what was asked for.
struct FakeFilms : subs::FilmLibrary {
    bool hasVideo = true;
    bool isTruncated = false;
    bool isPictureless = false;
    std::int64_t frames = 2000;

    subs::Result<subs::FilmFacts> facts(const std::filesystem::path& film,
                                        std::stop_token) override {
        if (film == "missing") return subs::failure("io.not-found", "there is no such film");
        subs::FilmFacts facts;
        facts.container = "matroska";
        facts.streams = {{0, "video", "h264", "", ""}, {1, "audio", "aac", "khm", "Stereo"}};
        facts.duration = subs::Time::fromMilliseconds(80'000);
        facts.width = 640;
        facts.height = 360;
        facts.hasVideo = hasVideo;
        facts.isConstantRate = true;
        facts.frameCount = frames;
        facts.timeline = subs::FrameTimeline::constant(subs::parseFrameRate("25").value());
        if (isTruncated)
            facts.diagnostics = {{subs::Severity::Warning, 0, 0, "media.truncated", "it is short"}};
        if (isPictureless)
            facts.diagnostics.push_back(
                {subs::Severity::Warning, 0, 0, "media.no-frames", "it is cut before"});
        return facts;
    }

    subs::Result<subs::RenderedPicture> rendered(const subs::PictureRequest& request,
                                                 std::stop_token) override {
        const subs::Frame* frame = std::get_if<subs::Frame>(&request.moment);
        const std::string moment =
            frame != nullptr
                ? "frame " + std::to_string(frame->number)
                : "flicks " + std::to_string(std::get<subs::Time>(request.moment).flicks());
        const std::string cues =
            request.subtitles != nullptr ? std::to_string(request.subtitles->cues.size()) : "no";
        return subs::RenderedPicture{
            request.film.string() + " " + moment + ", " + cues + " cues", {}, {}};
    }
};

}  // namespace testing
