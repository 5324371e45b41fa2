// SPDX-License-Identifier: MIT
#include <subs/job/batch.h>

#include "catch.h"
#include "without_threads.h"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <numeric>
#include <stop_token>
#include <thread>
#include <vector>

using namespace subs;

TEST_CASE("a batch finishes its items in order however many threads it has", "[job]") {
    const unsigned threads = GENERATE(1U, 2U, 7U);
    constexpr std::size_t kItems = 40;
    std::vector<std::atomic<int>> worked(kItems);
    std::vector<std::size_t> order;
    const std::size_t finished = runBatch(
        kItems,
        {threads, {}},
        [&](std::size_t item, std::size_t worker) {
            // Early items take longest, so that the order would show.
            std::this_thread::sleep_for(std::chrono::microseconds(40 * (kItems - item)));
            worked[item] += worker < threads ? 1 : 100;
        },
        [&](std::size_t item) {
            CHECK(worked[item] == 1);
            order.push_back(item);
        });
    std::vector<std::size_t> expected(kItems);
    std::iota(expected.begin(), expected.end(), std::size_t{0});
    CHECK(finished == kItems);
    CHECK(order == expected);
}

TEST_CASE("a stopped batch finishes what was begun and begins nothing more", "[job]") {
    std::stop_source stop;
    std::atomic<std::size_t> begun = 0;
    std::size_t last = 0;
    const std::size_t finished = runBatch(
        1000,
        {2, stop.get_token()},
        [&](std::size_t item, std::size_t) {
            ++begun;
            if (item == 5) stop.request_stop();
        },
        [&](std::size_t item) { last = item; });
    CHECK(finished == begun);
    CHECK(finished >= 6);
    CHECK(finished < 1000);
    CHECK(last + 1 == finished);
}

TEST_CASE("an empty batch is done at once", "[job]") {
    const auto never = [](auto...) { FAIL("there is nothing to work on"); };
    CHECK(runBatch(0, {}, never, never) == 0);
    CHECK(workersFor(3, {8, {}}) == 3);
    CHECK(workersFor(0, {}) == 1);
}

TEST_CASE("a batch that can have no thread is done by the one that there is", "[job]") {
    CHECK(testing::holdsWithoutThreads([] {
        std::vector<std::size_t> order;
        std::size_t worked = 0;
        const std::size_t finished = runBatch(
            5,
            {4, {}},
            [&](std::size_t item, std::size_t worker) { worked += worker == 0 ? item : 100; },
            [&](std::size_t item) { order.push_back(item); });
        return finished == 5 && worked == 10 && order == std::vector<std::size_t>{0, 1, 2, 3, 4};
    }));
}
