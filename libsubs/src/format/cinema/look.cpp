// SPDX-License-Identifier: MIT
#include "format/cinema/look.h"

#include "format/cinema/dialect.h"
#include "format/cinema/placement.h"
#include "format/cinema/put_value.h"
#include "format/xml/words.h"
#include "model/em_height.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace subs::cinema {
namespace {

constexpr std::uint8_t kOpaque = 255;

std::optional<Color> colorIn(std::string_view text) {
    constexpr std::size_t kDigits = 8;
    constexpr int kHex = 16;
    std::uint32_t value = 0;
    if (text.size() != kDigits) return std::nullopt;
    const auto [end, error] = std::from_chars(text.data(), text.data() + kDigits, value, kHex);
    if (error != std::errc() || end != text.data() + kDigits) return std::nullopt;
    const auto byte = [&](unsigned place) { return static_cast<std::uint8_t>(value >> place); };
    return Color{byte(16), byte(8), byte(0), byte(24)};
}

std::optional<bool> choiceOf(std::string_view value, std::string_view yes, std::string_view no) {
    if (isSameName(value, yes)) return true;
    if (isSameName(value, no)) return false;
    return std::nullopt;
}

std::optional<Effect> effectIn(std::string_view value) {
    if (isSameName(value, "none")) return Effect::None;
    if (isSameName(value, "border")) return Effect::Border;
    if (isSameName(value, "shadow")) return Effect::Shadow;
    return std::nullopt;
}

std::optional<std::int64_t> sizeIn(std::string_view value) {
    constexpr std::int64_t kMost = 10'000;
    const auto size = wholeNumber(value);
    return size && *size > 0 && *size <= kMost ? size : std::nullopt;
}

/// False for a value that means nothing.
bool read(Look& look, std::string_view name, std::string_view value) {
    if (isSameName(name, "Italic")) return putValue(look.italic, choiceOf(value, "yes", "no"));
    if (isSameName(name, "Underline") || isSameName(name, "Underlined"))
        return putValue(look.underline, choiceOf(value, "yes", "no"));
    if (isSameName(name, "Weight")) return putValue(look.bold, choiceOf(value, "bold", "normal"));
    if (isSameName(name, "Color")) return putValue(look.color, colorIn(value));
    if (isSameName(name, "EffectColor")) return putValue(look.effectColor, colorIn(value));
    if (isSameName(name, "Effect")) return putValue(look.effect, effectIn(value));
    if (isSameName(name, "Size")) return putValue(look.size, sizeIn(value));
    return true;
}

}  // namespace

Look within(const Look& look, const XmlTag& tag, std::vector<std::string_view>& unknown) {
    Look result = look;
    for (const XmlAttribute& attribute : tag.attributes)
        if (!read(result, attribute.name, trimmed(attribute.value)))
            unknown.push_back(attribute.value);
    return result;
}

std::string colorText(Color color) {
    return fmt::format("{:02X}{:02X}{:02X}{:02X}", color.alpha, color.red, color.green, color.blue);
}

std::string spanColor(Color color) {
    std::string text = fmt::format("#{:02X}{:02X}{:02X}", color.red, color.green, color.blue);
    if (color.alpha != kOpaque) text += fmt::format("{:02X}", color.alpha);
    return text;
}

double styleSize(std::int64_t points, std::int32_t canvasHeight, double emHeight) {
    return tidySize(static_cast<double>(points) * canvasHeight / kPointsOfHeight * emHeight);
}

std::int64_t pointsOf(double styleSize, std::int32_t canvasHeight, double emHeight) {
    const double points = styleSize / emHeight * kPointsOfHeight / std::max(canvasHeight, 1);
    constexpr double kMost = 10'000;
    return std::isfinite(points) ? std::llround(std::clamp(points, 1.0, kMost)) : Look().size;
}

}  // namespace subs::cinema
