// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>
#include <subs/media/font_file.h>
#include <subs/model/document.h>
#include <subs/time/time.h>

#include "ass_handles.h"
#include "font_messages.h"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace subs::media {

struct FrameSize {
    int width = 0;
    int height = 0;
    friend bool operator==(FrameSize, FrameSize) = default;
};

/// Whether the fonts that a document brings along are handed to libass, which keeps them for good.
enum class AttachedFonts : std::uint8_t { Take, Leave };

/// libass, set up as everything here that draws with it has it: the system's fonts, its features at
/// their defaults, its messages kept for remarks and never printed. One thread at a time.
class AssStage {
public:
    /// `fonts` are looked for before those of the system, the first of them first.
    static Result<std::unique_ptr<AssStage>> open(const std::vector<FontFile>& fonts = {});
    AssStage(const AssStage&) = delete;
    AssStage& operator=(const AssStage&) = delete;

    /// What is drawn upon, and the size of the film that blurs and perspective are measured in.
    void setSizes(FrameSize frame, FrameSize film);
    /// `skeleton` (event_window.h) with `cues` as libass holds it: an event for each cue, in their
    /// order, with its times in whole milliseconds, rounded down.
    Result<AssTrack> loaded(const Document& skeleton,
                            const std::vector<Cue>& cues,
                            AttachedFonts fonts);
    /// What `track` shows at `time`, in the order of drawing; theirs until the next call.
    const ASS_Image* images(ASS_Track& track, Time time);
    /// Adds to what is said of fonts.
    void addRemark(std::string remark) { messages_.addRemark(std::move(remark)); }
    /// Of fonts, since the last call; each is told once.
    std::vector<std::string> takenRemarks() { return messages_.taken(); }

private:
    AssStage() = default;

    FontMessages messages_;  // before the library, which writes into it to its end
    AssLibrary library_;
    AssRenderer renderer_;
};

}  // namespace subs::media
