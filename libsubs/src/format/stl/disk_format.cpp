// SPDX-License-Identifier: MIT
#include "format/stl/disk_format.h"

#include <fmt/format.h>

#include <array>

namespace subs::stl {
namespace {

struct DiskFormat {
    int number;
    Fraction rate;
    DropFrame drop;

    TimeCodes codes() const { return {FrameRate::fromFraction(rate).value_or(FrameRate()), drop}; }
};

/// The usual one first.
const std::array<DiskFormat, 8>& diskFormats() {
    static const std::array<DiskFormat, 8> kFormats{{{25, Fraction(25), DropFrame::No},
                                                     {30, Fraction(30000, 1001), DropFrame::Yes},
                                                     {24, Fraction(24), DropFrame::No},
                                                     {23, Fraction(24000, 1001), DropFrame::No},
                                                     {29, Fraction(30000, 1001), DropFrame::No},
                                                     {48, Fraction(48), DropFrame::No},
                                                     {50, Fraction(50), DropFrame::No},
                                                     {60, Fraction(60000, 1001), DropFrame::Yes}}};
    return kFormats;
}

}  // namespace

std::optional<TimeCodes> codesOf(std::string_view diskFormat) {
    for (const DiskFormat& format : diskFormats())
        if (diskFormat.starts_with(fmt::format("STL{}", format.number))) return format.codes();
    return std::nullopt;
}

std::optional<TimeCodes> codesFor(FrameRate rate) {
    for (const DiskFormat& format : diskFormats())
        if (format.rate == rate.framesPerSecond()) return format.codes();
    return std::nullopt;
}

TimeCodes usualCodes() {
    return diskFormats().front().codes();
}

std::string diskFormatOf(const TimeCodes& codes) {
    int number = diskFormats().front().number;
    for (const DiskFormat& format : diskFormats())
        if (format.rate == codes.rate().framesPerSecond() && format.drop == codes.drop())
            number = format.number;
    return fmt::format("STL{}.01", number);
}

}  // namespace subs::stl
