// SPDX-License-Identifier: GPL-3.0-or-later
#include "lasting.h"

#include <algorithm>

namespace subs::media::speech {
namespace {

enum class Pick { Least, Greatest };

template <Pick pick>
void take(std::span<float> held, std::span<const float> values) {
    for (std::size_t band = 0; band < held.size(); ++band) {
        held[band] = pick == Pick::Least ? std::min(held[band], values[band])
                                         : std::max(held[band], values[band]);
    }
}

/// Of each band the least or greatest value within `reach` frames.
template <Pick pick>
Plane picked(const Plane& plane, std::size_t reach) {
    Plane result(plane.frames(), plane.bands());
    for (std::size_t frame = 0; frame < plane.frames(); ++frame) {
        const std::size_t begin = frame - std::min(frame, reach);
        const std::size_t end = std::min(frame + reach + 1, plane.frames());
        std::ranges::copy(plane[begin], result[frame].begin());
        for (std::size_t other = begin + 1; other < end; ++other)
            take<pick>(result[frame], plane[other]);
    }
    return result;
}

}  // namespace

Plane lastingPart(const Plane& spectra, std::size_t length) {
    return picked<Pick::Greatest>(picked<Pick::Least>(spectra, length / 2), length / 2);
}

}  // namespace subs::media::speech
