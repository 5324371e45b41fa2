// SPDX-License-Identifier: MIT
#pragma once

#include <subs/time/fraction.h>

#include "format/xml/xml_events.h"

#include <cstdint>
#include <functional>
#include <string_view>

namespace subs::ttml {

enum class TimeBase : std::uint8_t { Media, Smpte, Clock };
/// Which time codes are left out to keep up with the clock (TTML2 §7.2.4).
enum class DropMode : std::uint8_t { NonDrop, DropNtsc, DropPal };

/// What the root element says of the times and lengths in its file (TTML2 §7.2).
struct Parameters {
    TimeBase timeBase = TimeBase::Media;
    DropMode dropMode = DropMode::NonDrop;
    bool isDiscontinuous = false;   ///< Time codes are marks on the film, not times of it.
    std::int64_t frameRate = 30;    ///< As time codes count.
    Fraction framesPerSecond = 30;  ///< `frameRate` × multiplier.
    std::int64_t subFrameRate = 1;  ///< In a frame.
    std::int64_t tickRate = 1;      ///< In a second.
    std::int32_t columns = 32;      ///< Cells of the picture's width.
    std::int32_t rows = 15;         ///< Cells of its height.
    std::int32_t width = 0;         ///< Of the root container in pixels; 0: not said.
    std::int32_t height = 0;

    friend bool operator==(const Parameters&, const Parameters&) = default;
};

/// Those of `root`; a value that means nothing leaves the default and is told.
Parameters parametersOf(const XmlTag& root,
                        const std::function<void(const XmlAttribute&)>& flawed = {});

}  // namespace subs::ttml
