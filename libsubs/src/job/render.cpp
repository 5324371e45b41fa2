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

}  // namespace

Result<RenderedPicture> renderedPicture(FilmLibrary& library,
                                        const RenderOptions& options,
                                        std::stop_token stop) {
    const auto moment = momentOf(options);
    if (!moment) return tl::unexpected(moment.error());
    std::optional<ReadDocument> read;
    if (options.subtitles) {
        auto opened = openDocument(*options.subtitles, options.reading);
        if (!opened) return tl::unexpected(opened.error());
        read = std::move(*opened);
    }
    PictureRequest request{
        options.film, options.width, options.height, *moment, read ? &read->document : nullptr};
    auto picture = library.rendered(request, std::move(stop));
    if (picture && read)
        std::ranges::move(read->diagnostics, std::back_inserter(picture->diagnostics));
    return picture;
}

}  // namespace subs
