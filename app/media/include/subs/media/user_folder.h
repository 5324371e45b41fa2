// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>

namespace subs::media {

/// A folder of the user by the XDG Base Directory Specification 0.8: what the variable `name` says,
/// else `usual` in $HOME; nothing where neither is an absolute path (a relative one is invalid
/// there and to be ignored).
std::optional<std::filesystem::path> userFolder(const char* name, const char* usual);

}  // namespace subs::media
