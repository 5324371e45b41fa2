// SPDX-License-Identifier: MIT
#pragma once

#include "format/ttml/content_reader.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace subs::ttml {

/// The ways in which TTML is used, each a format of its own.
enum class Dialect : std::uint8_t {
    Ttml,    ///< All others; new files are of the text profile of IMSC 1.1.
    EbuTtD,  ///< EBU Tech 3380
    Itt,     ///< iTunes Timed Text
    Netflix,
};

/// The dialect of a file and what shows it, for a person.
struct DialectFound {
    Dialect dialect = Dialect::Ttml;
    std::string reason;
    std::size_t begin = 0;  ///< Where the root element begins.
};

/// Of the beginning of a file, of which the root element and the head matter. Nothing for what is
/// no TTML.
std::optional<DialectFound> dialectOf(std::string_view beginning);

}  // namespace subs::ttml
