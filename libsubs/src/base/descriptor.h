// SPDX-License-Identifier: MIT
#pragma once

#include <unistd.h>

#include <utility>

namespace subs {

/// An open file that is closed at the end of its scope.
struct Descriptor {
    int fd = -1;

    explicit Descriptor(int opened) : fd(opened) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (fd >= 0) ::close(fd);
    }
    /// Closing can report that bytes were not written, so it is asked; false with errno set.
    bool closed() { return ::close(std::exchange(fd, -1)) == 0; }
};

}  // namespace subs
