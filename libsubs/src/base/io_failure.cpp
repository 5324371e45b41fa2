// SPDX-License-Identifier: MIT
#include "io_failure.h"

#include <fmt/format.h>

#include <cerrno>
#include <string>
#include <system_error>

namespace subs {
namespace {

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

}  // namespace

tl::unexpected<Error> ioFailure(std::string_view what,
                                const std::filesystem::path& path,
                                int error) {
    const std::string_view plain = plainReason(error);
    const std::string reason =
        plain.empty() ? std::system_category().message(error) : std::string(plain);
    return failure(std::string(codeFor(error)),
                   fmt::format("cannot {} {}: {}", what, path.string(), reason));
}

}  // namespace subs
