// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/base/result.h>
#include <subs/timing/shot_files.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Formats of lists of shot changes, one a file.
namespace subs::shot_files {

/// What a reader fills, in any order.
struct ShotReading {
    const ShotFileOptions& options;
    Shots shots = {};
    Diagnostics diagnostics = {};

    void cut(std::int64_t frame) { shots.cuts.push_back({frame}); }
    /// A remark on a line.
    void warn(std::uint32_t line, std::string code, std::string message) {
        diagnostics.push_back({Severity::Warning, line, 0, std::move(code), std::move(message)});
    }
};

/// One format: whether a text is in it, and how it is read.
struct ShotFileReader {
    ShotFileInfo info;
    bool (*recognises)(std::string_view text) = nullptr;
    Result<void> (*read)(std::string_view text, ShotReading& reading) = nullptr;
};

extern const ShotFileReader kKeyframesReader;
extern const ShotFileReader kXvidReader;
extern const ShotFileReader kDivxReader;
extern const ShotFileReader kX264Reader;
extern const ShotFileReader kQpfileReader;
extern const ShotFileReader kEdlReader;
extern const ShotFileReader kFfmpegReader;
extern const ShotFileReader kShotsJsonReader;
extern const ShotFileReader kTimesReader;

/// The first line of a text.
std::string_view firstLine(std::string_view text);
/// Without blanks at both ends.
std::string_view trimmed(std::string_view text);
/// The whole number that `text` is, from 0 up to what a film can have.
std::optional<std::int64_t> frameNumberIn(std::string_view text);
/// What stands behind `key` up to the next blank or comma; nothing where `key` is not there.
std::optional<std::string_view> valueOf(std::string_view line, std::string_view key);

/// Turns times into frames, by the film's timeline or a rate.
class Moments {
public:
    /// Error "shots.no-rate" where there is neither.
    static Result<Moments> of(const ShotFileOptions& options);
    /// The frame that begins nearest to it.
    Frame frameOf(Time time) const;

private:
    explicit Moments(FrameTimeline timeline) : timeline_(std::move(timeline)) {}

    FrameTimeline timeline_;
};

/// The rate of an EDL's time codes. Error "shots.no-rate".
Result<FrameRate> rateFor(const ShotFileOptions& options);

}  // namespace subs::shot_files
