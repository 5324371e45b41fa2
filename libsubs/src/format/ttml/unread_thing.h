// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>

#include <string>
#include <string_view>

namespace subs::ttml {

/// Something that a cue has in its file, and a document has no word for.
struct UnreadThing {
    std::string_view feature;  ///< A name of format/features.h.
    LossSeverity severity = LossSeverity::Dropped;
    std::string before;  ///< As the file has it, or in words.

    friend bool operator==(const UnreadThing&, const UnreadThing&) = default;
};

}  // namespace subs::ttml
