// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>
#include <subs/text/line_choice.h>

#include "model/drawn_lines.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace subs {

/// Measures stretches of a cue in its style, in canvas units times `scale`.
class DrawnRuler final : public TextRuler {
public:
    DrawnRuler(DrawnCue drawn, double scale) : drawn_(std::move(drawn)), scale_(scale) {}

    double width(std::size_t begin, std::size_t end) override {
        return drawn_.extent(begin, end) * scale_;
    }
    void distances(std::size_t begin,
                   std::span<const std::uint32_t> offsets,
                   std::vector<double>& result) override {
        drawn_.pens(begin, offsets, result);
        for (double& distance : result)
            distance *= scale_;
    }

private:
    DrawnCue drawn_;
    double scale_;
};

/// Whether the text of `cue` is broken into lines at all: comments and drawings are not.
inline bool isWrappedText(const Cue& cue) {
    return cue.kind == CueKind::Dialogue &&
           std::ranges::none_of(cue.text.spans,
                                [](const Span& span) { return span.kind == SpanKind::Drawing; });
}

}  // namespace subs
