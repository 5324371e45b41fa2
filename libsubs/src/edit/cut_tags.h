// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace subs {

/// How much is taken off the beginning of a cue, and how long it lasts before that, in
/// milliseconds; without an end that is not known.
struct TagCut {
    std::int64_t by = 0;
    std::optional<std::int64_t> duration;
};

/// `tags`, tags of ASS as an opaque mark has them, whose times count from the beginning of a cue,
/// as those of the rest of it. Defaults and special numbers (no times: all of the cue; `\t` to 0;
/// -1 in `\fade`) as libass 0.17 has them (ass_parse.c). A tag that needs the end of a cue which
/// has none stays.
std::string cutTags(std::string_view tags, const TagCut& cut);

/// The tags of a drawing likewise.
std::string cutDrawing(std::string_view drawing, const TagCut& cut);

}  // namespace subs
