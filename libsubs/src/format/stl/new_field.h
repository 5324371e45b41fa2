// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>
#include <subs/model/document.h>

#include "format/stl/text_field.h"

#include <optional>
#include <string>
#include <string_view>

namespace subs::stl {

/// How the text of a cue is put into bytes.
struct NewFieldContext {
    const Document& document;
    const Style* style = nullptr;  ///< That the cue is shown in.
    FieldContext field;
    bool isDoubleHeight = false;   ///< Rows of teletext take two.
    LossReport* losses = nullptr;  ///< May be null.
};

/// The first character of `plain` that `table` does not have, nor anything that stands for it.
std::optional<char32_t> unheldIn(std::string_view plain, const CharacterTable& table);

/// Appends the bytes [begin, end) of `plain`, lines parted as in a new field, and tells what is
/// written in another way. Answers the first character that there is nothing for.
std::optional<char32_t> appendLetters(std::string& out,
                                      std::string_view plain,
                                      std::size_t begin,
                                      std::size_t end,
                                      const NewFieldContext& context,
                                      CueId cue);

/// The text field of `cue`, in whose text `unheldIn` finds nothing. Tells what is lost. O(n log n).
std::string newField(const Cue& cue, const NewFieldContext& context);

/// True where the text of a cue that is shown in `style`, which may be null, has a colour that is
/// not white.
bool hasColor(const Style* style, const Cue& cue);

}  // namespace subs::stl
