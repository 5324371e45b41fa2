// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace testing {

/// A line of samples/seven-lanterns.tsv.
struct TableCue {
    std::string track;
    std::int64_t first = 0;
    std::int64_t last = 0;
    std::string speaker;
    std::string style;
    std::string text;  ///< Lines joined by '\n', without <i> and </i>.
};

/// The cues of one track, in the order of the file.
std::vector<TableCue> tableCues(const std::string& track);

}  // namespace testing
