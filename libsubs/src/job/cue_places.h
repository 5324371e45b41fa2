// SPDX-License-Identifier: MIT
#pragma once

#include <subs/job/cue_lines.h>
#include <subs/text/newline.h>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace subs {

/// Where the plain text of one cue stands in its stretch of the file. Markup is ASCII but for names
/// and comments, and the text comes last, so that what is no ASCII is found from the end on, and
/// ASCII by what stands beside it.
class CuePlaces {
public:
    /// `stretch` begins in line `line` of the file. O(plain + stretch).
    CuePlaces(std::string_view plain, std::string_view stretch, std::uint32_t line);

    /// Where byte `at` of the plain text is; of ascending bytes one after the other. The cue's
    /// first line, without a column, where that is not known.
    TextPlace of(std::size_t at);

private:
    static constexpr std::uint32_t kUnknown = 0xFFFF'FFFF;

    void placeAscii(std::string_view plain, std::string_view stretch);

    std::vector<std::uint32_t> inStretch_;  ///< Of each byte.
    LineReader lines_;
    std::size_t stretchSize_;
    std::uint32_t line_;
};

}  // namespace subs
