// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

// Signals and the light that they stand for. Signals are from 0 to 1.
namespace subs::media {

/// Red, green and blue.
using Color = std::array<double, 3>;

/// What graphics are as white as in a picture of high dynamic range, in cd/m² (ITU-R BT.2408-7,
/// 2.1): 58 % of PQ, 75 % of HLG.
inline constexpr double kGraphicsWhite = 203;

/// sRGB (IEC 61966-2-1); light 1 is white.
double lightOfSrgb(double signal);
double srgbOf(double light);

/// PQ (ITU-R BT.2100-2, table 4); light in cd/m², up to 10,000.
double lightOfPq(double signal);
double pqOf(double light);

/// HLG (ITU-R BT.2100-2, table 5); light is the scene's, from 0 to 1.
double lightOfHlg(double signal);
double hlgOf(double light);

/// Light of the primaries of BT.709 in those of BT.2020 (ITU-R BT.2087-0), and back (ITU-R
/// BT.2407-0): colours outside of the smaller triangle have negative parts.
Color inWidePrimaries(const Color& light);
Color inUsualPrimaries(const Color& light);

}  // namespace subs::media
