// SPDX-License-Identifier: MIT
#pragma once

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <system_error>
#include <thread>

namespace testing {

/// From here on no thread and no process can be started. Root has no such limit, so it becomes
/// somebody else. False where that cannot be.
inline bool forbidThreads() {
    constexpr unsigned kNobody = 65534;
    if (::getuid() == 0 && (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0)) return false;
    const rlimit one{1, 1};
    return ::setrlimit(RLIMIT_NPROC, &one) == 0;
}

/// Does `check` in a process of its own in which no thread can be started; false where it answers
/// false or fails.
inline bool holdsWithoutThreads(const std::function<bool()>& check) {
    const pid_t pid = ::fork();
    if (pid == 0) {
        const auto canStart = [] {
            try {
                std::jthread([] {}).join();
            } catch (const std::system_error&) {
                return false;
            }
            return true;
        };
        // Where threads can be had all the same, there is nothing to check.
        ::_exit(!forbidThreads() || canStart() || check() ? 0 : 1);
    }
    int status = 0;
    return pid > 0 && ::waitpid(pid, &status, 0) == pid && WIFEXITED(status) &&
           WEXITSTATUS(status) == 0;
}

}  // namespace testing
