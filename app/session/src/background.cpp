// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/session/background.h>

#include <utility>

namespace subs::session {

Background::Background() : thread_([this](const std::stop_token& stop) { run(stop); }) {}

Background::~Background() {
    thread_.request_stop();
    {
        const std::lock_guard lock(mutex_);
        current_.request_stop();
    }
    thread_.join();
}

void Background::add(Task task) {
    {
        const std::lock_guard lock(mutex_);
        tasks_.push_back(std::move(task));
    }
    changed_.notify_one();
}

void Background::replace(Task task) {
    {
        const std::lock_guard lock(mutex_);
        tasks_.clear();
        tasks_.push_back(std::move(task));
        current_.request_stop();
    }
    changed_.notify_one();
}

void Background::run(const std::stop_token& stop) {
    while (true) {
        Task task;
        std::stop_token ended;
        {
            std::unique_lock lock(mutex_);
            if (!changed_.wait(lock, stop, [this] { return !tasks_.empty(); })) return;
            if (stop.stop_requested()) return;
            task = std::move(tasks_.front());
            tasks_.pop_front();
            current_ = std::stop_source();
            ended = current_.get_token();
        }
        task(ended);
    }
}

}  // namespace subs::session
