// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace subs {

struct ReadFileOptions {
    /// In bytes. A text is never this large; a film that was named by mistake is, and so is an
    /// endless device.
    std::uint64_t limit = std::uint64_t{1} << 30U;
};

/// The bytes of the file, whole. The error names the file and says why in plain words;
/// "io.too-large" comes before anything beyond `options.limit` is held in memory.
Result<std::string> readFile(const std::filesystem::path& path,
                             const ReadFileOptions& options = {});

enum class Existing { Replace, Refuse };

struct WriteFileOptions {
    Existing existing = Existing::Replace;
};

/// Writes a whole file or nothing: a temporary file in the same folder, fsync, rename, fsync of the
/// folder. A reader sees the old file or the new one, and a failure (full disk, no permission)
/// leaves the old file whole and no temporary file. The mode of a replaced file is kept; a symbolic
/// link is written through; a device or pipe is refused (error "io.not-a-file").
Result<void> writeFileAtomically(const std::filesystem::path& path,
                                 std::string_view bytes,
                                 const WriteFileOptions& options = {});

}  // namespace subs
