// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/translation/dialect.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace subs::translation {

/// Reads a translation file; see `Format::read`. `options.language` says which of two texts: that
/// of the source where it is the source's language, else that of the target.
Parsed parsed(Origin origin, const ReadOptions& options, Dialect dialect);

/// The languages of the two texts of a file's units, as tags; a target alone where there is one.
struct TextLanguages {
    std::string source;
    std::string target;
};

/// Those of the file `text`. Of a TMX, which may have more, the second is `wanted` where that is
/// asked for and there, else the first that is not the source's. O(n) at worst.
TextLanguages languagesIn(std::string_view text, std::string_view wanted = {});

/// Which of the two a file is whose beginning this is, and why.
struct DialectFound {
    Dialect dialect = Dialect::Xliff;
    std::string reason;
    std::size_t begin = 0;
};

std::optional<DialectFound> dialectOf(std::string_view beginning);

}  // namespace subs::translation
