// SPDX-License-Identifier: MIT
#include "qc/profile_keys.h"

#include <subs/time/fraction.h>

#include <fmt/format.h>

#include <cmath>
#include <limits>

namespace subs {
namespace {

using Node = toml::node;

bool readText(std::string& target, const Node& node) {
    const auto text = node.value_exact<std::string>();
    if (!text || text->empty()) return false;
    target = *text;
    return true;
}

bool readFlag(bool& target, const Node& node) {
    const auto flag = node.value_exact<bool>();
    if (flag) target = *flag;
    return flag.has_value();
}

bool readDate(std::string& target, const Node& node) {
    const auto date = node.value_exact<toml::date>();
    if (date) target = fmt::format("{:04}-{:02}-{:02}", date->year, date->month, date->day);
    return date.has_value();
}

bool readLanguages(std::vector<std::string>& target, const Node& node) {
    const toml::array* tags = node.as_array();
    if (!tags) return false;
    for (const Node& tag : *tags) {
        if (!readText(target.emplace_back(), tag)) return false;
    }
    return true;
}

bool readUnit(CountUnit& target, const Node& node) {
    const auto unit = countUnitNamed(node.value_exact<std::string>().value_or(""));
    if (unit) target = *unit;
    return unit.has_value();
}

/// A whole number or a decimal above 0.
bool readAmount(std::optional<double>& target, const Node& node) {
    if (!node.is_number()) return false;
    target = node.value<double>();
    return target && *target > 0 && std::isfinite(*target);
}

bool readShare(std::optional<double>& target, const Node& node) {
    return readAmount(target, node) && *target <= 1;
}

bool isWhole(const Node& node, std::int64_t least) {
    const auto whole = node.value_exact<std::int64_t>();
    return whole && *whole >= least && *whole <= std::numeric_limits<int>::max();
}

bool readWhole(std::optional<int>& target, const Node& node) {
    if (!isWhole(node, 1)) return false;
    target = static_cast<int>(*node.value_exact<std::int64_t>());
    return true;
}

bool readTolerance(int& target, const Node& node) {
    if (!isWhole(node, 0)) return false;
    target = static_cast<int>(*node.value_exact<std::int64_t>());
    return true;
}

/// Whole seconds, or a quotient or decimal between quotes: a duration is exact.
bool readSeconds(std::optional<Time>& target, const Node& node) {
    constexpr std::int64_t kMost = 86'400;
    const auto whole = node.value_exact<std::int64_t>();
    const auto text = node.value_exact<std::string>();
    const auto seconds =
        whole ? Result<Fraction>(Fraction(*whole)) : parseFraction(text.value_or(""));
    if (!seconds || *seconds <= Fraction(0) || *seconds > Fraction(kMost)) return false;
    if (seconds->denominator() > kMost) return false;
    target = timeFromSeconds(*seconds);
    return true;
}

bool readCountUse(LineCountUse& target, const Node& node) {
    const std::string use = node.value_exact<std::string>().value_or("");
    if (use == "without-font") target = LineCountUse::WithoutFont;
    return use == "always" || use == "without-font";
}

bool readBalance(Balance& target, const Node& node) {
    const std::string balance = node.value_exact<std::string>().value_or("");
    if (balance == "even") target = Balance::Even;
    return balance == "even" || balance == "bottom-heavy";
}

constexpr std::string_view kText = "a text between quotes";
constexpr std::string_view kUnit = "\"code-points\", \"graphemes\", \"clusters\" or \"columns\"";
constexpr std::string_view kAmount = "a number above 0";
constexpr std::string_view kWhole = "a whole number above 0";
constexpr std::string_view kSeconds =
    "seconds above 0 and up to a day: a whole number, or \"5/6\" or \"0.5\" between quotes";

// clang-format off
constexpr ProfileKey kKeys[] = {
    {"", "id", kText, [](Profile& p, const Node& n) { return readText(p.id, n); }, true},
    {"", "title", kText, [](Profile& p, const Node& n) { return readText(p.title, n); }, true},
    {"", "source", kText, [](Profile& p, const Node& n) { return readText(p.source, n); }, true},
    {"", "source_url", kText, [](Profile& p, const Node& n) { return readText(p.sourceUrl, n); }},
    {"", "source_date", "a date like 2026-08-07", [](Profile& p, const Node& n) { return readDate(p.sourceDate, n); }},
    {"", "provisional", "true or false", [](Profile& p, const Node& n) { return readFlag(p.provisional, n); }},
    {"", "languages", "a list of language tags like [\"km\"]",
     [](Profile& p, const Node& n) { return readLanguages(p.languages, n); }},
    {"", "default", "true or false", [](Profile& p, const Node& n) { return readFlag(p.isDefault, n); }},
    {"line", "unit", kUnit, [](Profile& p, const Node& n) { return readUnit(p.lineUnit, n); }},
    {"line", "max_count", kAmount, [](Profile& p, const Node& n) { return readAmount(p.maxLineCount, n); }},
    {"line", "count_applies", "\"always\" or \"without-font\"",
     [](Profile& p, const Node& n) { return readCountUse(p.lineCountUse, n); }},
    {"line", "max_width_em", kAmount, [](Profile& p, const Node& n) { return readAmount(p.maxLineWidthEm, n); }},
    {"line", "max_width_share", "a number above 0 and up to 1",
     [](Profile& p, const Node& n) { return readShare(p.maxLineWidthShare, n); }},
    {"line", "max_lines", kWhole, [](Profile& p, const Node& n) { return readWhole(p.maxLines, n); }},
    {"line", "balance", "\"bottom-heavy\" or \"even\"",
     [](Profile& p, const Node& n) { return readBalance(p.balance, n); }},
    {"picture", "safe_width", "a number above 0 and up to 1",
     [](Profile& p, const Node& n) { return readShare(p.safeWidth, n); }},
    {"picture", "safe_height", "a number above 0 and up to 1",
     [](Profile& p, const Node& n) { return readShare(p.safeHeight, n); }},
    {"speed", "unit", kUnit, [](Profile& p, const Node& n) { return readUnit(p.speedUnit, n); }},
    {"speed", "max_per_second", kAmount, [](Profile& p, const Node& n) { return readAmount(p.maxSpeed, n); }},
    {"duration", "min_seconds", kSeconds, [](Profile& p, const Node& n) { return readSeconds(p.minDuration, n); }},
    {"duration", "max_seconds", kSeconds, [](Profile& p, const Node& n) { return readSeconds(p.maxDuration, n); }},
    {"duration", "tolerance_frames", "a whole number, 0 or more",
     [](Profile& p, const Node& n) { return readTolerance(p.durationToleranceFrames, n); }},
    {"gap", "min_frames", kWhole, [](Profile& p, const Node& n) { return readWhole(p.minGapFrames, n); }},
    {"gap", "overlap_allowed", "true or false", [](Profile& p, const Node& n) { return readFlag(p.overlapAllowed, n); }},
};
// clang-format on

}  // namespace

std::span<const ProfileKey> profileKeys() {
    return kKeys;
}

}  // namespace subs
