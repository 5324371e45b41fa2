// SPDX-License-Identifier: MIT
#include <subs/job/batch.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace subs {
namespace {

/// Which items are taken and which are done; shared by the threads.
class Progress {
public:
    explicit Progress(std::size_t count) : done_(count) {}

    /// The next item to work on, or `count` where there is none or the batch was stopped.
    std::size_t take(const std::stop_token& stop) {
        const std::lock_guard lock(mutex_);
        if (stop.stop_requested()) closed_ = true;
        if (closed_ || taken_ == done_.size()) return done_.size();
        return taken_++;
    }
    void setDone(std::size_t item) {
        const std::lock_guard lock(mutex_);
        done_[item] = 1;
        changed_.notify_one();
    }
    void workerEnds() {
        const std::lock_guard lock(mutex_);
        ++ended_;
        changed_.notify_one();
    }
    /// Waits for `item`; false where it will never be done.
    bool awaitItem(std::size_t item, std::size_t workers) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return done_[item] != 0 || ended_ == workers; });
        return done_[item] != 0;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<char> done_;
    std::size_t taken_ = 0;
    std::size_t ended_ = 0;
    bool closed_ = false;
};

/// For one worker a thread of its own, with memory of its own, is not worth it.
std::size_t runAlone(std::size_t count,
                     const std::stop_token& stop,
                     const std::function<void(std::size_t, std::size_t)>& work,
                     const std::function<void(std::size_t)>& finished) {
    std::size_t item = 0;
    for (; item < count && !stop.stop_requested(); ++item) {
        work(item, 0);
        finished(item);
    }
    return item;
}

/// Up to `count` threads that do `work`: as many as can be had.
std::vector<std::jthread> startedThreads(std::size_t count,
                                         const std::function<void(std::size_t)>& work) {
    std::vector<std::jthread> threads;
    threads.reserve(count);
    try {
        while (threads.size() < count)
            threads.emplace_back(work, threads.size());
    } catch (const std::system_error&) {
        // Fewer do the same, more slowly.
    }
    return threads;
}

}  // namespace

std::size_t workersFor(std::size_t count, const BatchOptions& options) {
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t asked = options.threads == 0 ? cores : options.threads;
    return std::max<std::size_t>(1, std::min(asked, count));
}

std::size_t runBatch(std::size_t count,
                     const BatchOptions& options,
                     const std::function<void(std::size_t, std::size_t)>& work,
                     const std::function<void(std::size_t)>& finished) {
    const std::size_t workers = workersFor(count, options);
    if (workers == 1) return runAlone(count, options.stop, work, finished);
    Progress progress(count);
    const auto threads = startedThreads(workers, [&](std::size_t worker) {
        for (std::size_t item = progress.take(options.stop); item < count;
             item = progress.take(options.stop)) {
            work(item, worker);
            progress.setDone(item);
        }
        progress.workerEnds();
    });
    if (threads.empty()) return runAlone(count, options.stop, work, finished);
    std::size_t item = 0;
    while (item < count && progress.awaitItem(item, threads.size()))
        finished(item++);
    return item;
}

}  // namespace subs
