// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "container.h"

#include <cstdint>

// What goes from one film into another as it is.
namespace subs::media {

/// A stream of `to` like `from`, for its packets; null where there is no memory.
AVStream* addCopyOf(const AVStream& from, AVFormatContext& to);

/// The chapters of `film`, `off` microseconds earlier. False where there is no memory.
bool copyChapters(const Container& film, std::int64_t off, AVFormatContext& to);

/// What is said of `film` as a whole, but for what kind of MP4 it is.
void copyTags(const Container& film, AVFormatContext& to);

}  // namespace subs::media
