// SPDX-License-Identifier: GPL-3.0-or-later
#include "interrupt.h"

#include "command.h"

#include <pthread.h>
#include <unistd.h>

#include <csignal>
#include <system_error>

namespace subs::cli {
namespace {

extern "C" void endAtOnce(int) {
    _exit(kStopped);
}

/// True where whoever started the program does not want it to be stopped by Ctrl-C (a background
/// job).
bool ignoresInterrupt() {
    struct sigaction action {};
    return sigaction(SIGINT, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

/// Ends the waiting of the thread that watches; asks for nothing.
constexpr int kWake = SIGUSR1;

/// What asks the program to stop: Ctrl-C where it is heard, and SIGTERM. With what wakes the
/// watching thread.
sigset_t interruptSet() {
    sigset_t set;
    sigemptyset(&set);
    if (!ignoresInterrupt()) sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, kWake);
    return set;
}

/// Waits for one of these and passes the first one on, until `ending`.
void watch(const std::stop_token& ending, std::stop_source stop) {
    const sigset_t set = interruptSet();
    int signal = 0;
    while (sigwait(&set, &signal) == 0 && !ending.stop_requested()) {
        if (signal == kWake) continue;
        if (stop.stop_requested()) _exit(kStopped);
        stop.request_stop();
    }
}

}  // namespace

void prepareSignals() {
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGTERM, endAtOnce);
    if (!ignoresInterrupt()) std::signal(SIGINT, endAtOnce);
}

InterruptGuard::InterruptGuard() {
    const sigset_t set = interruptSet();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    try {
        watcher_ =
            std::jthread([stop = stop_](const std::stop_token& ending) { watch(ending, stop); });
    } catch (const std::system_error&) {
        // With no thread to watch, they end the program at once, as outside of a batch.
        pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
    }
}

InterruptGuard::~InterruptGuard() {
    if (!watcher_.joinable()) return;
    watcher_.request_stop();
    pthread_kill(watcher_.native_handle(), kWake);
    watcher_.join();
    const sigset_t set = interruptSet();
    pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

}  // namespace subs::cli
