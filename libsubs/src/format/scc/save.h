// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>

#include "format/scc/file.h"
#include "format/scc/program.h"

#include <optional>
#include <string>

namespace subs::scc {

/// True where `document` says what its file says.
bool isUntouched(const Document& document, const SccFile& file, Program& program);

/// The file of `document` with the captions written anew that changed; all other lines stay as they
/// are. Nothing where that cannot be: the file is no simple one, or cues overlap or are not in the
/// order of time. Tells `losses`, which may be null, what comes later than it should.
Result<std::optional<std::string>> patchedFile(const Document& document,
                                               const SccFile& file,
                                               Program& program,
                                               LossReport* losses);

/// Tells that a caption is shown at `shown` in place of `wanted`.
void reportLate(const Cue& cue,
                std::int64_t wanted,
                std::int64_t shown,
                const TimeCodes& codes,
                LossReport* losses);

}  // namespace subs::scc
