// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>

#include "format/scc/file.h"
#include "format/scc/program.h"

#include <optional>
#include <string>

namespace subs::scc {

/// The file of `document` with other time codes where all captions were moved by one length of
/// time, or one number of frames, and nothing else is another: every line of pairs is moved by as
/// many frames as the first caption, and keeps all else that it says. Nothing where that is not so,
/// or where a line of a simple file would begin before the first frame, as its caption may come
/// late. Error: that of `inPlaceRefusal`, where a line of another file would, or a line would reach
/// beyond the last frame that time codes count.
Result<std::optional<std::string>> movedFile(const Document& document,
                                             const SccFile& file,
                                             const Program& program);

}  // namespace subs::scc
