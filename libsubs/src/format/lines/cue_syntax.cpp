// SPDX-License-Identifier: MIT
#include "format/lines/cue_syntax.h"

namespace subs::lines {

Result<std::int64_t> CueSyntax::unitsOf(Time time, Edge edge, const WriteOptions& options) const {
    return rounded(time, edge, options.rounding, info_.unit, options.timeline);
}

Time CueSyntax::timeOf(std::int64_t units, Edge) const {
    return Time::fromFlicks(units * info_.unit.flicks());
}

}  // namespace subs::lines
