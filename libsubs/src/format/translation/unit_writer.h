// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>

#include "format/translation/content_writer.h"
#include "format/translation/unit.h"

#include <optional>
#include <string>
#include <string_view>

namespace subs::translation {

/// How units are written.
struct UnitContext {
    Dialect dialect = Dialect::Xliff;
    std::string_view prefix;   ///< Of names of elements, with its colon.
    std::string_view newline;  ///< Empty: all in one line.
    std::string_view indent;   ///< Before the unit.
    std::string_view sourceLanguage;
    std::string_view targetLanguage;  ///< Empty: there is no target.
    bool declaresMetadata = false;    ///< The prefix mda is not declared around it.
    bool isOwn = false;               ///< The cue is from a file of the same dialect.
};

/// A text in two languages.
struct UnitTexts {
    CueText source;
    std::optional<CueText> target;
};

/// Appends the unit of `cue`, whose words are `texts`, without a line end behind it. `id` is one
/// that no other unit has.
void appendUnit(std::string& out,
                const Cue& cue,
                const UnitTexts& texts,
                std::string_view id,
                const UnitContext& context);

/// The element that says `value` of a cue.
std::string fieldElement(std::string_view type, std::string_view value, Dialect dialect);

}  // namespace subs::translation
