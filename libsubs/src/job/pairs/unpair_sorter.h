// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/job/unpair_files.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace subs {

/// How the lines of one document are told apart.
struct ChosenSorter {
    LineSorter sorter;
    UnpairBy by = UnpairBy::Any;
    LanguagePair languages;  ///< Empty where they are not known.
    /// Why rows or styles may not be two languages: "1 cue stands beside 40 of the first".
    std::optional<std::string> doubt;
    /// Places of the cues whose letters are of one language and whose style is of the other, where
    /// neither is sure.
    std::vector<std::size_t> contrary = {};
};

/// Chooses as `options` say; borrows `document`. Error "unpair.one-language".
Result<ChosenSorter> chosenSorter(const Document& document, const UnpairOptions& options);

}  // namespace subs
