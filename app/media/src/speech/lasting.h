// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plane.h"

#include <cstddef>

namespace subs::media::speech {

/// The bed that speech stands on: of each band what lasts for `length` frames at least, and holds
/// the frame. It is the morphological opening in time (Serra, Image Analysis and Mathematical
/// Morphology, 1982): the greatest of the least values of all stretches of that length round a
/// frame. Held notes, hum and noise stay in it from their first frame to their last, without the
/// delay of a running minimum (Martin, Noise power spectral density estimation, 2001); what is
/// shorter, such as a harmonic of a voice that glides, is taken off. `length` is odd. Stretches at
/// the beginning and the end of the plane are cut short there.
Plane lastingPart(const Plane& spectra, std::size_t length);

}  // namespace subs::media::speech
