// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// One thing to work on, or why there is nothing to work on behind a name.
struct InputFile {
    std::filesystem::path path;  ///< "-" for standard input.
    /// Below the folder that was named, or as a list has it: where its output goes below the folder
    /// of outputs. The file's own name otherwise.
    std::filesystem::path relative;
    std::optional<Error> fault;
    bool isListed = false;  ///< A list named the file: there is no folder that it is below.

    bool isStandardInput() const { return path == "-"; }
};

/// Part `index` (from 1) of `count`.
struct Shard {
    std::size_t index = 1;
    std::size_t count = 1;
};

/// "2/5". Error "input.bad-shard".
Result<Shard> parseShard(std::string_view text);

enum class Folders { Refuse, Recurse };

struct InputOptions {
    Folders folders = Folders::Refuse;
};

/// The files behind `names`, in their order: files and "-" as they are, "@list" for the names in a
/// file (separated by NUL or else by lines; they keep their folders, absolute ones all of them),
/// folders for the subtitle files in them and below, bytewise sorted, recognised by their endings,
/// .txt by what is in it. Symbolic links to folders are not followed. What cannot be looked into, a
/// link to a file that is not there and a list without a name stand in their place with a fault.
std::vector<InputFile> gatheredInputs(std::span<const std::string> names,
                                      const InputOptions& options = {});

/// The part of `inputs` that `shard` is: every count-th of the bytewise sorted list.
std::vector<InputFile> sharded(std::vector<InputFile> inputs, Shard shard);

}  // namespace subs
