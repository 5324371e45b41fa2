// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ffmpeg.h"

#include <array>
#include <cstdint>
#include <vector>

namespace subs::media {

/// Brings pictures of high dynamic range (PQ or HLG, ITU-R BT.2100) onto a screen that has not,
/// for looking at: what is up to 90 cd/m² stays as bright as it is beside the white of graphics
/// (203 cd/m²), and what is brighter, up to 1,000 cd/m², is brought together below white (the EETF
/// of ITU-R BT.2390-10, 5.4.1, of luminance). Colours that the screen has not are cut off.
class RangeMapping {
public:
    using Srgb = std::array<std::uint8_t, 3>;

    /// `transfer`: AVCOL_TRC_SMPTE2084 or AVCOL_TRC_ARIB_STD_B67.
    explicit RangeMapping(AVColorTransferCharacteristic transfer);

    AVColorTransferCharacteristic transfer() const { return transfer_; }

    /// Red, green and blue of BT.2020 as 16 bits.
    Srgb mapped(std::array<std::uint16_t, 3> signal) const;

private:
    /// Signals of each colour that are worked out; between them it is interpolated.
    static constexpr int kSteps = 49;

    AVColorTransferCharacteristic transfer_;
    std::vector<std::array<float, 3>> grid_;  ///< Blue changes fastest, then green; 0 to 255.
};

}  // namespace subs::media
