// SPDX-License-Identifier: MIT
#pragma once

#include <unistd.h>

#include <filesystem>

namespace testing {

/// Makes `folder` and what is in it readable for everybody and writable for its owner at most, who
/// may not write either where the owner is not root.
inline void forbidWriting(const std::filesystem::path& folder) {
    namespace fs = std::filesystem;
    constexpr auto kRead = fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read;
    constexpr auto kEnter = fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec;
    for (const auto& entry : fs::directory_iterator(folder))
        fs::permissions(entry.path(), kRead);
    fs::permissions(folder, kRead | kEnter);
}
inline void allowWriting(const std::filesystem::path& folder) {
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
}

/// While it lives a process of root is one of nobody, for whom permissions count.
class AsNobody {
public:
    AsNobody() : wasRoot_(::getuid() == 0) {
        if (wasRoot_) isNobody_ = ::setresuid(kNobody, kNobody, 0) == 0;
    }
    ~AsNobody() {
        if (isNobody_) static_cast<void>(::setresuid(0, 0, 0) == 0);
    }
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;

private:
    static constexpr uid_t kNobody = 65534;
    bool wasRoot_;
    bool isNobody_ = false;
};

}  // namespace testing
