// SPDX-License-Identifier: MIT
#include <subs/job/ports.h>

#include <algorithm>
#include <system_error>

namespace subs {

std::vector<std::filesystem::path> fontFoldersBeside(
    const std::vector<std::filesystem::path>& files) {
    std::vector<std::filesystem::path> folders;
    for (const std::filesystem::path& file : files) {
        if (file.empty() || file == "-") continue;
        for (const char* name : {"fonts", "Fonts"}) {
            std::error_code error;
            const auto folder = std::filesystem::weakly_canonical(file.parent_path() / name, error);
            const bool isThere = !error && std::filesystem::is_directory(folder, error);
            if (isThere && std::ranges::find(folders, folder) == folders.end())
                folders.push_back(folder);
        }
    }
    return folders;
}

}  // namespace subs
