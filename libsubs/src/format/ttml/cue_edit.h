// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/format/loss_report.h>
#include <subs/model/document.h>

#include "format/edges.h"
#include "format/ttml/cue_reader.h"
#include "format/ttml/names.h"
#include "format/ttml/rules.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace subs::ttml {

/// A cue as its file has it, with all that is needed to read it again.
struct Original {
    Cue cue;
    Paragraph paragraph;
    std::uint32_t element = 0;
    ParagraphText text;
};

/// What an edit is done with.
struct EditContext {
    const Document& document;
    const Head& head;
    const Names& names;
    const DialectRules& rules;
    const EdgeRounder& edges;
    Rounding rounding = Rounding::Nearest;
    double unit = 1;  ///< The size of letters of factor 1.
    /// The id of a region for texts at that place, aligned so; nothing where there can be none.
    std::function<std::optional<std::string>(Alignment)> regionFor;
    /// Whether no other cue has its label.
    std::function<bool(const Cue&)> hasOwnLabel;
    /// An id that no cue has, for one without a label.
    std::function<std::string(const Cue&)> idFor = {};
    /// The ids of styles, where content refers to styles for all that it looks like (EBU-TT-D).
    StyleNamer styleFor = {};
};

/// Appends a cue of a file with nothing but what changed written anew. Errors: a cue that shall be
/// shown when what is around it is not.
Result<void> appendEdited(std::string& out,
                          const Cue& cue,
                          const Original& original,
                          const EditContext& context);

/// Appends a cue that is not in the file, for the place of `neighbour`: a paragraph beside its
/// paragraph, or a span beside its span.
Result<void> appendAdded(std::string& out,
                         const Cue& cue,
                         const Original& neighbour,
                         const EditContext& context);

/// What of an edit is not written.
void planEdit(const Cue& cue,
              const Original& original,
              const EditContext& context,
              LossReport& losses);

}  // namespace subs::ttml
