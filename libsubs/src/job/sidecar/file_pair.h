// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/file.h>

#include <filesystem>
#include <string_view>

namespace subs {

struct FileToWrite {
    std::filesystem::path path;
    std::string_view bytes;
};

/// Writes `main` and `companion`, which is beside it, both or none, each as `writeFileAtomically`
/// does. Both are complete on the disk before the first takes its place; where the second then
/// cannot, what was there before the first is put back. The companion comes first: who sees the new
/// main file sees its companion too.
Result<void> writeBoth(const FileToWrite& main, const FileToWrite& companion, Existing existing);

}  // namespace subs
