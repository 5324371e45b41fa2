// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/vtt/looks.h"
#include "format/vtt/region.h"

#include <memory>
#include <string_view>
#include <vector>

namespace subs::vtt {

/// See `Format::read`.
Parsed parsed(Origin origin, const ReadOptions& options);
/// See `Format::partReader`.
std::unique_ptr<PartReader> partReader(const ReadOptions& options);

/// What stands before the first cue of a file.
struct FileHead {
    std::string_view title;
    Regions regions;
    ClassLooks looks;
};
FileHead headOf(std::string_view text);

}  // namespace subs::vtt
