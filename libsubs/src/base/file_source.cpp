// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/base/stoppable_wait.h>

#include "descriptor.h"
#include "io_failure.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <utility>

namespace subs {

struct FileSource::State {
    std::filesystem::path path;
    Descriptor file;
    struct stat opened {};
    std::optional<StoppableWait> wait = {};  ///< For what is no file: there it takes others.
};

FileSource::FileSource(std::unique_ptr<State> state) : state_(std::move(state)) {}
FileSource::FileSource(FileSource&&) noexcept = default;
FileSource& FileSource::operator=(FileSource&&) noexcept = default;
FileSource::~FileSource() = default;

Result<FileSource> FileSource::open(const std::filesystem::path& path, std::stop_token stop) {
    // Nothing waits here for somebody to open the other end of a pipe.
    const int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK;
    std::unique_ptr<State> state(new State{path, Descriptor(::open(path.c_str(), flags))});
    if (state->file.fd < 0 || ::fstat(state->file.fd, &state->opened) != 0)
        return ioFailure("read", path, errno);
    if (S_ISDIR(state->opened.st_mode)) return ioFailure("read", path, EISDIR);
    if (!S_ISREG(state->opened.st_mode)) state->wait.emplace(std::move(stop));
    return FileSource(std::move(state));
}

std::uint64_t FileSource::size() const {
    return static_cast<std::uint64_t>(state_->opened.st_size);
}

const std::filesystem::path& FileSource::path() const {
    return state_->path;
}

Result<std::size_t> FileSource::read(std::span<char> bytes) {
    std::size_t used = 0;
    while (used < bytes.size()) {
        if (state_->wait) {
            const auto ready = state_->wait->until(StoppableWait::For::Input, state_->file.fd);
            if (!ready) return tl::unexpected(ready.error());
        }
        const ssize_t got = ::read(state_->file.fd, bytes.data() + used, bytes.size() - used);
        if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (got < 0) return ioFailure("read", state_->path, errno);
        if (got == 0) break;
        used += static_cast<std::size_t>(got);
    }
    return used;
}

Result<std::size_t> FileSource::readAt(std::uint64_t offset, std::span<char> bytes) const {
    std::size_t used = 0;
    while (used < bytes.size()) {
        const ssize_t got = ::pread64(state_->file.fd,
                                      bytes.data() + used,
                                      bytes.size() - used,
                                      static_cast<off64_t>(offset + used));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return ioFailure("read", state_->path, errno);
        if (got == 0) break;
        used += static_cast<std::size_t>(got);
    }
    return used;
}

Result<void> FileSource::checkUnchanged() const {
    struct stat now {};
    const struct stat& then = state_->opened;
    if (!S_ISREG(then.st_mode) || ::fstat(state_->file.fd, &now) != 0) return {};
    const bool isSame = now.st_size == then.st_size && now.st_mtim.tv_sec == then.st_mtim.tv_sec &&
                        now.st_mtim.tv_nsec == then.st_mtim.tv_nsec;
    if (isSame) return {};
    return failure(
        "io.changed",
        fmt::format("cannot read {}: it was changed while it was read", state_->path.string()));
}

}  // namespace subs
