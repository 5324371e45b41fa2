// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>
#include <subs/model/style_index.h>

#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

namespace subs {

/// A stretch of a cue's plain text, and who names its font.
struct FontRun {
    static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::size_t span = kNone;      ///< Of the cue, where one names it.
    const Style* style = nullptr;  ///< Of the document, else; null where there is none.
};

/// The stretches of `cue`, which they cover in their order. The last of several spans counts; `\r`
/// goes back to the style of the cue or to the one that it names. O(spans · log spans).
std::vector<FontRun> fontRunsOf(const StyleIndex& styles, const Cue& cue);

/// The name of the run's font, or nothing where nobody names one.
std::string_view fontNameOf(const FontRun& run, const Cue& cue);

}  // namespace subs
