// SPDX-License-Identifier: MIT
#include "job/other_rate.h"

#include <fmt/format.h>

#include <string>

namespace subs {

Diagnostic otherRateRemark(const OwnRate& own, const Format& format, const KnownFrames& asked) {
    const std::string rate = formatted(asked.timeline.averageRate().framesPerSecond());
    std::string message = fmt::format("the file counts {} frames a second, and {} {}: ",
                                      formatted(own.rate.framesPerSecond()),
                                      asked.source.empty() ? "--fps says" : asked.source + " has",
                                      rate);
    message += own.yields
                   ? "its frames are read and written as those, and what it says of its rate "
                     "stays"
                   : "in its own format its rate stays, and its times are put on its own frames";
    if (!own.isOnly)
        message += fmt::format(
            "; for a file of that rate convert it to json, and that to {}{} "
            "--fps {}",
            format.info().id,
            own.yields ? ", both with" : " with",
            rate);
    return {Severity::Warning, 0, 0, "convert.other-rate", std::move(message)};
}

}  // namespace subs
