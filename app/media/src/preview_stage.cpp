// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview_stage.h"

#include <subs/model/without_cues.h>

#include <algorithm>
#include <utility>

namespace subs::media {
namespace {

/// Alignments as libass holds them: 1–3 at the bottom, +4 at the top, +8 in the middle.
void moveToTop(ASS_Track& track) {
    for (int i = 0; i < track.n_styles; ++i) {
        int& alignment = track.styles[i].Alignment;
        if ((alignment & 12) == 0) alignment |= 4;
    }
}

}  // namespace

Result<std::unique_ptr<PreviewStage>> PreviewStage::open(
    const std::vector<std::filesystem::path>& fontFolders) {
    auto stage = AssStage::open(fontFolders);
    if (!stage) return tl::unexpected(stage.error());
    auto opened = std::make_unique<PreviewStage>();
    opened->stage_ = *std::move(stage);
    return opened;
}

bool PreviewStage::isCurrent(const Loaded& loaded, const PreviewTrack& track, Time time) {
    return loaded.track && loaded.document == track.document && loaded.revision == track.revision &&
           track.revision != 0 && loaded.atTop == track.atTop &&
           loaded.window == windowAround(time);
}

/// Brings `loaded` up to date: nothing is done where nothing has changed, and only the cues near
/// `time` are written anew.
Result<void> PreviewStage::update(Loaded& loaded, const PreviewTrack& track, Time time) {
    if (isCurrent(loaded, track, time)) return {};
    const EventWindow window = windowAround(time);
    std::vector<Cue> cues = cuesIn(*track.document, window);
    const bool sameKey = loaded.track && sameSkeleton(loaded.key, *track.document);
    const bool isSame =
        sameKey && loaded.atTop == track.atTop && loaded.window == window && loaded.cues == cues;
    loaded.document = track.document;
    loaded.revision = track.revision;
    if (isSame) return {};
    if (!sameKey) {
        const Document& document = *track.document;
        loaded.key = withoutCues(document);
        loaded.skeleton = skeletonOf(document);
    }
    loaded.atTop = track.atTop;
    loaded.window = window;
    loaded.cues = std::move(cues);
    return load(loaded);
}

/// libass keeps attached fonts for good, so each file's are handed to it once.
bool PreviewStage::mustExtractFonts(const Loaded& loaded) {
    const auto& origin = loaded.key.origin;
    if (!origin || std::find(extracted_.begin(), extracted_.end(), origin) != extracted_.end())
        return false;
    extracted_.push_back(origin);
    return true;
}

Result<void> PreviewStage::load(Loaded& loaded) {
    loaded.track.reset();
    const AttachedFonts fonts =
        mustExtractFonts(loaded) ? AttachedFonts::Take : AttachedFonts::Leave;
    auto track = stage_->loaded(loaded.skeleton, loaded.cues, fonts);
    if (!track) return tl::unexpected(track.error());
    loaded.track = *std::move(track);
    if (loaded.atTop) moveToTop(*loaded.track);
    return {};
}

Result<void> PreviewStage::show(std::span<const PreviewTrack> tracks,
                                Time time,
                                const std::function<void(const ASS_Image*)>& take) {
    loaded_.resize(tracks.size());
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        if (tracks[i].document == nullptr) continue;
        if (auto ready = update(loaded_[i], tracks[i], time); !ready) return ready;
        take(stage_->images(*loaded_[i].track, time));
    }
    return {};
}

}  // namespace subs::media
