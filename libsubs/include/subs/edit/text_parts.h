// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue_text.h>

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace subs {

/// The lines of `text`, one at least, without the '\n' between them; they borrow from it.
std::vector<std::string_view> linesIn(std::string_view text);

/// The bytes [begin, end) of `text` with the spans that lie over them, as far as they do; points at
/// both ends too. An opaque range that does not lie inside as a whole goes, for it stands for its
/// characters.
CueText partOf(const CueText& text, std::size_t begin, std::size_t end);

/// `parts` one below the other, each with its spans. Empty ones take no line.
CueText joinedLines(std::span<const CueText> parts);

}  // namespace subs
