// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/style.h>

#include "format/ttml/content_reader.h"
#include "format/ttml/letter_sizes.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace subs::ttml {

/// The styles that the cues of a file are shown in. TTML has none with a name that says all: what a
/// cue looks like comes from its elements, styles and region together. Each look that there is
/// becomes a style, named after its region.
class StyleTable {
public:
    /// For texts in `language`, on a canvas of that size.
    StyleTable(std::string_view language, const Parameters& parameters);

    /// The name of the style for `element`; empty for what is shown as any format shows it.
    const std::string& nameFor(const ContentElement& element, const Head& head);
    /// Says that a text for which `nameFor` gave no name has sizes inside of it, which are told as
    /// those of a style are.
    void noteSizes() { hasSizes_ = true; }
    /// All of them, where there are some, or sizes, with one named "Default" for the cues without.
    std::vector<Style> takeStyles();
    const LetterSizes& sizes() const { return sizes_; }

private:
    Style styleFor(const ContentElement& element, const Head& head) const;
    std::string freeName(std::string_view wish);

    Style usual_;
    std::int32_t width_;
    std::int32_t height_;
    LetterSizes sizes_;
    std::vector<Style> styles_;
    std::vector<std::string> names_ = {""};
    std::set<std::string> taken_;                 ///< `names_` but for the first.
    std::map<std::string, std::size_t> numbers_;  ///< That each name was last made free with.
    std::map<std::string, std::size_t> known_;    ///< Index of `names_` by what it looks like.
    Look lastLook_;
    RegionChoice lastRegion_;
    bool lastHasAlign_ = false;
    std::size_t last_ = 0;  ///< Of `names_`.
    bool hasPlain_ = false;
    bool hasSizes_ = false;
};

}  // namespace subs::ttml
