// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/sound_port.h>
#include <subs/media/sound_sink.h>
#include <subs/time/time.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace subs::media {

/// How long a bin of the pyramid's base is.
constexpr Time kPeakBin = Time::fromMilliseconds(5);

/// What one column of a drawing shows.
struct PeakColumn {
    Peak peak;
    bool isThere = false;  ///< False where a part of it is not made yet: to be hatched.
};

/// Where the sound swings furthest.
struct Loudest {
    Time time;      ///< The begin of the bin.
    int swing = 0;  ///< 0 to 32768.
};

/// The pyramid of a film's waveform: peaks of 5 ms, of 20 ms and so on, each level four times as
/// coarse as the one below, in chunks (sound_sink.h) that come in any order. Bin k is exactly the
/// film time from 5 k to 5 (k + 1) ms, whatever the sample rate, so that nothing drifts. About
/// 6 MB an hour; a silent chunk takes nothing.
///
/// Can be looked at by any thread while another one makes it.
class Peaks {
public:
    Peaks();
    Peaks(const Peaks&) = delete;
    Peaks& operator=(const Peaks&) = delete;
    ~Peaks();

    /// `count` columns of equal width from `from` until before `to`. Each begins and ends at the
    /// nearest bin, so at most 2.5 ms off; one that is narrower than a bin shows the bin that its
    /// middle lies in. Takes time by the number of columns, whatever the length. Empty where `from`
    /// is not before `to`.
    std::vector<PeakColumn> columns(Time from, Time to, int count) const;
    /// What is made, in order, in whole chunks.
    std::vector<Stretch> there() const;
    /// Of what is made.
    std::optional<Loudest> loudest() const;

    struct Store;
    const Store& store() const { return *store_; }
    Store& store() { return *store_; }

private:
    std::unique_ptr<Store> store_;
};

/// A sink that makes `peaks`, which must outlive it.
std::unique_ptr<SoundSink> makePeakSink(Peaks& peaks);

}  // namespace subs::media
