// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/model/document.h>

#include "format/translation/cue_reader.h"

#include <optional>
#include <string>

namespace subs::translation {

/// A cue as its file has it, and the unit that it is of.
struct Original {
    Cue cue;
    Unit unit;
};

/// The unit of `cue`, which `file` has as `piece`, with nothing but what changed written anew.
/// Nothing where the text cannot be put into the unit.
std::optional<std::string> editedUnit(const Cue& cue,
                                      const Original& original,
                                      const TranslationFile& file,
                                      std::string_view text);

}  // namespace subs::translation
