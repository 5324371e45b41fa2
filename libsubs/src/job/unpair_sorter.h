// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/job/unpair_files.h>

namespace subs {

/// How the lines of one document are told apart.
struct ChosenSorter {
    LineSorter sorter;
    UnpairBy by = UnpairBy::Any;
    LanguagePair languages;  ///< Empty where they are not known.
};

/// Chooses as `options` say; borrows `document`. Error "unpair.one-language".
Result<ChosenSorter> chosenSorter(const Document& document, const UnpairOptions& options);

}  // namespace subs
