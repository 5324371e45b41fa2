// SPDX-License-Identifier: MIT
#include <subs/base/file.h>

#include "descriptor.h"
#include "io_failure.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace subs {

struct FileSource::State {
    std::filesystem::path path;
    Descriptor file;
    std::uint64_t size = 0;
};

FileSource::FileSource(std::unique_ptr<State> state) : state_(std::move(state)) {}
FileSource::FileSource(FileSource&&) noexcept = default;
FileSource& FileSource::operator=(FileSource&&) noexcept = default;
FileSource::~FileSource() = default;

Result<FileSource> FileSource::open(const std::filesystem::path& path) {
    std::unique_ptr<State> state(
        new State{path, Descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC))});
    struct stat status {};
    if (state->file.fd < 0 || ::fstat(state->file.fd, &status) != 0)
        return ioFailure("read", path, errno);
    if (S_ISDIR(status.st_mode)) return ioFailure("read", path, EISDIR);
    state->size = static_cast<std::uint64_t>(status.st_size);
    return FileSource(std::move(state));
}

std::uint64_t FileSource::size() const {
    return state_->size;
}

Result<std::size_t> FileSource::read(std::span<char> bytes) {
    std::size_t used = 0;
    while (used < bytes.size()) {
        const ssize_t got = ::read(state_->file.fd, bytes.data() + used, bytes.size() - used);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return ioFailure("read", state_->path, errno);
        if (got == 0) break;
        used += static_cast<std::size_t>(got);
    }
    return used;
}

}  // namespace subs
