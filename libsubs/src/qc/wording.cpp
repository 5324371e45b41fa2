// SPDX-License-Identifier: MIT
#include "qc/wording.h"

#include <fmt/format.h>

#include <cmath>

namespace subs {
namespace {

constexpr double kPlaces = 100;
/// What binary fractions are off by: 20.24 × 100 is 2023.9999….
constexpr double kNoise = 1e-7;

}  // namespace

std::string plainNumber(double value) {
    std::string text = fmt::format("{:.2f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

std::string roundedUp(double value) {
    return plainNumber(std::ceil(value * kPlaces - kNoise) / kPlaces);
}
std::string roundedDown(double value) {
    return plainNumber(std::floor(value * kPlaces + kNoise) / kPlaces);
}

std::string quantity(std::string_view number, std::string_view one) {
    return fmt::format("{} {}{}", number, one, number == "1" ? "" : "s");
}

std::string_view wordFor(CountUnit unit) {
    switch (unit) {
        case CountUnit::CodePoints:
            return "code point";
        case CountUnit::Clusters:
            return "cluster";
        case CountUnit::Columns:
            return "column";
        case CountUnit::Graphemes:
            break;
    }
    return "character";
}

std::string_view isOrAre(std::string_view number) {
    return number == "1" ? "is" : "are";
}

double inMilliseconds(Time time) {
    return static_cast<double>(time.flicks()) / static_cast<double>(Time::kPerMillisecond);
}

}  // namespace subs
