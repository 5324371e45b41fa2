// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/measure.h>
#include <subs/text/segment.h>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace subs {

/// How much text a line holds. Invisible characters count nothing anywhere (text/count.h).
struct LineCount {
    std::size_t codePoints = 0;
    std::size_t clusters = 0;
    std::size_t columns = 0;
    std::size_t words = 0;
    std::optional<LineExtent> drawn = {};  ///< Where there was a font to measure in.
};

/// Counts `line`, which has no line break in it, and measures it where there is a `measurer`.
LineCount countsOf(std::string_view line, Segmenter& segmenter, const Measurer* measurer = nullptr);

/// As a line of text: code points, clusters, columns, words and, where measured, the width in ems
/// with three decimals, a tab between them.
std::string countText(const LineCount& count);
/// As JSON: `{"lines":[{"code_points":5,"clusters":2,"columns":2,"words":1,"em":2.1,
/// "missing_glyphs":0}],"font":"..."}`, `font` and the last two where measured.
std::string countJson(std::span<const LineCount> counts, const Measurer* measurer = nullptr);

}  // namespace subs
