// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview_stage.h"

#include <subs/model/without_cues.h>

#include <algorithm>
#include <iterator>
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

Result<std::unique_ptr<PreviewStage>> PreviewStage::open(const PreviewOptions& options) {
    FontsOfFolders fonts;
    if (options.look == TextLook::Delivered) {
        fonts = fontsIn(options.fontFolders);
        fonts.fonts.insert(fonts.fonts.end(), options.attached.begin(), options.attached.end());
    }
    auto stage = AssStage::open(fonts.fonts);
    if (!stage) return tl::unexpected(stage.error());
    for (std::string& remark : fonts.remarks)
        (*stage)->addRemark(std::move(remark));
    auto opened = std::make_unique<PreviewStage>();
    opened->look_ = options.look;
    opened->stage_ = *std::move(stage);
    return opened;
}

/// Where lines are broken depends on the film's shape.
void PreviewStage::setSizes(FrameSize frame, FrameSize film) {
    stage_->setSizes(frame, film);
    if (film == film_) return;
    film_ = film;
    wrapper_.reset();
    loaded_.clear();
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
    const bool isSame = sameKey && loaded.atTop == track.atTop && loaded.window == window &&
                        std::ranges::equal(loaded.cues, cues, {}, &Shown::cue);
    loaded.document = track.document;
    loaded.revision = track.revision;
    if (isSame) return {};
    if (!sameKey) {
        const Document& document = *track.document;
        loaded.key = withoutCues(document);
        loaded.skeleton = skeletonOf(document);
        loaded.cues.clear();
    }
    loaded.atTop = track.atTop;
    loaded.window = window;
    loaded.cues = shownOf(std::move(cues), loaded);
    return load(loaded);
}

/// What was broken before is not broken anew. Cues keep their order, so that each is looked for
/// behind the one before.
std::vector<PreviewStage::Shown> PreviewStage::shownOf(std::vector<Cue> cues, Loaded& loaded) {
    std::vector<Shown> shown;
    shown.reserve(cues.size());
    auto from = loaded.cues.begin();
    for (Cue& cue : cues) {
        const auto known = std::ranges::find(from, loaded.cues.end(), cue, &Shown::cue);
        if (known != loaded.cues.end()) {
            shown.push_back(std::move(*known));
            from = std::next(known);
            continue;
        }
        std::optional<CueText> broken;
        if (look_ == TextLook::Delivered) {
            if (!wrapper_) wrapper_.emplace(static_cast<double>(film_.width) / film_.height);
            broken = wrapper_->wrapped(loaded.skeleton, cue);
        }
        shown.push_back({std::move(cue), std::move(broken)});
    }
    return shown;
}

void PreviewStage::noteBroken(Loaded& loaded, Time time) {
    for (Shown& shown : loaded.cues) {
        const bool isOn = shown.cue.start <= time && time < *shown.cue.end;
        if (!shown.broken || shown.isTold || !isOn) continue;
        shown.isTold = true;
        broken_.push_back(shown.cue.start);
    }
}

/// libass keeps attached fonts for good, so each file's are handed to it once.
bool PreviewStage::mustExtractFonts(const Loaded& loaded) {
    const auto& origin = loaded.key.origin;
    if (look_ == TextLook::OtherPlayers || !origin ||
        std::find(extracted_.begin(), extracted_.end(), origin) != extracted_.end())
        return false;
    extracted_.push_back(origin);
    return true;
}

Result<void> PreviewStage::load(Loaded& loaded) {
    loaded.track.reset();
    const AttachedFonts fonts =
        mustExtractFonts(loaded) ? AttachedFonts::Take : AttachedFonts::Leave;
    std::vector<Cue> cues;
    cues.reserve(loaded.cues.size());
    for (const Shown& shown : loaded.cues) {
        cues.push_back(shown.cue);
        if (shown.broken) cues.back().text = *shown.broken;
    }
    auto track = stage_->loaded(loaded.skeleton, cues, fonts);
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
        noteBroken(loaded_[i], time);
    }
    return {};
}

}  // namespace subs::media
