// SPDX-License-Identifier: MIT
#include <subs/base/file.h>

#include "descriptor.h"
#include "temporary_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace subs {
namespace {

namespace fs = std::filesystem;

std::string_view plainReason(int error) {
    switch (error) {
        case ENOENT:
            return "there is no such file or folder";
        case EACCES:
        case EPERM:
            return "you are not allowed to";
        case EISDIR:
            return "it is a folder";
        case ENOTDIR:
            return "a part of its path is not a folder";
        case ENOSPC:
            return "the disk is full";
        case EDQUOT:
            return "your share of the disk is used up";
        case EFBIG:
            return "it would be larger than files may be";
        case EROFS:
            return "the disk is read-only";
        case EEXIST:
            return "there is a file of that name";
        case ENAMETOOLONG:
            return "the name is too long";
        case EMFILE:
        case ENFILE:
            return "too many files are open";
        default:
            return {};
    }
}

std::string_view codeFor(int error) {
    switch (error) {
        case ENOENT:
            return "io.not-found";
        case EACCES:
        case EPERM:
        case EROFS:
            return "io.denied";
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            return "io.full";
        case EEXIST:
            return "io.exists";
        default:
            return "io.failed";
    }
}

tl::unexpected<Error> ioFailure(std::string_view what, const fs::path& path, int error) {
    const std::string_view plain = plainReason(error);
    const std::string reason =
        plain.empty() ? std::system_category().message(error) : std::string(plain);
    return failure(std::string(codeFor(error)),
                   fmt::format("cannot {} {}: {}", what, path.string(), reason));
}

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

void syncFolder(const fs::path& folder) {
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.fd >= 0) ::fsync(opened.fd);
}

tl::unexpected<Error> tooLarge(const fs::path& path, std::uint64_t limit) {
    constexpr std::uint64_t kMebibyte = 1U << 20U;
    const std::string size = limit < kMebibyte ? fmt::format("{} bytes", limit)
                                               : fmt::format("{} MiB", limit / kMebibyte);
    return failure("io.too-large",
                   fmt::format("cannot read {}: it is larger than {}", path.string(), size));
}

}  // namespace

Result<std::string> readFile(const fs::path& path, const ReadFileOptions& options) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status {};
    if (file.fd < 0 || ::fstat(file.fd, &status) != 0) return ioFailure("read", path, errno);
    if (S_ISDIR(status.st_mode)) return ioFailure("read", path, EISDIR);
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size > options.limit) return tooLarge(path, options.limit);
    std::string bytes;
    std::size_t used = 0;
    bytes.resize(static_cast<std::size_t>(size) + 1);
    while (true) {
        const ssize_t got = ::read(file.fd, bytes.data() + used, bytes.size() - used);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return ioFailure("read", path, errno);
        if (got == 0) break;
        used += static_cast<std::size_t>(got);
        if (used > options.limit) return tooLarge(path, options.limit);
        if (used == bytes.size()) bytes.resize(bytes.size() * 2 + 4096);
    }
    bytes.resize(used);
    return bytes;
}

Result<void> writeFileAtomically(const fs::path& path,
                                 std::string_view bytes,
                                 const WriteFileOptions& options) {
    const fs::path target = targetOf(path);
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    struct stat old {};
    const bool exists = ::stat(target.c_str(), &old) == 0;
    if (exists && S_ISDIR(old.st_mode)) return ioFailure("write", path, EISDIR);
    if (exists && !S_ISREG(old.st_mode))
        return failure(
            "io.not-a-file",
            fmt::format(
                "cannot write {}: it is a device or a pipe, which a file would take the place of",
                path.string()));
    if (exists && options.existing == Existing::Refuse) return ioFailure("write", path, EEXIST);
    if (exists && ::access(target.c_str(), W_OK) != 0) return ioFailure("write", path, errno);

    TemporaryFile file(folder);
    if (!file.isOpen()) return ioFailure("write", path, errno);
    const mode_t mode = exists ? old.st_mode & 07777 : modeForNewFile();
    const bool complete = writeAll(file.fd(), bytes) && ::fchmod(file.fd(), mode) == 0 &&
                          ::fsync(file.fd()) == 0 && file.putInPlace(target, options.existing);
    if (!complete) return ioFailure("write", path, errno);
    syncFolder(folder);
    return {};
}

}  // namespace subs
