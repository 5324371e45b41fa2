// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/media/preview.h>

#include "ass_stage.h"
#include "event_window.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace subs::media {

/// What tracks show at a time, as libass has it: only the cues near that time are handed to libass,
/// and nothing is done anew that has not changed. One thread at a time.
class PreviewStage {
public:
    /// `fontFolders` are searched besides the system's fonts.
    static Result<std::unique_ptr<PreviewStage>> open(
        const std::vector<std::filesystem::path>& fontFolders = {});

    /// As of `AssStage`.
    void setSizes(FrameSize frame, FrameSize film) { stage_->setSizes(frame, film); }
    /// Hands the images of each track to `take`, in the order of the tracks and of drawing; they
    /// are there until it returns.
    Result<void> show(std::span<const PreviewTrack> tracks,
                      Time time,
                      const std::function<void(const ASS_Image*)>& take);
    /// Of fonts, since the last call; each is told once.
    std::vector<std::string> takenRemarks() { return stage_->takenRemarks(); }

private:
    /// A track as libass has it now, and what it was made from.
    struct Loaded {
        const Document* document = nullptr;
        std::uint64_t revision = 0;
        bool atTop = false;
        EventWindow window;
        std::vector<Cue> cues;
        Document key;  ///< The document's own origin, styles and canvas, to be compared with.
        Document skeleton;
        AssTrack track;
    };

    static bool isCurrent(const Loaded& loaded, const PreviewTrack& track, Time time);
    Result<void> update(Loaded& loaded, const PreviewTrack& track, Time time);
    Result<void> load(Loaded& loaded);
    bool mustExtractFonts(const Loaded& loaded);

    std::unique_ptr<AssStage> stage_;  // before the tracks, which it outlives
    std::vector<Loaded> loaded_;
    std::vector<std::shared_ptr<const Origin>>
        extracted_;  ///< Files whose attached fonts libass has already.
};

}  // namespace subs::media
