// SPDX-License-Identifier: MIT
#pragma once

#include <subs/job/convert.h>

#include "job/text_parts.h"

#include <cstddef>
#include <filesystem>
#include <optional>

namespace subs {

/// Makes the folders that `output` is in, where they are missing.
Result<void> makeFolderOf(const std::filesystem::path& output);

struct PartsOptions {
    FileThreads threads = FileThreads::Two;
    std::size_t partSize = kUsualPartSize;  ///< In bytes, about.
};

/// Converts a long or short file a part at a time, without ever holding it, straight into
/// `output`. Nothing where that cannot be done, with nothing written: the file is not plain (not in
/// valid UTF-8, mixed line ends, NULs), a format or an option asks for the whole, or something went
/// wrong that the conversion as a whole will tell about. What it writes and reports is the same.
/// Error "io.changed" where someone wrote to the file meanwhile, with nothing written.
Result<std::optional<Converted>> convertedInParts(const std::filesystem::path& input,
                                                  const std::filesystem::path& output,
                                                  const ConvertOptions& options,
                                                  const PartsOptions& parts = {});

}  // namespace subs
