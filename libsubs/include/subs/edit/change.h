// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace subs {

/// One cue that a change touches, at place `index` of the document's cues: `before` absent, it is
/// inserted there; `after` absent, it is removed; both there, it is replaced.
struct CueChange {
    std::size_t index = 0;
    std::optional<Cue> before;
    std::optional<Cue> after;
    friend bool operator==(const CueChange&, const CueChange&) = default;
};

/// The style at place `index` of the document's styles is another one.
struct StyleChange {
    std::size_t index = 0;
    Style before;
    Style after;
    friend bool operator==(const StyleChange&, const StyleChange&) = default;
};

/// An edit as a value: what was and what is. Steps are applied first to last; each index holds when
/// its turn comes. Styles are changed, never added or removed.
struct Change {
    std::vector<CueChange> steps;
    std::vector<StyleChange> styles = {};

    bool empty() const { return steps.empty() && styles.empty(); }
    friend bool operator==(const Change&, const Change&) = default;
};

/// Does `change` to `document`. The change must have been made for this state of it (asserted).
void apply(const Change& change, Document& document);

/// The change that takes `change` back.
Change inverse(const Change& change);

/// New times for a cue. Empty where nothing changes. `index` must be inside.
Change withTimes(const Document& document, std::size_t index, Time start, std::optional<Time> end);
/// New plain text for a cue; its spans stay with their characters (see `withPlain`).
Change withPlainText(const Document& document, std::size_t index, std::string_view plain);
/// `cue` inserted before place `index` (or at the end); it must have a new id.
Change withInserted(const Document& document, std::size_t index, Cue cue);
Change withRemoved(const Document& document, std::size_t index);

}  // namespace subs
