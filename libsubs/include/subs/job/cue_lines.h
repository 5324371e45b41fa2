// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// The line, from 1, at which each cue of `document` begins in the file that it was read from; 0
/// for one that is not in it.
std::vector<std::uint32_t> cueLinesOf(const Document& document);
/// The same of one cue.
std::uint32_t lineOfCue(const Document& document, std::size_t index);

/// "cue 3", or with its label "cue 3 (\"12\")"; `index` is its place in the document.
std::string cueName(const Cue& cue, std::size_t index);

/// The line of the first stretch of the file that is no cue and no style and holds `content`; 0
/// where there is none.
std::uint32_t lineOfRaw(const Document& document, std::string_view content);

/// A place in a text.
struct TextPlace {
    std::uint32_t line = 0;    ///< From 1.
    std::uint32_t column = 0;  ///< From 1, in bytes.
};

/// Where byte `at` of `text` is.
TextPlace placeIn(std::string_view text, std::size_t at);

}  // namespace subs
