// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/file.h>
#include <subs/base/result.h>
#include <subs/format/format.h>
#include <subs/job/inputs.h>

#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

namespace subs {

/// Where `input` goes below `folder`: its relative name, with the ending of `format` where it has a
/// subtitle ending, else with that ending added. `format` null: the same name.
std::filesystem::path outputFor(const InputFile& input,
                                const std::filesystem::path& folder,
                                const Format* format);

/// The outputs of all `inputs`, in their order. Error "output.collision" where two inputs would get
/// one output, or an output is another input; it names both.
Result<std::vector<std::filesystem::path>> plannedOutputs(std::span<const InputFile> inputs,
                                                          const std::filesystem::path& folder,
                                                          const Format* format);

/// Says early, before any work is done for it, that a file is there which may not be replaced.
/// Error "io.exists", which names --overwrite.
Result<void> checkFree(const std::filesystem::path& output, Existing existing);

/// Error "output.collision" where `output`, which is called `what`, is one of `others`, under
/// whatever name: it would take the place of a file that is read or written in the same run.
Result<void> checkApart(const std::filesystem::path& output,
                        std::string_view what,
                        std::span<const std::filesystem::path> others);

}  // namespace subs
