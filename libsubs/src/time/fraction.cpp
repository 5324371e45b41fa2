// SPDX-License-Identifier: MIT
#include <subs/time/fraction.h>

#include "wide.h"

#include <fmt/format.h>

#include <cassert>
#include <charconv>
#include <numeric>
#include <optional>

namespace subs {
namespace {

constexpr std::size_t kMostDigits = 18;  // as many as every 64-bit number can hold
constexpr int kMostDecimals = 9;

std::optional<std::int64_t> parseDigits(std::string_view digits) {
    if (digits.empty() || digits.size() > kMostDigits) return std::nullopt;
    if (digits.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::int64_t powerOfTen(std::size_t exponent) {
    std::int64_t power = 1;
    while (exponent-- > 0)
        power *= 10;
    return power;
}

std::optional<Fraction> parseDecimal(std::string_view text) {
    const std::size_t point = text.find('.');
    const std::string_view decimals = point == std::string_view::npos ? "" : text.substr(point + 1);
    if (point != std::string_view::npos && decimals.empty()) return std::nullopt;
    const auto digits = parseDigits(fmt::format("{}{}", text.substr(0, point), decimals));
    if (!digits) return std::nullopt;
    return Fraction(*digits, powerOfTen(decimals.size()));
}

std::optional<Fraction> parseUnsigned(std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return parseDecimal(text);
    const auto numerator = parseDigits(text.substr(0, slash));
    const auto denominator = parseDigits(text.substr(slash + 1));
    if (!numerator || !denominator || *denominator == 0) return std::nullopt;
    return Fraction(*numerator, *denominator);
}

/// The fewest decimal places that write a quotient by `denominator` exactly.
std::optional<int> decimalPlacesFor(std::int64_t denominator) {
    std::int64_t scale = 1;
    for (int places = 0; places <= kMostDecimals; ++places, scale *= 10)
        if (scale % denominator == 0) return places;
    return std::nullopt;
}

}  // namespace

Fraction::Fraction(std::int64_t numerator, std::int64_t denominator) {
    assert(denominator > 0);
    const std::int64_t common = std::gcd(numerator, denominator);
    numerator_ = numerator / common;
    denominator_ = denominator / common;
}

std::int64_t Fraction::floored() const {
    return static_cast<std::int64_t>(wideFloor(numerator_, denominator_));
}

std::int64_t Fraction::nearest() const {
    return clampedToInt64(wideNearest(numerator_, denominator_));
}

std::strong_ordering operator<=>(Fraction a, Fraction b) {
    const Wide left = Wide{a.numerator_} * b.denominator_;
    const Wide right = Wide{b.numerator_} * a.denominator_;
    if (left == right) return std::strong_ordering::equal;
    return left < right ? std::strong_ordering::less : std::strong_ordering::greater;
}

Result<Fraction> parseFraction(std::string_view text) {
    const bool negative = text.starts_with('-');
    const auto value = parseUnsigned(negative ? text.substr(1) : text);
    if (!value)
        return failure("time.bad-number",
                       fmt::format("\"{}\" is no whole number, decimal or fraction", text));
    return negative ? Fraction(-value->numerator(), value->denominator()) : *value;
}

std::string formatted(Fraction fraction) {
    const auto places = decimalPlacesFor(fraction.denominator());
    if (!places) return fmt::format("{}/{}", fraction.numerator(), fraction.denominator());
    if (*places == 0) return fmt::format("{}", fraction.numerator());
    const Wide magnitude =
        fraction.numerator() < 0 ? -Wide{fraction.numerator()} : Wide{fraction.numerator()};
    const Wide remainder =
        magnitude % fraction.denominator() * powerOfTen(static_cast<std::size_t>(*places));
    return fmt::format("{}{}.{:0{}}",
                       fraction.numerator() < 0 ? "-" : "",
                       static_cast<std::int64_t>(magnitude / fraction.denominator()),
                       static_cast<std::int64_t>(remainder / fraction.denominator()),
                       *places);
}

Time timeFromMilliseconds(Fraction ms) {
    const Wide flicks = Wide{ms.numerator()} * Time::kPerMillisecond;
    return Time::fromFlicks(clampedToInt64(wideNearest(flicks, ms.denominator())));
}

Time timeFromSeconds(Fraction seconds) {
    const Wide flicks = Wide{seconds.numerator()} * Time::kPerSecond;
    return Time::fromFlicks(clampedToInt64(wideNearest(flicks, seconds.denominator())));
}

Fraction exactMilliseconds(Time time) {
    return {time.flicks(), Time::kPerMillisecond};
}

}  // namespace subs
