// SPDX-License-Identifier: MIT
#include "job/sidecar/file_pair.h"

#include "job/file_before.h"

#include <utility>

namespace subs {

Result<void> writeBoth(const FileToWrite& main, const FileToWrite& companion, Existing existing) {
    auto second = FileWriter::create(main.path, {.existing = existing});
    if (!second) return tl::unexpected(second.error());
    auto first = FileWriter::create(companion.path, {.existing = existing});
    if (!first) return tl::unexpected(first.error());
    for (const auto& [file, bytes] :
         {std::pair(&*first, companion.bytes), std::pair(&*second, main.bytes)})
        if (auto done = file->append(bytes); !done) return done;
    const FileBefore before(companion.path);
    if (auto done = first->finish(); !done) return done;
    auto done = second->finish();
    if (!done) before.putBack();
    return done;
}

}  // namespace subs
