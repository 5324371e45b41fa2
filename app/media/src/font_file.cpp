// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/base/file.h>
#include <subs/media/font_file.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <system_error>
#include <utility>

namespace subs::media {
namespace {

namespace fs = std::filesystem;

/// They are held in memory as long as something is drawn with them.
constexpr std::uintmax_t kMostBytes = 256 << 20;

bool isFont(const fs::path& path) {
    std::string ending = path.extension().string();
    std::ranges::transform(
        ending, ending.begin(), [](char c) { return static_cast<char>(c | 0x20); });
    constexpr std::array<std::string_view, 4> kEndings{".ttf", ".otf", ".ttc", ".otc"};
    return std::ranges::find(kEndings, ending) != kEndings.end();
}

/// In the order of their names.
std::vector<fs::path> fontPathsIn(const fs::path& folder, std::vector<std::string>& remarks) {
    std::vector<fs::path> paths;
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error))
        if (isFont(entries->path())) paths.push_back(entries->path());
    if (error)
        remarks.push_back(
            fmt::format("the fonts in {} cannot be read: {}", folder.string(), error.message()));
    std::ranges::sort(paths);
    return paths;
}

}  // namespace

FontsOfFolders fontsIn(const std::vector<fs::path>& folders) {
    FontsOfFolders found;
    std::uintmax_t room = kMostBytes;
    for (const fs::path& folder : folders) {
        for (const fs::path& path : fontPathsIn(folder, found.remarks)) {
            std::error_code error;
            const std::uintmax_t size = fs::file_size(path, error);
            if (!error && size > room) {
                found.remarks.push_back(
                    fmt::format("the font {} is left out: there are more than {} MB of them",
                                path.string(),
                                kMostBytes >> 20));
                continue;
            }
            auto bytes = readFile(path);
            if (!bytes) {
                found.remarks.push_back(fmt::format(
                    "the font {} is not used: {}", path.string(), bytes.error().message));
                continue;
            }
            room -= std::min<std::uintmax_t>(bytes->size(), room);
            found.fonts.push_back({path.filename().string(), std::move(*bytes)});
        }
    }
    return found;
}

}  // namespace subs::media
