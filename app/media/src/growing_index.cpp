// SPDX-License-Identifier: GPL-3.0-or-later
#include "growing_index.h"

#include <utility>

namespace subs::media {

Result<GrowingIndex> GrowingIndex::begin(const Container& container,
                                         const AVStream& stream,
                                         KeptIndex kept) {
    auto opened = openContainer(container.path, container.interrupt->stop);
    if (!opened) return tl::unexpected(opened.error());
    if (opened->context->nb_streams <= static_cast<unsigned>(stream.index))
        return tl::unexpected(mediaError(container, AVERROR_STREAM_NOT_FOUND));
    GrowingIndex index;
    index.container_ = std::make_unique<Container>(std::move(*opened));
    // What is cut off while FFmpeg reads cannot be gone on with; it is stopped between packets.
    index.container_->interrupt->stop = {};
    index.pass_ = std::make_unique<IndexPass>(*index.container_,
                                              *index.container_->context->streams[stream.index]);
    index.kept_ = std::move(kept);
    return index;
}

Result<std::optional<FilmIndex>> GrowingIndex::readOn(std::chrono::microseconds most,
                                                      const std::stop_token& stop) {
    constexpr std::int64_t kWorth = 10;
    if (isComplete_) return std::optional<FilmIndex>();
    const auto done = pass_->readOn(most, stop);
    if (!done) return tl::unexpected(done.error());
    if (*done) {
        isComplete_ = true;
        FilmIndex whole = pass_->take();
        kept_.keep(whole);
        return std::optional(std::move(whole));
    }
    if (pass_->packets() - told_ <= told_ / kWorth) return std::optional<FilmIndex>();
    told_ = pass_->packets();
    return std::optional(pass_->soFar());
}

}  // namespace subs::media
