// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/media/user_folder.h>

#include <cstdlib>

namespace subs::media {

std::optional<std::filesystem::path> userFolder(const char* name, const char* usual) {
    const auto absolute = [](const char* variable) -> std::optional<std::filesystem::path> {
        const char* value = std::getenv(variable);  // NOLINT(concurrency-mt-unsafe): read only
        if (value == nullptr || !std::filesystem::path(value).is_absolute()) return std::nullopt;
        return std::filesystem::path(value);
    };
    if (auto folder = absolute(name)) return folder;
    if (const auto home = absolute("HOME")) return *home / usual;
    return std::nullopt;
}

}  // namespace subs::media
