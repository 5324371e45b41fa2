// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/edit/wrap_shown.h>
#include <subs/media/preview.h>

#include "ass_stage.h"
#include "event_window.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace subs::media {

/// What tracks show at a time, as libass has it: only the cues near that time are handed to libass,
/// and nothing is done anew that has not changed. One thread at a time.
class PreviewStage {
public:
    static Result<std::unique_ptr<PreviewStage>> open(const PreviewOptions& options = {});

    /// As of `AssStage`.
    void setSizes(FrameSize frame, FrameSize film);
    /// Hands the images of each track to `take`, in the order of the tracks and of drawing; they
    /// are there until it returns.
    Result<void> show(std::span<const PreviewTrack> tracks,
                      Time time,
                      const std::function<void(const ASS_Image*)>& take);
    /// Of fonts, since the last call; each is told once.
    std::vector<std::string> takenRemarks() { return stage_->takenRemarks(); }
    /// As of `Preview::brokenCues`.
    std::vector<Time> takenBroken() { return std::exchange(broken_, {}); }

private:
    /// A cue as its document has it, and as it is drawn.
    struct Shown {
        Cue cue;
        std::optional<CueText> broken;  ///< In more lines than it has.
        bool isTold = false;
    };

    /// A track as libass has it now, and what it was made from.
    struct Loaded {
        const Document* document = nullptr;
        std::uint64_t revision = 0;
        bool atTop = false;
        EventWindow window;
        std::vector<Shown> cues;
        Document key;  ///< The document's own origin, styles and canvas, to be compared with.
        Document skeleton;
        AssTrack track;
    };

    static bool isCurrent(const Loaded& loaded, const PreviewTrack& track, Time time);
    Result<void> update(Loaded& loaded, const PreviewTrack& track, Time time);
    Result<void> load(Loaded& loaded);
    std::vector<Shown> shownOf(std::vector<Cue> cues, Loaded& loaded);
    bool mustExtractFonts(const Loaded& loaded);
    void noteBroken(Loaded& loaded, Time time);

    TextLook look_ = TextLook::Delivered;
    FrameSize film_;
    std::optional<ShownWrapper> wrapper_;  ///< None until a cue is drawn; of `film_`'s shape.
    std::vector<Time> broken_;
    std::unique_ptr<AssStage> stage_;  // before the tracks, which it outlives
    std::vector<Loaded> loaded_;
    std::vector<std::shared_ptr<const Origin>>
        extracted_;  ///< Files whose attached fonts libass has already.
};

}  // namespace subs::media
