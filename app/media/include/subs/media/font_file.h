// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace subs::media {

/// A font as a file has it.
struct FontFile {
    std::string name;   ///< The file's.
    std::string bytes;  ///< TrueType or OpenType, or a collection of them; not looked into.
};

/// Fonts of folders, and in words for a person what of them could not be had.
struct FontsOfFolders {
    std::vector<FontFile> fonts;
    std::vector<std::string> remarks;
};

/// The files of `folders` whose names end with .ttf, .otf, .ttc or .otc, in the order of the
/// folders and of their names, 256 MB of them at most.
FontsOfFolders fontsIn(const std::vector<std::filesystem::path>& folders);

}  // namespace subs::media
