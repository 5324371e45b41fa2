// SPDX-License-Identifier: MIT
#include "qc/cue_drawing.h"

namespace subs {

const DrawnCue& CueDrawing::cue() {
    if (!prepared_) prepared_ = drawn_.prepared(document_, cue_);
    return *prepared_;
}

bool CueDrawing::hasFonts(std::size_t line) {
    return cue().hasFonts(beginOf(line), endOf(line));
}

std::span<const DrawnLine> CueDrawing::sketches() {
    if (sketches_.empty())
        for (std::size_t i = 0; i < lines_.size(); ++i)
            sketches_.push_back(cue().line(beginOf(i), endOf(i), DrawnDetail::Sketch));
    return sketches_;
}

const DrawnLine& CueDrawing::line(std::size_t line) {
    exact_.resize(lines_.size());
    if (!exact_[line]) exact_[line] = cue().line(beginOf(line), endOf(line), DrawnDetail::Glyphs);
    return *exact_[line];
}

std::optional<std::vector<CanvasPoint>> CueDrawing::sketchedPlaces() {
    return placesOf(cue().placement(), lines_, sketches());
}

std::optional<std::vector<CanvasPoint>> CueDrawing::places() {
    std::vector<DrawnLine> exact;
    for (std::size_t i = 0; i < lines_.size(); ++i)
        exact.push_back(line(i));
    return placesOf(cue().placement(), lines_, exact);
}

}  // namespace subs
