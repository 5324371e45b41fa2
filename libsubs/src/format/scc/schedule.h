// SPDX-License-Identifier: MIT
#pragma once

#include "format/scc/load.h"
#include "format/scc/sent_lines.h"
#include "format/time_codes.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace subs::scc {

/// Frames that a code takes: it comes twice.
inline constexpr std::int64_t kCode = 2;

/// Sends captions, a pair a frame: what loads one is sent so early that it can be shown in time,
/// and no two things at once.
class Schedule {
public:
    explicit Schedule(std::int64_t free) : free_(free) {}

    /// Takes off what is shown, at `frame` or as soon as can be. What is shown next within two
    /// frames takes it off by itself.
    void erase(std::int64_t frame);
    /// Shows what `load` loads at `begin`, or as soon as can be. Answers the frame.
    std::int64_t show(std::int64_t begin, const std::vector<Unit>& load);
    /// Sends what is still to be erased.
    void finish();

    /// The frame at which what was shown before the last caption is taken off: erased, or that
    /// of the caption.
    std::int64_t takenOff() const { return takenOff_; }
    /// The first frame at which nothing is sent yet.
    std::int64_t free() const { return free_; }
    /// Where what was sent since the last `takeLines` begins, if anything was.
    std::optional<std::int64_t> begin() const;
    /// What was sent as lines with time codes, each with a line end and, but for the last, a blank
    /// line.
    std::string takeLines(const TimeCodes& codes, std::string_view newline);
    /// Hands on what was sent since the last time, which is all that is kept here.
    void takeInto(SentLines& lines);

private:
    struct Sent {
        std::int64_t frame;
        Pair pair;
    };

    void send(std::int64_t frame, const Unit& unit);
    std::vector<std::int64_t> backwards(std::int64_t end, const std::vector<Unit>& load) const;
    std::vector<std::int64_t> forwards(const std::vector<Unit>& load) const;
    bool isHole(std::int64_t begin, std::int64_t size) const;

    std::int64_t free_;
    std::optional<std::int64_t> erasure_;  ///< When what is shown is to be taken off.
    std::int64_t takenOff_ = 0;
    std::vector<Sent> sent_;
};

}  // namespace subs::scc
