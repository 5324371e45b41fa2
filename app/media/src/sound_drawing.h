// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/media/peaks.h>
#include <subs/media/picture.h>
#include <subs/media/spectrogram.h>

#include <span>

namespace subs::media {

/// The waveform, a column a pixel: how far it swings, the rms darker inside, full scale at the
/// edges of the picture. Hatched where it is not there.
Picture drawnWaveform(std::span<const PeakColumn> columns, int height);
/// The spectrogram, a column a pixel, low frequencies at the bottom, darker where it is louder.
Picture drawnSpectrogram(std::span<const SpectrumColumn> columns, int height);

}  // namespace subs::media
