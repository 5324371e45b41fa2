// SPDX-License-Identifier: MIT
#include "temporary_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <random>

namespace subs {
namespace {

constexpr int kMostTries = 100;

std::string procName(int fd) {
    return fmt::format("/proc/self/fd/{}", fd);
}

/// Without /proc a nameless file could never be given a name.
bool canBeNamed(int fd) {
    return fd >= 0 && ::access(procName(fd).c_str(), F_OK) == 0;
}

std::string randomName(const std::filesystem::path& folder) {
    std::random_device random;
    return (folder / fmt::format(".subs-{:08x}", random())).string();
}

int namelessIn(const std::filesystem::path& folder) {
    const int fd = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (canBeNamed(fd)) return fd;
    if (fd >= 0) ::close(fd);
    return -1;
}

}  // namespace

TemporaryFile::TemporaryFile(const std::filesystem::path& folder)
    : file_(namelessIn(folder)), folder_(folder) {
    if (isOpen()) return;
    std::string pattern = (folder / ".subs-XXXXXX").string();
    file_.fd = ::mkostemp(pattern.data(), O_CLOEXEC);
    if (isOpen()) name_ = std::move(pattern);
}

TemporaryFile::~TemporaryFile() {
    if (name_.empty()) return;
    const int error = errno;
    ::unlink(name_.c_str());
    errno = error;
}

bool TemporaryFile::linkAs(const std::string& name) const {
    return ::linkat(
               AT_FDCWD, procName(file_.fd).c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) ==
           0;
}

bool TemporaryFile::takeName() {
    for (int tries = 0; name_.empty() && tries < kMostTries; ++tries) {
        std::string name = randomName(folder_);
        if (linkAs(name)) {
            name_ = std::move(name);
        } else if (errno != EEXIST) {
            return false;
        }
    }
    return !name_.empty();
}

bool TemporaryFile::putInPlace(const std::filesystem::path& target, Existing existing) {
    if (existing == Existing::Refuse) {
        return name_.empty() ? linkAs(target.string()) : ::link(name_.c_str(), target.c_str()) == 0;
    }
    if (!takeName() || ::rename(name_.c_str(), target.c_str()) != 0) return false;
    name_.clear();
    return true;
}

}  // namespace subs
