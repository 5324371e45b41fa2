// SPDX-License-Identifier: MIT
#include "job/part_line.h"

#include "catch.h"
#include "without_threads.h"

#include <array>
#include <atomic>
#include <cstddef>
#include <new>
#include <vector>

using namespace subs;

namespace {

/// Takes `parts` parts through; each stage notes the parts that it saw.
struct Line {
    explicit Line(std::size_t parts) : parts_(parts) {}

    bool work(PartStage stage, Part& part) {
        const auto at = static_cast<std::size_t>(stage);
        overlaps_ += inside_[at].exchange(true) ? 1 : 0;
        if (stage == PartStage::Cut) {
            part.linesBefore = cut_++;
            part.place = cut_ == parts_ ? PartPlace::Last : PartPlace::Middle;
        }
        seen_[at].push_back(part.linesBefore);
        inside_[at] = false;
        return true;
    }

    bool run(std::size_t threads) {
        return PartLine([this](PartStage stage, Part& part) { return work(stage, part); })
            .run(threads);
    }

    std::size_t parts_;
    std::uint32_t cut_ = 0;
    std::array<std::atomic<bool>, kPartStages> inside_{};
    std::atomic<int> overlaps_ = 0;
    std::array<std::vector<std::uint32_t>, kPartStages> seen_;
};

}  // namespace

TEST_CASE("each stage sees every part once, in order, one at a time", "[job]") {
    for (const std::size_t threads : {1U, 2U, 3U, 8U}) {
        for (const std::size_t parts : {1U, 2U, 7U, 500U}) {
            CAPTURE(threads);
            CAPTURE(parts);
            Line line(parts);
            CHECK(line.run(threads));
            std::vector<std::uint32_t> all;
            for (std::uint32_t i = 0; i < parts; ++i)
                all.push_back(i);
            for (const auto& seen : line.seen_)
                CHECK(seen == all);
            CHECK(line.overlaps_ == 0);
        }
    }
}

TEST_CASE("a stage that cannot be done ends the line", "[job]") {
    for (const std::size_t threads : {1U, 2U, 4U}) {
        std::uint32_t cut = 0;
        std::uint32_t written = 0;
        PartLine line([&](PartStage stage, Part& part) {
            if (stage == PartStage::Cut) part.linesBefore = cut++;
            if (stage == PartStage::Read) return part.linesBefore < 10;
            if (stage == PartStage::Write) written = part.linesBefore;
            return true;
        });
        CHECK_FALSE(line.run(threads));
        CHECK(cut >= 11);
        CHECK(cut <= 10 + threads);
        CHECK(written <= 9);
    }
}

TEST_CASE("a stage without enough memory is one that cannot be done", "[job]") {
    PartLine line([](PartStage, Part&) -> bool { throw std::bad_alloc(); });
    CHECK_FALSE(line.run(2));
}

TEST_CASE("the caller does all of it where no thread can be had", "[job]") {
    CHECK(testing::holdsWithoutThreads([] {
        Line line(20);
        return line.run(4) && line.seen_.back().size() == 20;
    }));
}
