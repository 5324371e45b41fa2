// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>
#include <subs/model/document.h>

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace subs {

/// A cue as a format has it.
struct CueInFormat {
    Cue cue;
    /// What it looks like as a whole, where the format names no styles, so that reading makes names
    /// of them up (TTML): by its name alone nobody would know the style.
    std::optional<Style> look = {};
};

/// Cues `places` of `document` as `format` has them: written in it and read again, one for each
/// place; nothing for one that it cannot hold, or would make several of. They belong to no
/// document: no id, no piece. Styles are named as `format` names those of a new file. O(n).
std::vector<std::optional<CueInFormat>> cuesInTermsOf(const Format& format,
                                                      const Document& document,
                                                      std::span<const std::size_t> places,
                                                      const WriteOptions& options);

}  // namespace subs
