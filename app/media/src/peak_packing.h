// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/sound_port.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace subs::media {

/// The bins of one chunk, packed; empty where all are silent.
std::string packedBins(std::span<const Peak> bins);
/// The bins again; nothing where the bytes are damaged.
std::optional<std::vector<Peak>> unpackedBins(std::string_view packed);

}  // namespace subs::media
