// SPDX-License-Identifier: MIT
#include <subs/edit/scaled_track.h>

#include "edit/canvas_scale.h"
#include "edit/scaled_style.h"
#include "edit/scaled_tags.h"
#include "edit/timed_effect.h"

#include <utility>

namespace subs {
namespace {

/// Scales the cues of one track.
class CueScaler {
public:
    CueScaler(const CanvasScale& scale, std::vector<Unscaled>& unscaled)
        : scale_(scale), unscaled_(unscaled) {}

    void scale(Cue& cue, std::size_t place) {
        cue.margins = {scaledLength(cue.margins.left, scale_.x),
                       scaledLength(cue.margins.right, scale_.x),
                       scaledLength(cue.margins.vertical, scale_.y)};
        std::vector<std::string> words;
        for (Span& span : cue.text.spans)
            scale(span, words);
        for (std::string& tag : words)
            unscaled_.push_back({place, Unscaled::What::Tag, std::move(tag)});
        if (isTimedEffect(cue.effect))
            unscaled_.push_back({place, Unscaled::What::Effect, std::string(cue.effect.view())});
    }

private:
    void scale(Span& span, std::vector<std::string>& words) const {
        if (span.kind == SpanKind::FontSize) span.value = scaledNumber(span.value, scale_.size);
        if (span.kind == SpanKind::Drawing) span.value = scaledDrawing(span.value, scale_, words);
        if (span.kind == SpanKind::Opaque && span.isPoint() && span.value.starts_with('\\'))
            span.value = scaledTags(span.value, scale_, words);
    }

    CanvasScale scale_;
    std::vector<Unscaled>& unscaled_;
};

/// A line break or a space, which the text says, in place of a mark that says either of them.
void fixSoftBreaks(CueText& text) {
    std::erase_if(text.spans, [](const Span& span) {
        return span.kind == SpanKind::Opaque && !span.isPoint() && span.value == "\\n";
    });
}

}  // namespace

ScaledTrack scaledTo(Document track, const Canvas& canvas) {
    ScaledTrack result{std::move(track), {}};
    Document& document = result.document;
    if (!document.canvas) return result;
    if (document.canvas->wrap != canvas.wrap)
        for (Cue& cue : document.cues)
            fixSoftBreaks(cue.text);
    const CanvasScale scale = scaleBetween(*document.canvas, canvas);
    if (scale.isNone()) return result;
    for (Style& style : document.styles)
        style = scaledStyle(std::move(style), document.canvas, canvas);
    CueScaler scaler(scale, result.unscaled);
    for (std::size_t i = 0; i < document.cues.size(); ++i)
        scaler.scale(document.cues[i], i);
    document.canvas = canvas;
    return result;
}

}  // namespace subs
