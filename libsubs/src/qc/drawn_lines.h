// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>
#include <subs/text/measure.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace subs {

/// How wide a line of a cue is in the picture.
struct DrawnWidth {
    Em em;             ///< In ems of the font of the cue's style.
    double share = 0;  ///< Of the picture's width.
    std::string font;  ///< Family that was measured in.
};

/// Measures lines of cues in the style that they are shown in: their own, or in a document without
/// styles that of the language. Spans that change font, size, weight or slant are heeded. Keeps
/// fonts open.
class DrawnLines {
public:
    /// Whether all fonts that the line is asked to be drawn in are on this machine. `line` lies in
    /// `cue.text.plain`.
    bool hasFonts(const Document& document, const Cue& cue, std::string_view line);
    /// Nothing where there is no font at all. Fonts that are not here are replaced by what
    /// fontconfig gives.
    std::optional<DrawnWidth> widthOf(const Document& document,
                                      const Cue& cue,
                                      std::string_view line);

private:
    using FaceKey = std::pair<std::string, FaceChoice>;

    const Measurer* measurerFor(const FaceKey& key);

    std::map<FaceKey, std::optional<Measurer>> measurers_;
};

}  // namespace subs
