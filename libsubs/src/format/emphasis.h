// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue_text.h>
#include <subs/model/style.h>

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

// Bold, italic, underline and strike, which spans switch on and off over a style that has them or
// not.
namespace subs {

/// One of the four.
struct Emphasis {
    SpanKind kind;
    bool Style::*base;
    std::string_view feature;  ///< A name of format/features.h.

    /// Whether `style`, which may be null, has it.
    bool isIn(const Style* style) const { return style && style->*base; }
};

/// All of them, in the order of `SpanKind`.
extern const std::array<Emphasis, 4> kEmphases;

struct EmphasisRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// True of a span that switches its kind on; a weight does from 600, OpenType's semi-bold, on.
bool isOn(const Span& span);

/// Where `text` is shown so over a style that `isInStyle`: in each place the span that began last
/// decides, where there is none the style. O(n log n).
std::vector<EmphasisRange> emphasisRanges(const CueText& text, SpanKind kind, bool isInStyle);

/// True where each span of `kind` simply switches it on over a style without it, so that the spans
/// are the ranges.
bool isSimpleEmphasis(const CueText& text, SpanKind kind, bool isInStyle);

}  // namespace subs
