// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/parts.h>
#include <subs/model/document.h>

#include <array>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace subs {

/// A stretch of a file as cues.
struct Part {
    Document document;
    std::shared_ptr<Origin> origin = std::make_shared<Origin>();
    PartPlace place = PartPlace::Middle;
    std::uint32_t linesBefore = 0;  ///< Of the parts before.
    std::optional<Time> next = {};  ///< See `DocumentPart`.
};

/// What is done to a part, one after the other.
enum class PartStage : std::uint8_t { Cut, Read, Write };
inline constexpr std::size_t kPartStages = 3;

/// Takes the parts of a file through their stages. A stage has one part at a time, and all of them
/// in their order, so it needs no locks of its own; a thread stays with its part to the end, so
/// that what it holds stays in that processor's cache.
class PartLine {
public:
    /// Does `stage` to a part, and answers false where it cannot: then no other is begun.
    using Work = std::function<bool(PartStage stage, Part& part)>;

    explicit PartLine(Work work);
    PartLine(const PartLine&) = delete;
    PartLine& operator=(const PartLine&) = delete;

    /// Works until the last part is through, with `threads` threads, the caller's one of them;
    /// with fewer where there are no more. False where a stage could not be done.
    bool run(std::size_t threads);

private:
    void workThrough();
    bool takeThrough(Part& part, std::size_t number);
    bool awaitTurn(std::size_t stage, std::size_t number);
    void endTurn(std::size_t stage, const Part& part, bool isDone);
    bool isDone(PartStage stage, Part& part) const;

    Work work_;
    std::mutex mutex_;  ///< Of what follows.
    std::condition_variable turnEnded_;
    std::array<std::size_t, kPartStages> turn_{};  ///< The number of the part that is next.
    std::size_t begun_ = 0;                        ///< Parts that a thread works on or did.
    bool isLastCut_ = false;
    bool hasFailed_ = false;
};

}  // namespace subs
