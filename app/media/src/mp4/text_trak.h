// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mp4/text_samples.h"

#include <cstdint>
#include <string>

namespace subs::media::mp4 {

/// A track of timed text, as its table tells of it.
struct TextTrak {
    std::uint32_t id = 0;
    std::uint16_t alternateGroup = 0;
    bool isDefault = false;
    bool isForced = false;
    std::string language;     ///< BCP 47 or ISO 639-2; may be empty.
    std::string name;         ///< May be empty.
    std::string description;  ///< 3GPP TS 26.245, 5.16, from the flags on.
    TickRate rate;
    std::uint32_t movieRate = 0;   ///< Ticks a second of the movie.
    std::uint64_t emptyFirst = 0;  ///< How many of these pass before the track begins.
    bool isQuickTime = false;      ///< For an older file of QuickTime.
};

/// How long the track is, with what passes before it, in the movie's ticks.
std::uint64_t movieDuration(const TextTrak& trak, const TextSamples& samples);

/// The `trak` of it; the samples stand in the file from `offset` on. ISO/IEC 14496-12, 8.3 to 8.7;
/// what differs in older files by Apple's QuickTime File Format.
std::string trakBox(const TextTrak& trak, const TextSamples& samples, std::uint64_t offset);

}  // namespace subs::media::mp4
