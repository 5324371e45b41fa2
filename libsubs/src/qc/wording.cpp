// SPDX-License-Identifier: MIT
#include "qc/wording.h"

#include <subs/base/utf8.h>
#include <subs/text/clusters.h>

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

std::string shortened(std::string_view text) {
    constexpr std::size_t kMostClusters = 12;
    constexpr std::size_t kMostBytes = 120;
    std::size_t end = 0;
    for (std::size_t i = 0; i < kMostClusters && end < text.size(); ++i) {
        const std::size_t next = nextCluster(text, end);
        if (next > kMostBytes) break;
        end = next;
    }
    // Of a cluster that no line can show, as many code points as may be.
    while (end == 0 ||
           (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80))
        ++end;
    return withReplacements(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

std::string andMore(std::size_t count) {
    return count > 1 ? fmt::format(" and {} more", count - 1) : std::string();
}

std::string_view isOrAre(std::string_view number) {
    return number == "1" ? "is" : "are";
}

double inMilliseconds(Time time) {
    return static_cast<double>(time.flicks()) / static_cast<double>(Time::kPerMillisecond);
}

}  // namespace subs
