// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/job/container_port.h>

#include <filesystem>
#include <string>

namespace subs {

/// The kind of a film that is to be written, by its ending. Error `code` for another.
Result<ContainerKind> containerKindOf(const std::filesystem::path& output, std::string code);

}  // namespace subs
