// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>

namespace subs {

struct BatchOptions {
    unsigned threads = 0;  ///< 0: as many as the machine has cores.
    std::stop_token stop;  ///< Begun items are finished, no further ones are begun.
};

/// Calls `work(item, worker)` for each item from 0 to `count` on several threads (fewer than asked
/// for, or the calling one, where no more can be started), `worker` telling them apart from 0, and
/// `finished(item)` on the calling thread, in the order of the items. Answers how many were
/// finished: all, unless stopped. Neither may throw.
std::size_t runBatch(std::size_t count,
                     const BatchOptions& options,
                     const std::function<void(std::size_t item, std::size_t worker)>& work,
                     const std::function<void(std::size_t item)>& finished);

/// The number of threads that `runBatch` uses at most for `count` items.
std::size_t workersFor(std::size_t count, const BatchOptions& options);

}  // namespace subs
