// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace subs::session {

/// A thread that does tasks one after the other. When it ends, the task that runs is asked to stop
/// and waited for, and those that wait are dropped.
class Background {
public:
    using Task = std::function<void(const std::stop_token&)>;

    Background();
    ~Background();
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;

    /// After those that wait already.
    void add(Task task);
    /// In place of those that wait; the one that runs is asked to stop.
    void replace(Task task);

private:
    void run(const std::stop_token& stop);

    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::deque<Task> tasks_;
    std::stop_source current_;
    std::jthread thread_;
};

}  // namespace subs::session
