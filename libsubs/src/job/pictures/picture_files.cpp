// SPDX-License-Identifier: MIT
#include "job/pictures/picture_files.h"

#include <subs/job/outputs.h>

#include "job/written_file.h"

#include <fmt/format.h>

#include <system_error>
#include <utility>

namespace subs {

PictureFiles::PictureFiles(std::filesystem::path folder, Existing existing)
    : folder_(std::move(folder)), existing_(existing) {}

PictureFiles::~PictureFiles() {
    for (const FileBefore& before : written_)
        before.putBack();
}

Result<void> PictureFiles::put(const std::string& name, std::string_view bytes) {
    const std::filesystem::path path = folder_ / name;
    FileBefore before(path);
    if (before.bytes() == bytes) return {};
    if (auto free = checkFree(path, existing_); !free) return free;
    if (std::error_code ignored; !before.bytes() && std::filesystem::exists(path, ignored))
        // What cannot be put back is not replaced.
        return failure("io.failed", fmt::format("cannot read {}, which is there", path.string()));
    auto done = writeMade(path, bytes, existing_);
    if (done) written_.push_back(std::move(before));
    return done;
}

}  // namespace subs
