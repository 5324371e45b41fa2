// SPDX-License-Identifier: MIT
#include "edit/canvas_scale.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <system_error>

namespace subs {
namespace {

std::string decimal(double number) {
    std::string text = fmt::format("{:.3f}", number);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text == "-0" ? "0" : text;
}

bool beginsNumber(std::string_view text) {
    if (text.starts_with('-') || text.starts_with('.')) text.remove_prefix(1);
    if (text.starts_with('.')) text.remove_prefix(1);
    return !text.empty() && text.front() >= '0' && text.front() <= '9';
}

}  // namespace

CanvasScale scaleBetween(const Canvas& from, const Canvas& to) {
    if (std::min({from.width, from.height, to.width, to.height}) <= 0) return {};
    CanvasScale scale;
    scale.x = static_cast<double>(to.width) / from.width;
    scale.y = static_cast<double>(to.height) / from.height;
    scale.size = scale.y;
    if (from.scaledBorder || to.scaledBorder) scale.border = scale.y;
    return scale;
}

std::string scaledNumber(std::string_view text, double factor) {
    constexpr double kMost = 1e9;
    if (factor == 1) return std::string(text);
    const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
    std::string_view digits = text.substr(begin);
    if (digits.starts_with('+')) digits.remove_prefix(1);
    double number = 0;
    if (!beginsNumber(digits)) return std::string(text);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || std::abs(number * factor) > kMost) return std::string(text);
    const auto read = static_cast<std::size_t>(end - digits.data());
    return std::string(text.substr(0, begin)) + decimal(number * factor) +
           std::string(digits.substr(read));
}

std::int32_t scaledLength(std::int32_t length, double factor) {
    constexpr double kMost = 1e9;
    const double scaled = std::clamp(length * factor, -kMost, kMost);
    const auto rounded = static_cast<std::int32_t>(std::lround(scaled));
    if (rounded != 0 || length == 0) return rounded;
    return length > 0 ? 1 : -1;
}

}  // namespace subs
