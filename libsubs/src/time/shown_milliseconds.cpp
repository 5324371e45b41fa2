// SPDX-License-Identifier: MIT
#include "time/shown_milliseconds.h"

#include <subs/time/time.h>

#include "time/wide.h"

#include <fmt/format.h>

namespace subs {

std::string shownMilliseconds(Fraction ms) {
    std::string exact = formatted(ms);
    if (exact.find('/') == std::string::npos) return exact;
    constexpr std::int64_t kThousandths = 1000;
    const Wide parts = Wide{ms.numerator()} * kThousandths;
    const std::int64_t rounded = clampedToInt64(wideNearest(parts, ms.denominator()));
    const Wide off = parts - Wide{rounded} * ms.denominator();
    const Wide halfFlick =
        Wide{ms.denominator()} * kThousandths / (Wide{2} * Time::kPerMillisecond);
    const bool isNear = (off < 0 ? -off : off) <= halfFlick;
    return fmt::format("{}{}", isNear ? "" : "about ", formatted(Fraction(rounded, kThousandths)));
}

}  // namespace subs
