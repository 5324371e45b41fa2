// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>

#include <cstdint>
#include <memory>
#include <stop_token>

namespace subs {

/// Waits for pipes and devices, which may keep a reader or writer waiting for ever, until they are
/// ready or a stop is asked for. One thread at a time.
class StoppableWait {
public:
    enum class For : std::uint8_t { Input, Output };

    explicit StoppableWait(std::stop_token stop);
    StoppableWait(StoppableWait&&) noexcept;
    StoppableWait& operator=(StoppableWait&&) noexcept;
    ~StoppableWait();

    /// Comes back when `fd` can be read from (or has ended), or be written to. Error "io.stopped"
    /// once a stop is asked for, whatever can be read.
    Result<void> until(For what, int fd) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace subs
