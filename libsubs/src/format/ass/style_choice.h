// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>
#include <subs/model/style_index.h>

#include "format/ass/text_writer.h"

#include <string_view>
#include <vector>

namespace subs::ass {

/// What a document's texts are written in, as far as styles depend on it.
struct ScriptsUsed {
    bool khmer = false;
    bool other = false;

    bool all() const { return khmer && other; }
};

/// The styles that a document is written with where it has none: one for Khmer, one for everything
/// else, as far as they are needed. The document's own styles otherwise.
class StyleChoice {
public:
    explicit StyleChoice(const Document& document);
    StyleChoice(const StyleChoice&) = delete;
    StyleChoice& operator=(const StyleChoice&) = delete;

    /// True where the choice would be the same for a document that had the cues of `part` too.
    bool covers(const Document& part) const;

    const std::vector<Style>& styles() const { return styles_; }
    /// The name of the style for `cue`.
    std::string_view nameFor(const Cue& cue) const;
    /// The style itself; one of our own where the document lacks it.
    const Style& styleFor(const Cue& cue) const;

private:
    std::vector<Style> styles_;
    StyleIndex index_;       ///< Of the document's.
    bool isOwn_ = false;     ///< The document's.
    ScriptsUsed used_;       ///< By the cues that the choice was made for.
    bool hasKhmer_ = false;  ///< A style of its own for Khmer, behind the default one.
};

/// What the text of `cue` is written for.
TextTarget textTarget(const Document& document, const StyleChoice& choice, const Cue& cue);

}  // namespace subs::ass
