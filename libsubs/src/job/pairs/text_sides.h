// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/edit/unstack.h>
#include <subs/format/registry.h>

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace subs {

/// A file that says itself which of its texts is in which of two languages: the source and the
/// target of a translation file, two columns of a table.
struct TextSides {
    Document document;       ///< Both texts in each cue, one above the other.
    LineSorter sorter;       ///< Of that document.
    LanguagePair languages;  ///< As tags; empty where the file does not say it.
    /// Places of the cues that have a text in the other language alone.
    std::array<std::vector<std::size_t>, 2> missing;
    /// What subtitles get of neither: notes, states, a third language.
    LossReport unread;
};

/// Both texts of what `read` was read from, that in the first language of `asked` first; without
/// `asked` the source, or the column that is before the other. Nothing where the file has one text
/// a cue. Error "unpair.languages" where it is in neither language of `asked`.
Result<std::optional<TextSides>> textSidesOf(const ReadDocument& read, const LanguagePair& asked);

}  // namespace subs
