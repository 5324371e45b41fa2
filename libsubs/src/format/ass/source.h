// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include "format/ass/values.h"

#include <cstdint>
#include <string_view>

namespace subs::ass {

/// Where a document comes from, for one that is written as `dialect`.
enum class Source : std::uint8_t {
    SameFile,      ///< Read from this dialect: the file is patched.
    OtherDialect,  ///< Read from the other one: the file is kept, its styles and events written
                   ///< anew.
    Elsewhere,     ///< Made here or read from another format: a new file.
};
Source sourceOf(const Document& document, Dialect dialect);

Dialect otherThan(Dialect dialect);

}  // namespace subs::ass
