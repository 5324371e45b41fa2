// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace subs::cli {

/// True of a file that begins like a film or sound container (MP4, Matroska, AVI, MPEG, Ogg, FLV,
/// ASF, WAV, MP3, FLAC), and of none that cannot be read. Reads its first bytes.
bool isMediaFile(const std::filesystem::path& path);

}  // namespace subs::cli
