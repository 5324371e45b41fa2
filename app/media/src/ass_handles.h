// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

extern "C" {
#include <ass/ass.h>
}

#include <memory>

namespace subs::media {

struct AssLibraryFreer {
    void operator()(ASS_Library* library) const { ass_library_done(library); }
};
struct AssRendererFreer {
    void operator()(ASS_Renderer* renderer) const { ass_renderer_done(renderer); }
};
struct AssTrackFreer {
    void operator()(ASS_Track* track) const { ass_free_track(track); }
};

using AssLibrary = std::unique_ptr<ASS_Library, AssLibraryFreer>;
using AssRenderer = std::unique_ptr<ASS_Renderer, AssRendererFreer>;
using AssTrack = std::unique_ptr<ASS_Track, AssTrackFreer>;

}  // namespace subs::media
