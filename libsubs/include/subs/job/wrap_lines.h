// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/edit/wrap.h>

#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// A text that is in no file, in lines.
struct WrappedLines {
    std::vector<std::string> lines;
    double width = 0;     ///< Of the widest, in the limit's measure.
    bool fits = true;     ///< Each is narrow enough, and there are not too many.
    std::string message;  ///< Where they do not fit: what is wrong.
    std::vector<ReplacedFont> replacedFonts = {};  ///< As of `WrappedText`.
};

/// Breaks texts that are not in a document: one cue each, in the style of a text of `language`
/// (empty: by its script) on a canvas of 1920 × 1080. '\n' in `text` are its line breaks. Error
/// "font.none".
Result<WrappedLines> wrappedLines(std::string_view text,
                                  std::string_view language,
                                  CueWrapper& wrapper);

/// What became of texts, for programs: {"lines":[{"lines":[…],"width":…,"fits":true}, …]}.
std::string wrappedLinesJson(const std::vector<WrappedLines>& texts);

}  // namespace subs
