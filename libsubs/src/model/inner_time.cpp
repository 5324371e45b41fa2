// SPDX-License-Identifier: MIT
#include "model/inner_time.h"

#include <subs/time/clock.h>

namespace subs {

std::optional<Time> innerTimeOf(const Span& span) {
    const auto time = parseDuration(span.value);
    return time ? std::optional(*time) : std::nullopt;
}

}  // namespace subs
