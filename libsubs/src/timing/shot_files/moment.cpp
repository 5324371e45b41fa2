// SPDX-License-Identifier: MIT
#include "timing/shot_files/reader.h"

namespace subs::shot_files {

Result<FrameRate> rateFor(const ShotFileOptions& options) {
    if (options.rate) return *options.rate;
    if (options.timeline != nullptr) return options.timeline->averageRate();
    return failure(
        "shots.no-rate",
        "the list has times, and neither a film nor a frame rate says which frames they are");
}

Result<Moments> Moments::of(const ShotFileOptions& options) {
    if (options.timeline != nullptr) return Moments(*options.timeline);
    const auto rate = rateFor(options);
    if (!rate) return tl::unexpected(rate.error());
    return Moments(FrameTimeline::constant(*rate));
}

Frame Moments::frameOf(Time time) const {
    const Frame frame = timeline_.frameAt(time);
    const Frame next{frame.number + 1};
    return time - timeline_.timeOf(frame) <= timeline_.timeOf(next) - time ? frame : next;
}

}  // namespace subs::shot_files
