// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/media/film.h>
#include <subs/media/film_library.h>
#include <subs/media/png.h>
#include <subs/media/preview.h>

#include "broken_lines.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace subs::media {
namespace {

/// A picture, and the moment whose subtitles belong over it.
struct Shown {
    Picture picture;
    Time time;
    Diagnostics filmDiagnostics;
    std::vector<FontFile> attachedFonts = {};
    Diagnostics diagnostics = {};
};

std::vector<FilmStream> streamsOf(const FilmInfo& info) {
    std::vector<FilmStream> streams;
    for (const StreamInfo& stream : info.streams) {
        streams.push_back({stream.index, stream.kind, stream.codec, stream.language, stream.title});
    }
    return streams;
}

FilmFacts factsOf(const Film& film) {
    const FilmInfo& info = film.info();
    return {info.container,
            streamsOf(info),
            info.duration,
            info.width,
            info.height,
            info.hasVideo,
            info.hasAudio,
            film.isConstantRate(),
            film.frameCount(),
            film.timeline(),
            film.diagnostics()};
}

/// Which frame is on the screen, and when it begins. Before the first frame there is none: nothing
/// but the time.
std::pair<std::optional<Frame>, Time> place(const Film& film, const PictureRequest& request) {
    const bool isMoved = request.origin == FilmOrigin::FirstFrame;
    const FrameTimeline timeline = isMoved ? film.timeline().fromFirstFrame() : film.timeline();
    if (const Frame* frame = std::get_if<Frame>(&request.moment))
        return {*frame, timeline.timeOf(*frame)};
    const Time time = std::get<Time>(request.moment);
    const Frame frame = timeline.frameAt(time);
    if (film.frameCount() > 0 && frame.number < 0 && time >= Time()) return {std::nullopt, time};
    return {frame, timeline.timeOf(frame)};
}

/// `error` with what is known of the film's damage, which may be why.
Error withRemarks(Error error, const Film& film) {
    for (const Diagnostic& diagnostic : film.diagnostics())
        error.message += fmt::format("; {}", diagnostic.message);
    return error;
}

Result<Shown> shownOf(const PictureRequest& request, const FilmOptions& options) {
    auto film = Film::open(request.film, options);
    if (!film) return tl::unexpected(film.error());
    const auto [frame, time] = place(*film, request);
    if (!frame)
        return Shown{
            blackPicture(film->info().width, film->info().height), time, film->diagnostics()};
    auto picture = film->picture(*frame, 0, 0, options.stop);
    if (!picture) return tl::unexpected(withRemarks(picture.error(), *film));
    return Shown{std::move(*picture), time, film->diagnostics(), film->attachedFonts()};
}

Result<Shown> blackOf(const PictureRequest& request) {
    const Time* time = std::get_if<Time>(&request.moment);
    if (time == nullptr)
        return failure("media.no-frame", "a frame number needs a film to count in");
    if (request.width <= 0 || request.height <= 0) {
        return failure("media.no-picture",
                       fmt::format("a picture cannot be {} x {}", request.width, request.height));
    }
    return Shown{blackPicture(request.width, request.height), *time, {}};
}

Result<void> drawSubtitles(const PictureRequest& request, Shown& shown) {
    auto preview =
        Preview::open({request.look, request.fontFolders, std::move(shown.attachedFonts)});
    if (!preview) return tl::unexpected(preview.error());
    const std::array<PreviewTrack, 1> tracks{PreviewTrack{request.subtitles, false, 0}};
    if (auto drawn = preview->draw(tracks, shown.time, shown.picture); !drawn) return drawn;
    addBrokenLines(preview->brokenCues(), shown.diagnostics);
    for (std::string& remark : preview->fontRemarks()) {
        shown.diagnostics.push_back(
            {Severity::Warning, 0, 0, "media.font-substituted", std::move(remark)});
    }
    return {};
}

class FfmpegFilmLibrary final : public FilmLibrary {
public:
    explicit FfmpegFilmLibrary(std::optional<FilmCache> cache) : cache_(std::move(cache)) {}

    Result<FilmFacts> facts(const std::filesystem::path& film, std::stop_token stop) override {
        const auto opened = Film::open(film, optionsWith(std::move(stop)));
        if (!opened) return tl::unexpected(opened.error());
        return factsOf(*opened);
    }

    Result<RenderedPicture> rendered(const PictureRequest& request, std::stop_token stop) override {
        auto shown = request.film.empty() ? blackOf(request)
                                          : shownOf(request, optionsWith(std::move(stop)));
        if (!shown) return tl::unexpected(shown.error());
        if (request.subtitles != nullptr) {
            if (const auto drawn = drawSubtitles(request, *shown); !drawn)
                return tl::unexpected(drawn.error());
        }
        auto png = encodedPng(shown->picture);
        if (!png) return tl::unexpected(png.error());
        return RenderedPicture{
            std::move(*png), std::move(shown->diagnostics), std::move(shown->filmDiagnostics)};
    }

private:
    FilmOptions optionsWith(std::stop_token stop) const {
        return {std::move(stop), cache_ ? &*cache_ : nullptr, {}};
    }

    std::optional<FilmCache> cache_;
};

}  // namespace

std::unique_ptr<FilmLibrary> makeFilmLibrary(std::optional<FilmCache> cache) {
    return std::make_unique<FfmpegFilmLibrary>(std::move(cache));
}

}  // namespace subs::media
