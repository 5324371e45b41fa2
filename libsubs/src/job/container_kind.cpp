// SPDX-License-Identifier: MIT
#include "job/container_kind.h"

#include <fmt/format.h>

#include <utility>

namespace subs {

Result<ContainerKind> containerKindOf(const std::filesystem::path& output, std::string code) {
    const std::string ending = output.extension().string();
    if (ending == ".mkv" || ending == ".mks") return ContainerKind::Matroska;
    if (ending == ".mp4" || ending == ".m4v" || ending == ".mov") return ContainerKind::Mp4;
    return failure(std::move(code),
                   fmt::format("cannot write {}: the output is Matroska and ends with .mkv, or MP4 "
                               "and ends with .mp4, .m4v or .mov",
                               output.string()));
}

}  // namespace subs
