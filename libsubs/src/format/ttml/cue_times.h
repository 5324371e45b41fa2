// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/edges.h"
#include "format/ttml/edge_units.h"
#include "format/ttml/parameters.h"
#include "format/ttml/rules.h"

#include <cstddef>
#include <string>

namespace subs::ttml {

/// The times of the cues of a new file.
class CueTimes {
public:
    /// All are borrowed.
    CueTimes(const Document& document, const WriteOptions& options, const DialectRules& rules);
    CueTimes(const CueTimes&) = delete;
    CueTimes& operator=(const CueTimes&) = delete;

    /// ` begin="…" end="…"`. The error names the cue.
    Result<std::string> attributes(std::size_t index) const;
    /// What the times of a cue lose.
    void plan(std::size_t index, LossReport& losses) const;

private:
    bool hasEnd(const Cue& cue) const;
    Result<std::string> spelt(const Cue& cue, Time time, Edge edge) const;
    /// The same of a file that counts frames.
    void planFrames(std::size_t index, LossReport& losses) const;

    const Document& document_;
    const DialectRules& rules_;
    EdgeRounder edges_;
    Parameters parameters_;
    EdgeUnits units_;  ///< Of `parameters_`.
};

/// The rate that time codes of a new file count by: that of the film where it is known, else that
/// of most films.
Parameters timeCodeParameters(const WriteOptions& options);

/// Time codes a second and what they are multiplied with, as ttp:frameRate and
/// ttp:frameRateMultiplier say it: "24" and "1000 1001".
struct RateText {
    std::string rate;
    std::string multiplier;
};
RateText rateText(const Parameters& parameters);

}  // namespace subs::ttml
