// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue_text.h>

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// How the markup of a cue is edited: what did not change keeps its bytes, tags above all.
namespace subs {

/// Characters of a plain text and the bytes of markup that show them. What stands between two such
/// stretches are tags.
struct ShownStretch {
    std::size_t textBegin = 0;
    std::size_t textEnd = 0;
    std::size_t markupBegin = 0;
    std::size_t markupEnd = 0;

    /// It is the text itself, not one character spelt in some other way.
    bool isExact() const { return textEnd - textBegin == markupEnd - markupBegin; }
};

/// The markup of one cue as it is, and how the format writes and reads such markup.
struct PatchedMarkup {
    std::string_view markup;
    std::string_view plain;  ///< The text that it shows.
    /// All of that text, ascending in it; and in the markup, but where texts are read in another
    /// order than they stand in.
    std::span<const ShownStretch> shown;
    /// Appends the bytes [begin, end) of a plain text as markup.
    std::function<void(
        std::string& out, std::string_view plain, std::size_t begin, std::size_t end)>
        append;
    /// Reads markup; false where it says something that the edit must not change.
    std::function<bool(std::string_view markup, CueText& text)> read;
};

/// The markup with as few bytes changed as give `text`: only the characters that changed are
/// written anew, all tags stay as they are typed and in their order. A tag keeps to the characters
/// beside it that did not change; of tags inside of what changed `text` tells on which side of it
/// they come. Which side of a changed space, line break or U+200B a tag stands on may differ from
/// `text`. Nothing where that does not do, so that the markup has to be written anew. O(n log n).
std::optional<std::string> patchedMarkup(const PatchedMarkup& original, const CueText& text);

}  // namespace subs
