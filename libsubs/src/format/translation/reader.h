// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/translation/dialect.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace subs::translation {

/// Reads a translation file; see `Format::read`. `options.language` says which of two texts: that
/// of the source where it is the source's language, else that of the target.
Parsed parsed(Origin origin, const ReadOptions& options, Dialect dialect);

/// The languages of the texts of the file `text`, as tags: the source's, the target's (empty where
/// there is none), and what else a TMX has. O(n) at worst.
std::vector<std::string> languagesIn(std::string_view text);

/// Which of the two a file is whose beginning this is, and why.
struct DialectFound {
    Dialect dialect = Dialect::Xliff;
    std::string reason;
    std::size_t begin = 0;
};

std::optional<DialectFound> dialectOf(std::string_view beginning);

}  // namespace subs::translation
