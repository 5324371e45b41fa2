// SPDX-License-Identifier: MIT
#include "job/sidecar/file_pair.h"

#include <optional>
#include <string>
#include <system_error>
#include <utility>

namespace subs {
namespace {

/// What is in a file now, to be put back.
class Before {
public:
    explicit Before(std::filesystem::path path) : path_(std::move(path)) {
        std::error_code ignored;
        if (!std::filesystem::exists(path_, ignored)) return;
        if (auto bytes = readFile(path_)) bytes_ = *std::move(bytes);
    }

    void putBack() const {
        std::error_code ignored;
        if (!bytes_)
            std::filesystem::remove(path_, ignored);
        else
            static_cast<void>(writeFileAtomically(path_, *bytes_).has_value());
    }

private:
    std::filesystem::path path_;
    std::optional<std::string> bytes_;
};

}  // namespace

Result<void> writeBoth(const FileToWrite& main, const FileToWrite& companion, Existing existing) {
    auto second = FileWriter::create(main.path, {.existing = existing});
    if (!second) return tl::unexpected(second.error());
    auto first = FileWriter::create(companion.path, {.existing = existing});
    if (!first) return tl::unexpected(first.error());
    for (const auto& [file, bytes] :
         {std::pair(&*first, companion.bytes), std::pair(&*second, main.bytes)})
        if (auto done = file->append(bytes); !done) return done;
    const Before before(companion.path);
    if (auto done = first->finish(); !done) return done;
    auto done = second->finish();
    if (!done) before.putBack();
    return done;
}

}  // namespace subs
