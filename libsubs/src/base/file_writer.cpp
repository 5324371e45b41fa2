// SPDX-License-Identifier: MIT
#include <subs/base/file.h>

#include "descriptor.h"
#include "io_failure.h"
#include "temporary_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <system_error>
#include <utility>

namespace subs {
namespace {

namespace fs = std::filesystem;

/// True when all bytes are on their way to the disk; else errno says why not.
bool writeAll(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// The same at a place of the file.
bool writeAllAt(int fd, off64_t offset, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite64(fd, bytes.data(), bytes.size(), offset);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
        offset += written;
    }
    return true;
}

mode_t modeForNewFile() {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
}

/// Where the bytes go in the end: through a symbolic link, as far as links lead.
fs::path targetOf(const fs::path& path) {
    std::error_code error;
    const fs::path resolved =
        fs::is_symlink(path, error) ? fs::weakly_canonical(path, error) : path;
    return error ? path : resolved;
}

/// Large files are handed to the disk so many bytes at a time; small ones are left to the end.
constexpr off64_t kStep = off64_t{1} << 20U;

/// Has the disk begin with a step that is written, so that less is left to wait for at the end, and
/// sets room aside for the steps behind it at once. Nothing comes of it where that cannot be done.
void handOn(int fd, off64_t begin, off64_t end) {
    ::sync_file_range(fd, begin, end - begin, SYNC_FILE_RANGE_WRITE);
    ::fallocate(fd, FALLOC_FL_KEEP_SIZE, end, 4 * kStep);
}

/// Gives back what was set aside and not needed. False with errno set where that fails.
bool trim(int fd, off64_t size) {
    return ::ftruncate(fd, size) == 0;
}

void syncFolder(const fs::path& folder) {
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.fd >= 0) ::fsync(opened.fd);
}

/// Why `target` may not be written to; nothing where it may. `old` is what is there now.
std::optional<Error> objection(const fs::path& path,
                               const fs::path& target,
                               const struct stat& old,
                               Existing existing) {
    const auto because = [&](int error) { return ioFailure("write", path, error).value(); };
    if (S_ISDIR(old.st_mode)) return because(EISDIR);
    if (!S_ISREG(old.st_mode))
        return Error{"io.not-a-file",
                     fmt::format("cannot write {}: it is a device or a pipe, which a file would "
                                 "take the place of",
                                 path.string())};
    if (existing == Existing::Refuse) return because(EEXIST);
    if (::access(target.c_str(), W_OK) != 0) return because(errno);
    return std::nullopt;
}

}  // namespace

struct FileWriter::State {
    fs::path path;    ///< As it was asked for.
    fs::path target;  ///< Where it leads.
    fs::path folder;
    TemporaryFile file;
    mode_t mode;
    Existing existing;
    off64_t written = 0;
    off64_t handedOn = 0;  ///< Of these, what the disk has begun to take.

    /// There are `size` bytes now.
    void grow(off64_t size) {
        written = std::max(written, size);
        if (written - handedOn >= kStep)
            handOn(file.fd(), std::exchange(handedOn, written), written);
    }
};

FileWriter::FileWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
FileWriter::FileWriter(FileWriter&&) noexcept = default;
FileWriter& FileWriter::operator=(FileWriter&&) noexcept = default;
FileWriter::~FileWriter() = default;

Result<FileWriter> FileWriter::create(const fs::path& path, const WriteFileOptions& options) {
    const fs::path target = targetOf(path);
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    struct stat old {};
    const bool exists = ::stat(target.c_str(), &old) == 0;
    if (exists) {
        if (auto why = objection(path, target, old, options.existing))
            return tl::unexpected(*std::move(why));
    }
    const mode_t mode = exists ? old.st_mode & 07777 : modeForNewFile();
    std::unique_ptr<State> state(
        new State{path, target, folder, TemporaryFile(folder), mode, options.existing});
    if (!state->file.isOpen()) return ioFailure("write", path, errno);
    return FileWriter(std::move(state));
}

Result<void> FileWriter::append(std::string_view bytes) {
    if (!writeAll(state_->file.fd(), bytes)) return ioFailure("write", state_->path, errno);
    state_->grow(state_->written + static_cast<off64_t>(bytes.size()));
    return {};
}

Result<void> FileWriter::writeAt(std::uint64_t offset, std::string_view bytes) {
    const auto at = static_cast<off64_t>(offset);
    if (!writeAllAt(state_->file.fd(), at, bytes)) return ioFailure("write", state_->path, errno);
    state_->grow(at + static_cast<off64_t>(bytes.size()));
    return {};
}

Result<void> FileWriter::finish() {
    const int fd = state_->file.fd();
    const bool complete =
        ::fchmod(fd, state_->mode) == 0 && (state_->handedOn == 0 || trim(fd, state_->written)) &&
        ::fsync(fd) == 0 && state_->file.putInPlace(state_->target, state_->existing);
    if (!complete) return ioFailure("write", state_->path, errno);
    syncFolder(state_->folder);
    return {};
}

}  // namespace subs
