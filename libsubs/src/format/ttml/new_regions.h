// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>

#include "format/ttml/content_reader.h"
#include "format/ttml/names.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace subs::ttml {

/// "bottom", "topLeft" and the like.
std::string_view placeName(Alignment alignment);
/// "before", "center" or "after": where in its region a text at that place is.
std::string_view displayAlignAt(Alignment alignment);
/// "left", "center" or "right".
std::string_view textAlignAt(Alignment alignment);

/// A region element for texts at that place, 80 % of the picture. It says itself how they are
/// aligned, or by `style`, where there is one.
std::string regionElement(std::string_view id,
                          Alignment alignment,
                          const Names& names,
                          std::string_view style = {});

/// Regions for places of a file that cues are moved to: those that it has, else new ones in its
/// layout. A file without regions gets none, since all its other cues would then go to none.
class NewRegions {
public:
    /// With `styleFor` regions only refer to styles, as EBU-TT-D has it.
    NewRegions(const Head& head, const Names& names, StyleNamer styleFor)
        : head_(head), names_(names), styleFor_(std::move(styleFor)) {}

    std::optional<std::string> idFor(Alignment alignment);
    /// The new ones, and where in the file they go.
    const std::string& text() const { return text_; }
    std::optional<std::size_t> place() const { return head_.layoutEnd; }

private:
    const Head& head_;
    const Names& names_;
    StyleNamer styleFor_;
    std::array<std::string, 10> added_;  ///< Ids by alignment.
    std::string text_;
};

}  // namespace subs::ttml
