// SPDX-License-Identifier: MIT
#include <subs/job/render.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace subs {
namespace {

Result<std::variant<Time, Frame>> momentOf(const RenderOptions& options) {
    const Frame* frame = std::get_if<Frame>(&options.moment);
    if (frame == nullptr || !options.film.empty()) return options.moment;
    if (!options.rate)
        return failure("render.no-rate", "a frame number needs a film or a frame rate");
    return FrameTimeline::constant(*options.rate).timeOf(*frame);
}

std::vector<std::filesystem::path> fontFoldersOf(const RenderOptions& options) {
    return fontFoldersBeside({options.subtitles.value_or(std::filesystem::path()), options.film});
}

}  // namespace

Result<RenderedPicture> renderedPicture(FilmLibrary& library,
                                        const RenderOptions& options,
                                        std::stop_token stop) {
    const auto moment = momentOf(options);
    if (!moment) return tl::unexpected(moment.error());
    std::optional<ReadDocument> read;
    if (options.subtitles) {
        auto opened =
            options.subtitleBytes
                ? readDocument(*options.subtitleBytes, *options.subtitles, options.reading)
                : openDocument(*options.subtitles, options.reading);
        if (!opened) return tl::unexpected(about(options.subtitles->string(), opened.error()));
        read = std::move(*opened);
    }
    const PictureRequest request{options.film,
                                 options.width,
                                 options.height,
                                 *moment,
                                 read ? &read->document : nullptr,
                                 options.origin,
                                 options.look,
                                 fontFoldersOf(options)};
    auto picture = library.rendered(request, std::move(stop));
    if (!picture) return tl::unexpected(about(options.film.string(), picture.error()));
    if (read) std::ranges::move(read->diagnostics, std::back_inserter(picture->diagnostics));
    return picture;
}

}  // namespace subs
