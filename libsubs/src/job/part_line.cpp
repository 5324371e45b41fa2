// SPDX-License-Identifier: MIT
#include "job/part_line.h"

#include <exception>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace subs {

PartLine::PartLine(Work work) : work_(std::move(work)) {}

bool PartLine::run(std::size_t threads) {
    {
        std::vector<std::jthread> helpers;
        try {
            while (helpers.size() + 1 < threads)
                helpers.emplace_back([this] { workThrough(); });
        } catch (const std::system_error&) {
            // Where no thread can be had, those that are there do all of it.
        }
        workThrough();
    }
    return !hasFailed_;
}

void PartLine::workThrough() {
    Part part;
    part.document.origin = part.origin;
    for (bool goesOn = true; goesOn;) {
        std::unique_lock lock(mutex_);
        const std::size_t number = begun_++;
        lock.unlock();
        goesOn = takeThrough(part, number);
    }
}

/// False where there is no further part to begin.
bool PartLine::takeThrough(Part& part, std::size_t number) {
    for (std::size_t stage = 0; stage < kPartStages; ++stage) {
        if (!awaitTurn(stage, number)) return false;
        endTurn(stage, part, isDone(static_cast<PartStage>(stage), part));
    }
    return part.place != PartPlace::Last;
}

bool PartLine::awaitTurn(std::size_t stage, std::size_t number) {
    std::unique_lock lock(mutex_);
    const auto isOver = [&] { return hasFailed_ || (stage == 0 && isLastCut_); };
    turnEnded_.wait(lock, [&] { return isOver() || turn_[stage] == number; });
    return !isOver();
}

void PartLine::endTurn(std::size_t stage, const Part& part, bool isDone) {
    const std::lock_guard lock(mutex_);
    ++turn_[stage];
    hasFailed_ = hasFailed_ || !isDone;
    isLastCut_ = isLastCut_ || part.place == PartPlace::Last;
    turnEnded_.notify_all();
}

/// False too where there is not enough memory, which no other thread would learn of.
bool PartLine::isDone(PartStage stage, Part& part) const {
    try {
        return work_(stage, part);
    } catch (const std::exception&) {
        return false;
    }
}

}  // namespace subs
