// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/timing/shots.h>

#include "blend_window.h"
#include "dissolve_search.h"
#include "fade_search.h"
#include "sketch.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace subs::media {

/// Finds cuts, dissolves and fades in the frames of a film as they come, by their sketches alone.
/// What is kept is the same however long the film is, but for the answer. What is found is told
/// some hundred frames later at the most. `libsubs/include/subs/timing/shots.h` says what a cut and
/// a transition are.
///
/// A cut is where two neighbouring frames differ much, in shades and in what is left when movement
/// is put back; much more than the frames around it do among themselves (whips, shaking, quick
/// movement); and where the picture of before does not come back in the frames after (flashes,
/// frames that are missing).
class ShotDetector {
public:
    /// `first`: the number of the first frame that will come.
    explicit ShotDetector(Frame first = {});

    /// The next frame.
    void add(const Sketch& sketch);
    /// The next frame could not be decoded: it is taken to look as the one before it, so that no
    /// later one has another number.
    void addMissing();
    /// No frame comes any more. To be called once.
    void finish();

    /// What is certain so far; all there is after `finish`.
    const Shots& found() const { return found_; }
    std::int64_t frames() const { return window_.end(); }

private:
    static constexpr std::int64_t kHeld = BlendWindow::kFrames;
    struct Held {
        Sketch sketch;
        ShadeCounts shades;
        float unlike = 0;  ///< To the frame before.
    };

    Held& held(std::int64_t frame) { return held_[static_cast<std::size_t>(frame % kHeld)]; }
    FadeSearch::Light lightOf(std::int64_t frame) const;
    float unlikeness(std::int64_t a, std::int64_t b);
    bool isCut(std::int64_t frame);
    bool comesBack(std::int64_t frame);
    bool isTakenBack(std::int64_t frame) const;
    float usual(std::int64_t before, std::int64_t after);
    void decideUpTo(std::int64_t end);
    void take(const Blend& blend);
    void take(const Fade& fade);
    void settle(std::int64_t end);

    std::int64_t first_;
    std::vector<Held> held_;
    BlendWindow window_;
    DissolveSearch dissolves_;
    FadeSearch fades_;
    std::int64_t decided_ = 1;  ///< The next frame of which it is to be said whether it is a cut.
    std::vector<std::int64_t> cuts_;       ///< That a transition may yet explain.
    std::vector<Transition> transitions_;  ///< With frames counted from the first that came.
    Shots found_;
};

}  // namespace subs::media
