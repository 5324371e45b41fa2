// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>
#include <subs/text/measure.h>

#include "model/cue_layout.h"
#include "model/drawn_line.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace subs {

/// How wide a line of a cue is in the picture.
struct DrawnWidth {
    Em em;             ///< In ems of the font of the cue's style.
    double share = 0;  ///< Of the picture's width.
    std::string font;  ///< Family that was measured in.
};

/// What lines are measured in instead of what the document says.
struct DrawnAs {
    std::optional<std::string> family = {};
    std::optional<double> size = {};    ///< In canvas units, as `Style::fontSize`.
    std::optional<double> aspect = {};  ///< The picture's width divided by its height.
};

/// The text of one cue, ready to be measured. Borrows the text and the fonts of its maker.
class DrawnCue {
public:
    /// False where there is no font at all.
    bool canMeasure() const { return canMeasure_; }
    /// Whether all fonts that the bytes [begin, end) are asked to be drawn in are on this machine.
    bool hasFonts(std::size_t begin, std::size_t end) const;
    /// Of the fonts that the file itself names, those that are not: each once.
    std::vector<ReplacedFont> replacedFonts() const;
    /// Whether the file itself names the font of the letter at byte `at`.
    bool namesFont(std::size_t at) const;
    /// The font in use there; empty where there is none.
    std::string_view fontAt(std::size_t at) const;
    /// The space that is put between the letters of Khmer in the bytes [begin, end), in canvas
    /// units; 0 without any.
    double khmerSpacing(std::size_t begin, std::size_t end) const;
    /// The bytes [begin, end), which hold no line break, on a line of their own.
    DrawnLine line(std::size_t begin, std::size_t end, DrawnDetail detail) const;
    const Placement& placement() const { return placement_; }
    /// How far the pen moves over the bytes [begin, end), on a line of their own, in canvas units.
    double advance(std::size_t begin, std::size_t end) const;
    /// The same, or what the ink covers where that is more: signs may hang over the pen's ends.
    double extent(std::size_t begin, std::size_t end) const;
    /// How far from `begin` the pen is at each of `offsets` (ascending), in one line of them all.
    void pens(std::size_t begin,
              std::span<const std::uint32_t> offsets,
              std::vector<double>& result) const;
    /// `units` of the canvas as a width.
    DrawnWidth width(double units) const;

private:
    friend class DrawnLines;

    /// A stretch of the text in one look.
    struct Stretch {
        std::size_t begin = 0;
        std::size_t end = 0;
        const Measurer* measurer = nullptr;
        double em = 0;           ///< Of its font, in canvas units.
        double scale = 1;        ///< In the direction of the line.
        double scaleY = 1;       ///< Across it.
        double spacing = 0;      ///< After each letter, in canvas units.
        bool isOwnFont = false;  ///< The font that was asked for is the one that is measured in.
        bool isNamed = false;    ///< The file asked for it.
        const std::string* asked = nullptr;

        /// Of `text`, in canvas units before `scale`.
        double advanceOf(std::string_view text) const;
        double spacedAdvanceOf(std::string_view text) const;
        /// In canvas units.
        std::vector<double> pens(std::string_view text,
                                 std::span<const std::uint32_t> offsets) const;
    };

    const Stretch* stretchAt(std::size_t at) const;
    void addEmptyBox(std::size_t at, bool hasSpaces, DrawnLine& line) const;

    /// Calls `use(stretch, from, to)` for the parts of stretches inside [begin, end).
    template <class Use>
    void forEachPart(std::size_t begin, std::size_t end, Use use) const {
        auto stretch = std::ranges::upper_bound(stretches_, begin, {}, &Stretch::end);
        for (; stretch != stretches_.end() && stretch->begin < end; ++stretch)
            use(*stretch, std::max(begin, stretch->begin), std::min(end, stretch->end));
    }

    std::string_view text_;
    std::vector<Stretch> stretches_;  ///< Ascending, one where the other ends.
    bool canMeasure_ = true;
    Placement placement_;
    std::string font_;
    double styleEm_ = 1;
    double canvas_ = 1;
};

/// Measures lines of cues in the style that they are shown in: their own, or in a document without
/// styles that of the language. Spans that change font, size, weight or slant are heeded, and so
/// are ASS tags that stretch and space letters. Keeps fonts open. Fonts that are not on this
/// machine are replaced by what fontconfig gives.
class DrawnLines {
public:
    DrawnLines() = default;
    explicit DrawnLines(DrawnAs instead) : instead_(std::move(instead)) {}

    /// Of the plain text of `cue`, which must outlive the answer.
    DrawnCue prepared(const Document& document, const Cue& cue);

private:
    using FaceKey = std::pair<std::string, FaceChoice>;
    using Measurers = std::map<FaceKey, std::optional<Measurer>>;

    const Measurers::value_type& measurerFor(FaceKey key);
    Style shownStyle(const Document& document, const Cue& cue) const;

    DrawnAs instead_;
    Measurers measurers_;
};

}  // namespace subs
