// SPDX-License-Identifier: MIT
#include "model/drawn_line.h"

#include <subs/base/utf8.h>

#include "model/drawn_lines.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace subs {
namespace {

/// Puts stretches one behind the other into a line.
class LineBuilder {
public:
    /// Adds what begins at byte `at` of the cue and is drawn at `across` and `up` canvas units an
    /// em.
    void add(const LineGlyphs& glyphs, std::size_t at, double across, double up) {
        place_ = static_cast<std::uint32_t>(at);
        line_.ascent = std::max(line_.ascent, glyphs.ascent.value * up);
        line_.descent = std::max(line_.descent, glyphs.descent.value * up);
        const LineExtent& extent = glyphs.extent;
        if (extent.inkLeft < extent.inkRight)
            cover(inked(
                {extent.inkLeft, extent.inkRight, extent.inkTop, extent.inkBottom}, across, up));
        for (const GlyphInk& glyph : glyphs.ink)
            line_.glyphs.push_back(inked(glyph, across, up));
        for (const MissingCharacter& one : glyphs.missing)
            line_.missing.push_back({place_ + one.at, one.codePoint});
        for (const BorrowedText& one : glyphs.borrowed)
            addBorrowed({place_ + one.begin, place_ + one.end, one.family});
        for (const std::uint32_t one : glyphs.badClusters)
            line_.badClusters.push_back(place_ + one);
        line_.advance += extent.advance.value * across;
    }

    void move(double units) { line_.advance += units; }
    void forgetBadClusters() { line_.badClusters.clear(); }
    DrawnLine& line() { return line_; }

private:
    DrawnInk inked(const GlyphInk& glyph, double across, double up) const {
        return {line_.advance + glyph.left.value * across,
                line_.advance + glyph.right.value * across,
                glyph.top.value * up,
                glyph.bottom.value * up,
                place_ + glyph.at};
    }

    void cover(const DrawnInk& more) {
        DrawnInk& all = line_.ink;
        all.left = any_ ? std::min(all.left, more.left) : more.left;
        all.right = any_ ? std::max(all.right, more.right) : more.right;
        all.top = any_ ? std::max(all.top, more.top) : more.top;
        all.bottom = any_ ? std::max(all.bottom, more.bottom) : more.bottom;
        any_ = true;
    }

    void addBorrowed(BorrowedText more) {
        auto& all = line_.borrowed;
        if (!all.empty() && all.back().end == more.begin && all.back().family == more.family)
            all.back().end = more.end;
        else
            all.push_back(std::move(more));
    }

    DrawnLine line_;
    std::uint32_t place_ = 0;
    bool any_ = false;
};

LineGlyphs glyphsOf(const Measurer& measurer, std::string_view text, DrawnDetail detail) {
    return detail == DrawnDetail::Sketch ? measurer.sketch(text) : measurer.glyphs(text);
}

}  // namespace

DrawnLine DrawnCue::line(std::size_t begin, std::size_t end, DrawnDetail detail) const {
    LineBuilder builder;
    if (!canMeasure()) return {};
    const std::size_t from = std::min(text_.find_first_not_of(' ', begin), end);
    while (end > from && text_[end - 1] == ' ')
        --end;
    forEachPart(from, end, [&](const Stretch& stretch, std::size_t at, std::size_t to) {
        const std::string_view text = text_.substr(at, to - at);
        const double across = stretch.em * stretch.scale;
        const double up = stretch.em * stretch.scaleY;
        if (stretch.spacing == 0) {
            builder.add(glyphsOf(*stretch.measurer, text, detail), at, across, up);
            return;
        }
        // As in `spacedAdvanceOf`.
        for (std::size_t i = 0; i < text.size();) {
            const std::size_t length = decodeUtf8(text, i).length;
            const LineGlyphs letter = glyphsOf(*stretch.measurer, text.substr(i, length), detail);
            builder.add(letter, at + i, across, up);
            builder.move(stretch.spacing * stretch.scale);
            i += length;
        }
        builder.forgetBadClusters();
    });
    if (from == end) addEmptyBox(begin, from > begin, builder.line());
    return std::move(builder.line());
}

/// libass 0.17.1 (measured): a line of spaces is as high as one with letters, a line with nothing
/// half as high.
void DrawnCue::addEmptyBox(std::size_t at, bool hasSpaces, DrawnLine& line) const {
    const auto stretch = std::ranges::lower_bound(stretches_, at, {}, &Stretch::end);
    line.isEmpty = !hasSpaces;
    if (stretch == stretches_.end()) return;
    const FontMetrics& metrics = stretch->measurer->metrics();
    const double up = stretch->em * stretch->scaleY * (hasSpaces ? 1 : 0.5);
    line.ascent = metrics.winAscent.value * up;
    line.descent = metrics.winDescent.value * up;
}

}  // namespace subs
