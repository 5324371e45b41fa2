// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <thread>

namespace subs::cli {

/// Outside of a batch: Ctrl-C and SIGTERM end the program at once with status 130 (no half-written
/// file can stay, see base/file.h); a file that grows too large is an error of its write, not a
/// signal.
void prepareSignals();

/// While one lives, Ctrl-C and SIGTERM ask the batch to stop, and with it all waiting for pipes; a
/// second one ends the program at once.
class InterruptGuard {
public:
    InterruptGuard();
    InterruptGuard(const InterruptGuard&) = delete;
    InterruptGuard& operator=(const InterruptGuard&) = delete;
    ~InterruptGuard();

    std::stop_token token() const { return stop_.get_token(); }
    bool wasInterrupted() const { return stop_.stop_requested(); }

private:
    std::stop_source stop_;
    std::jthread watcher_;
};

}  // namespace subs::cli
