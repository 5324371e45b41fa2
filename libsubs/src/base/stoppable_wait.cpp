// SPDX-License-Identifier: MIT
#include <subs/base/stoppable_wait.h>

#include "descriptor.h"

#include <poll.h>
#include <sys/eventfd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace subs {
namespace {

/// Makes the waiting end.
struct Wake {
    int fd;
    void operator()() const noexcept { ::eventfd_write(fd, 1); }
};

}  // namespace

struct StoppableWait::State {
    explicit State(std::stop_token token) : stop(std::move(token)), onStop(stop, Wake{woken.fd}) {}

    std::stop_token stop;
    Descriptor woken{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
    std::stop_callback<Wake> onStop;  ///< After what it wakes.
};

StoppableWait::StoppableWait(std::stop_token stop)
    : state_(std::make_unique<State>(std::move(stop))) {}
StoppableWait::StoppableWait(StoppableWait&&) noexcept = default;
StoppableWait& StoppableWait::operator=(StoppableWait&&) noexcept = default;
StoppableWait::~StoppableWait() = default;

Result<void> StoppableWait::until(For what, int fd) const {
    const short events = what == For::Input ? POLLIN : POLLOUT;
    std::array<pollfd, 2> watched{pollfd{fd, events, 0}, pollfd{state_->woken.fd, POLLIN, 0}};
    while (!state_->stop.stop_requested()) {
        const int count = ::poll(watched.data(), watched.size(), -1);
        const bool cannotWait = count < 0 && errno != EINTR;
        if (cannotWait || watched[0].revents != 0) return {};
    }
    return failure("io.stopped", "stopped before it was done");
}

}  // namespace subs
