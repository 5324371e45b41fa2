// SPDX-License-Identifier: MIT
#pragma once

#include "format/cinema/spot.h"
#include "format/xml/xml_events.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace subs::cinema {

/// What means nothing in a file that is XML.
struct SpotFlaw {
    enum class Kind : std::uint8_t {
        Time,
        TimeBeyond,  ///< More units than a second has.
        Value,       ///< Of an attribute of a Font, Text or Image.
        Rate,        ///< Of the file.
        Vertical,    ///< A text that is written downwards.
    };
    Kind kind = Kind::Time;
    std::uint32_t line = 0;
    std::string_view detail;
};

/// Is told of the content of a file, in its order.
class SpotVisitor {
public:
    SpotVisitor() = default;
    SpotVisitor(const SpotVisitor&) = delete;
    SpotVisitor& operator=(const SpotVisitor&) = delete;
    virtual ~SpotVisitor() = default;

    virtual void spot(const Spot& spot, const Reel& reel) = 0;
    virtual void flaw(const SpotFlaw&) {}
    /// True ends the reading.
    virtual bool hasEnough(const Reel&) const { return false; }
};

/// Reads `text`, whose subtitles are told to `visitor`, and fills `reel`; answers what is wrong
/// with it as XML. `rate` is what units are where the file does not say. O(n).
std::vector<XmlFlaw> readSpots(std::string_view text,
                               SpotVisitor& visitor,
                               Reel& reel,
                               const Units& rate = {});

/// Reads `fragment`, a Subtitle element that is to stand where `place` stands in the file of
/// `reel`. Its stretches count from the fragment's beginning. False where it is no such element.
bool readSpot(std::string_view fragment, const Spot& place, const Reel& reel, Spot& result);

}  // namespace subs::cinema
