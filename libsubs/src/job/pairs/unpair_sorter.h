// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/job/unpair_files.h>

#include <optional>
#include <string>

namespace subs {

/// How the lines of one document are told apart.
struct ChosenSorter {
    LineSorter sorter;
    UnpairBy by = UnpairBy::Any;
    LanguagePair languages;  ///< Empty where they are not known.
    /// Why rows or styles may not be two languages: "1 cue stands beside 40 of the first".
    std::optional<std::string> doubt;
};

/// Chooses as `options` say; borrows `document`. Error "unpair.one-language".
Result<ChosenSorter> chosenSorter(const Document& document, const UnpairOptions& options);

}  // namespace subs
