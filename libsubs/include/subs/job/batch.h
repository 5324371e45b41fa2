// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>
#include <type_traits>
#include <utility>
#include <vector>

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

/// The same for `work(item, worker)` that answers with an `Outcome`, or with a `Result` of one
/// whose error becomes the `error` of an empty one. It is kept until it is the item's turn, and
/// given away by `finished(item, outcome)`.
template <class Outcome, class Work>
std::size_t runBatchOf(std::size_t count,
                       const BatchOptions& options,
                       const Work& work,
                       const std::function<void(std::size_t item, Outcome outcome)>& finished) {
    std::vector<Outcome> outcomes(count);
    const auto keep = [&](std::size_t item, std::size_t worker) {
        auto outcome = work(item, worker);
        if constexpr (std::is_same_v<decltype(outcome), Outcome>)
            outcomes[item] = std::move(outcome);
        else if (outcome)
            outcomes[item] = *std::move(outcome);
        else
            outcomes[item].error = std::move(outcome).error();
    };
    return runBatch(count, options, keep, [&](std::size_t item) {
        finished(item, std::exchange(outcomes[item], {}));
    });
}

/// The number of threads that `runBatch` uses at most for `count` items.
std::size_t workersFor(std::size_t count, const BatchOptions& options);

}  // namespace subs
