// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace subs::tracks {

/// A style record (3GPP TS 26.245, 5.15).
struct StyleRecord {
    std::uint32_t begin = 0;  ///< In characters; the end is not of it.
    std::uint32_t end = 0;
    std::uint16_t font = 0;
    std::uint8_t face = 0;  ///< Bits: 1 bold, 2 italic, 4 underline.
    std::uint8_t size = 0;
    std::uint32_t color = 0xFFFFFFFF;  ///< RRGGBBAA
};

/// What the sample description says of all samples (5.16).
struct TimedTextDefaults {
    std::int8_t across = 1;  ///< 0 left, 1 centred, -1 right.
    std::int8_t down = -1;   ///< 0 top, 1 centred, -1 bottom.
    StyleRecord style;
    bool isKnown = false;  ///< The bytes were enough.
};
TimedTextDefaults timedTextDefaults(std::string_view description);

/// A description: text of `style`, in the middle of the lowest line of a picture of this size.
std::string timedTextDescription(const StyleRecord& style, std::int32_t width, std::int32_t height);

/// A sample (5.17): a text and boxes that modify it.
struct TimedTextSample {
    std::string text;  ///< UTF-8, lines ended by '\n'.
    std::vector<StyleRecord> styles;
    std::vector<std::string> otherBoxes;  ///< Names of those that are not carried: "hlit", "krok".
    bool isDamaged = false;               ///< Something in it is cut off; what there is was taken.
};
TimedTextSample timedTextSample(std::string_view bytes);

/// The other way, with a box of styles where there are any. The text is at most 65,535 bytes long.
std::string sampleBytes(const TimedTextSample& sample);

}  // namespace subs::tracks
