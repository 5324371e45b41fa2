// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>
#include <subs/model/missing_end.h>

#include <cstdint>
#include <optional>

namespace subs {

/// The times of one cue in milliseconds.
struct Edges {
    std::int64_t start = 0;
    std::int64_t end = 0;
};

/// True of a part whose last cue has no end, and may last until a cue that is not known.
bool lacksLastEnd(const DocumentPart& part);

/// What becomes of times before 0.
enum class NegativeTimes : std::uint8_t { Kept, Clamped };

/// Rounds the times of a document's cues to milliseconds as the options say. Each edge is rounded
/// on its own.
class EdgeRounder {
public:
    /// `next` is when the cue behind `document` begins, where that is a part of one.
    EdgeRounder(const Document& document,
                const WriteOptions& options,
                NegativeTimes negative,
                std::optional<Time> next = std::nullopt);

    /// A time of `cue` in whole milliseconds. The error names the cue.
    Result<std::int64_t> milliseconds(const Cue& cue, Time time, Edge edge) const;
    /// The end of `cues[index]`; of a cue without one the usual one (`usualEnd`).
    Time endOf(std::size_t index) const;
    /// When the cue behind `cues[index]` begins; a comment is behind a comment alone.
    std::optional<Time> startBehind(std::size_t index) const;
    /// True where `time` is written as it is by the default rounding, so that its spelling can
    /// stay.
    bool keeps(Time time, Time read, std::int64_t milliseconds) const;
    /// True where `time` lies before 0 and is written as 0.
    bool clamps(Time time) const { return negative_ == NegativeTimes::Clamped && time < Time(); }
    bool isExact(Time time) const;

private:
    const Document& document_;
    const WriteOptions& options_;
    NegativeTimes negative_;
    std::optional<Time> next_;
};

}  // namespace subs
