// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>
#include <subs/job/sound_port.h>
#include <subs/media/sound_sink.h>
#include <subs/time/time.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace subs::media {

/// Bands of a spectrogram, the lowest first.
constexpr std::size_t kBands = 96;
/// How long a column of its tiles is.
constexpr Time kSpectrumColumn = Time::fromMilliseconds(20);

/// The middle of `band`, in hertz: from 80 Hz to 8 kHz in equal steps of mel, 2595 log10(1 + f /
/// 700) (O'Shaughnessy, Speech Communication, 1987), as speech is heard.
double bandFrequency(std::size_t band);

/// A level in decibels, 0 being that of a sine at full scale. What is in all bands together is as
/// loud as the sound itself.
constexpr double decibelsOf(std::uint8_t level) {
    return level * 90.0 / 255 - 90;
}

/// What one column of a drawing shows: levels from -90 dB or less (0) to 0 dB (255).
struct SpectrumColumn {
    std::array<std::uint8_t, kBands> levels{};
    bool isThere = false;  ///< False where a part of it is not made yet.
};

/// The spectrogram of a film: a tile a chunk (sound_sink.h), of columns 20 ms long. Column k is
/// about the middle of the film time from 20 k to 20 (k + 1) ms, seen through a Hann window of 1/24
/// to 1/12 s. Tiles are kept packed, about 7 MB an hour; levels are to 2 dB.
///
/// Can be looked at by any thread while another one makes it.
class Spectrogram {
public:
    Spectrogram();
    Spectrogram(const Spectrogram&) = delete;
    Spectrogram& operator=(const Spectrogram&) = delete;
    ~Spectrogram();

    /// `count` columns of equal width from `from` until before `to`: the loudest of what lies in
    /// each, or where they are narrower than a tile's, between the two around. Unpacks each tile
    /// that is looked at, which takes a fraction of a millisecond, and keeps a few; columns of 1.28
    /// s and more need none. Empty where `from` is not before `to`.
    std::vector<SpectrumColumn> columns(Time from, Time to, int count) const;
    /// What is made, in order, in whole chunks.
    std::vector<Stretch> there() const;

    struct Store;
    const Store& store() const { return *store_; }
    Store& store() { return *store_; }

private:
    std::unique_ptr<Store> store_;
};

/// A sink that makes `spectrogram`, which must outlive it.
std::unique_ptr<SoundSink> makeSpectrumSink(Spectrogram& spectrogram);

}  // namespace subs::media
