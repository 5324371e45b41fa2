// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>
#include <subs/job/format_choice.h>

#include <filesystem>

namespace subs {

/// In which format a file in `from` is written: in the one that was `asked` for, or in `from` where
/// that is null, or was chosen by the ending of `output` and `from` has the same.
const Format& targetFor(const Format& from,
                        const Format* asked,
                        FormatChoice choice,
                        const std::filesystem::path& output);

}  // namespace subs
