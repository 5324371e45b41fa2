// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/ttml/dialect.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace subs::ttml {

/// How times are written in new files.
enum class TimeSpelling : std::uint8_t {
    Milliseconds,  ///< 00:00:01.500
    Frames,        ///< SMPTE time codes: 00:00:01:12
    Ticks,         ///< 15000000t, ten million a second
};

/// What a dialect holds, and how its new files look. One writer writes all of them.
struct DialectRules {
    Dialect dialect = Dialect::Ttml;
    std::string_view id;
    std::string_view name;
    std::vector<std::string_view> extensions;
    TimeSpelling times = TimeSpelling::Milliseconds;
    /// The features of format/features.h that it holds in full.
    std::vector<std::string_view> holds;

    bool has(std::string_view feature) const;
};

const DialectRules& rulesOf(Dialect dialect);
/// By the id of a format; null for one that is no TTML.
const DialectRules* rulesNamed(std::string_view id);

/// What the capabilities of the format say.
FormatInfo infoOf(const DialectRules& rules);

}  // namespace subs::ttml
