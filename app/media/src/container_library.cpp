// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/media/container_library.h>

#include "mp4/add_tracks.h"
#include "remux.h"
#include "text_tracks.h"

#include <utility>

namespace subs::media {
namespace {

class FfmpegContainerLibrary final : public ContainerLibrary {
public:
    Result<ContainerFacts> contents(const std::filesystem::path& film,
                                    std::stop_token stop) override {
        const auto opened = openContainer(film, std::move(stop), Holding::Text);
        if (!opened) return tl::unexpected(opened.error());
        return factsOf(*opened);
    }

    Result<ReadPackets> packets(const std::filesystem::path& film,
                                std::span<const int> numbers,
                                const Watch& watch) override {
        const auto opened = openContainer(film, watch.stop, Holding::Text);
        if (!opened) return tl::unexpected(opened.error());
        return readTextPackets(*opened, numbers, watch);
    }

    Result<Diagnostics> mux(const MuxRequest& request, const Watch& watch) override {
        return request.kind == ContainerKind::Mp4 ? mp4::withTracks(request, watch)
                                                  : remuxed(request, watch);
    }
};

}  // namespace

std::unique_ptr<ContainerLibrary> makeContainerLibrary() {
    return std::make_unique<FfmpegContainerLibrary>();
}

}  // namespace subs::media
