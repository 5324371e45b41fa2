// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>

#include <filesystem>
#include <string_view>

namespace subs {

/// "cannot `what` `path`: why", for `error`, a value of errno.
tl::unexpected<Error> ioFailure(std::string_view what,
                                const std::filesystem::path& path,
                                int error);

}  // namespace subs
