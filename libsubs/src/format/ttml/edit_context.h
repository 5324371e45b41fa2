// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>
#include <subs/model/time_move.h>

#include "format/ttml/cue_reader.h"
#include "format/ttml/edge_units.h"
#include "format/ttml/names.h"
#include "format/ttml/rules.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace subs::ttml {

/// A cue as its file has it, with all that is needed to read it again.
struct Original {
    Cue cue;
    const Paragraph* paragraph = nullptr;  ///< Borrowed: it is gone when the next is read.
    std::uint32_t element = 0;
    ParagraphText text;

    const ContentElement& own() const { return paragraph->elements[element]; }
    const ContentElement& base() const { return paragraph->elements[text.base]; }
};

struct TypicalTag;

/// What an edit is done with.
struct EditContext {
    const Document& document;
    const Head& head;
    const Names& names;
    const DialectRules& rules;
    const EdgeUnits& units;
    Rounding rounding = Rounding::Nearest;
    LetterSizes sizes;
    /// The id of a region for texts at that place, aligned so; nothing where there can be none.
    std::function<std::optional<std::string>(Alignment)> regionFor;
    /// Whether no other cue has its label.
    std::function<bool(const Cue&)> hasOwnLabel;
    /// An id that no cue has, for one without a label.
    std::function<std::string(const Cue&)> idFor = {};
    /// The ids of styles, where content refers to styles for all that it looks like (EBU-TT-D).
    StyleNamer styleFor = {};
    /// How the times of the film went; null where each cue was edited on its own. Borrowed.
    const MovedTimes* moved = nullptr;
    /// Whether a cue of the file begins or ends then, as it is read.
    std::function<bool(Time)> hasEdge = {};
    /// What a new cue is written like; null: like its neighbour. Borrowed.
    std::function<const TypicalTag*(const Cue& cue, const Original& neighbour)> likeFor = {};
};

}  // namespace subs::ttml
