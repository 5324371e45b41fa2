// SPDX-License-Identifier: MIT
#pragma once

#include "format/json/scanner.h"

#include <optional>
#include <string_view>
#include <vector>

namespace subs::json {

/// What stands where in a file: an object with a list `cues`, or such a list alone.
struct FileLayout {
    std::vector<Member> members;    ///< Of the object, without the cues and those of `repeated`.
    std::optional<ByteRange> cues;  ///< Inside of the brackets of the list, as far as it goes.
    std::vector<ByteRange> items;   ///< Its elements, up to the first flaw.
    std::optional<ByteRange> root;  ///< Inside of the brackets of the object.
    std::optional<Flaw> flaw;       ///< What ends the reading.
    /// Members with a meaning, and of objects in these, that say something else than a later one of
    /// their name, which counts, and all `cues` but those that are read: the last list, or one
    /// before it where that is empty.
    std::vector<Member> repeated;
};

/// The layout of `text`. O(n).
FileLayout layoutOf(std::string_view text);

}  // namespace subs::json
