// SPDX-License-Identifier: MIT
#include "format/xlsx/number_format.h"

#include "format/xlsx/number_format_parts.h"
#include "text/letter_kinds.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <vector>

namespace subs::xlsx {
namespace {

using Kind = NumberFormat::Kind;
using Type = FormatPart::Type;

constexpr std::int64_t kSecond = 1000;
constexpr std::int64_t kMinute = 60 * kSecond;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;
/// The last day that there is, 9999-12-31 (18.17.4.1).
constexpr double kMostDays = 2'958'466;

std::optional<double> numberIn(std::string_view value) {
    double number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    const bool isWhole = error == std::errc() && end == value.data() + value.size();
    return isWhole && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

struct Built {
    unsigned id;
    std::string_view code;
};

/// 18.8.30, with those of the computer's language marked.
constexpr std::array<Built, 27> kBuiltIn{{{1, "0"},
                                          {2, "0.00"},
                                          {3, "#,##0"},
                                          {4, "#,##0.00"},
                                          {9, "0%"},
                                          {10, "0.00%"},
                                          {11, "0.00E+00"},
                                          {12, "# ?/?"},
                                          {13, "# ?\?/?\?"},
                                          {14, "[$-F800]yyyy-mm-dd"},
                                          {15, "d-mmm-yy"},
                                          {16, "d-mmm"},
                                          {17, "mmm-yy"},
                                          {18, "h:mm AM/PM"},
                                          {19, "h:mm:ss AM/PM"},
                                          {20, "h:mm"},
                                          {21, "h:mm:ss"},
                                          {22, "[$-F800]yyyy-mm-dd h:mm"},
                                          {37, "#,##0_)"},
                                          {38, "#,##0_)"},
                                          {39, "#,##0.00_)"},
                                          {40, "#,##0.00_)"},
                                          {45, "mm:ss"},
                                          {46, "[h]:mm:ss"},
                                          {47, "mm:ss.0"},
                                          {48, "##0.0E+0"},
                                          {49, "@"}}};

/// A moment as a date and a time of day.
struct Moment {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    unsigned weekday = 0;  ///< From Sunday.
    std::int64_t inDay = 0;
    std::int64_t all = 0;  ///< Milliseconds from the first day on.
};

/// Excel has a 29th of February 1900, for the sake of Lotus 1-2-3 (18.17.4.1).
Moment momentAt(std::int64_t milliseconds, DateBase base) {
    constexpr std::int64_t kLeapDay = 60;
    const std::int64_t serial = milliseconds / kDay;
    Moment moment;
    moment.all = milliseconds;
    moment.inDay = milliseconds % kDay;
    const bool isOf1900 = base == DateBase::Of1900;
    moment.weekday = static_cast<unsigned>((serial + (isOf1900 ? 6 : 5)) % 7);
    if (isOf1900 && (serial == 0 || serial == kLeapDay)) {
        moment.year = 1900;
        moment.month = serial == 0 ? 1 : 2;
        moment.day = serial == 0 ? 0 : 29;
        return moment;
    }
    using namespace std::chrono;
    const sys_days first = isOf1900 ? sys_days{year{1899} / 12 / (serial < kLeapDay ? 31 : 30)}
                                    : sys_days{year{1904} / 1 / 1};
    const year_month_day date{first + days{serial}};
    moment.year = static_cast<int>(date.year());
    moment.month = static_cast<unsigned>(date.month());
    moment.day = static_cast<unsigned>(date.day());
    return moment;
}

std::string clockText(std::int64_t ms) {
    return fmt::format(
        "{:02}:{:02}:{:02}.{:03}", ms / kHour, ms / kMinute % 60, ms / kSecond % 60, ms % kSecond);
}

std::string dateText(std::int64_t ms, DateBase base) {
    if (ms < kDay && base == DateBase::Of1900) return clockText(ms);
    const Moment moment = momentAt(ms, base);
    std::string text = fmt::format("{:04}-{:02}-{:02}", moment.year, moment.month, moment.day);
    if (moment.inDay == 0) return text;
    text += ' ' + clockText(moment.inDay);
    if (text.ends_with(".000")) text.resize(text.size() - 4);
    return text;
}

std::optional<std::int64_t> millisecondsIn(double days) {
    if (std::abs(days) >= kMostDays) return std::nullopt;
    return std::llround(days * static_cast<double>(kDay));
}

constexpr std::array<std::string_view, 12> kMonths{"January",
                                                   "February",
                                                   "March",
                                                   "April",
                                                   "May",
                                                   "June",
                                                   "July",
                                                   "August",
                                                   "September",
                                                   "October",
                                                   "November",
                                                   "December"};
constexpr std::array<std::string_view, 7> kDays{
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

/// Writes a date or a time by the parts of a format.
class MomentWriter {
public:
    MomentWriter(const std::vector<FormatPart>& parts, std::int64_t milliseconds, DateBase base)
        : parts_(parts), moment_(momentAt(roundedTo(milliseconds), base)) {
        isHalved_ = has(Type::Half);
        isEnglish_ = has(Type::English);
        isOfDate_ = std::ranges::any_of(parts, &FormatPart::isOfDate);
    }

    ShownNumber shown() {
        for (const FormatPart& part : parts_)
            append(part);
        return std::move(result_);
    }

private:
    bool has(Type type) const {
        return std::ranges::find(parts_, type, &FormatPart::type) != parts_.end();
    }

    /// To what is shown of seconds; without them nothing is rounded up.
    std::int64_t roundedTo(std::int64_t milliseconds) const {
        const auto fraction = std::ranges::find(parts_, Type::Fraction, &FormatPart::type);
        std::int64_t unit = has(Type::Second) || has(Type::ElapsedSeconds) ? kSecond : 1;
        for (std::size_t i = 0; fraction != parts_.end() && i < fraction->count && unit > 1; ++i)
            unit /= 10;
        return (milliseconds + unit / 2) / unit * unit;
    }

    void number(std::int64_t value, std::size_t digits) {
        fmt::format_to(
            std::back_inserter(result_.text), "{:0{}}", value, std::min<std::size_t>(digits, 10));
    }

    void name(std::string_view word, std::size_t letters) {
        result_.isSure = result_.isSure && isEnglish_;
        result_.text += word.substr(0, letters);
    }

    void append(const FormatPart& part) {
        const std::int64_t hour = moment_.inDay / kHour;
        switch (part.type) {
            case Type::Literal:
                // Stands for what the computer has between day and month.
                if (isOfDate_ && part.text == "/") result_.isSure = false;
                result_.text += part.text;
                return;
            case Type::Year:
                return part.count > 2 ? number(moment_.year, 4) : number(moment_.year % 100, 2);
            case Type::Month:
                return month(part.count);
            case Type::Day:
                return day(part.count);
            case Type::Hour:
                return number(isHalved_ ? (hour + 11) % 12 + 1 : hour, part.count);
            case Type::Minute:
                return number(moment_.inDay / kMinute % 60, part.count);
            case Type::Second:
                return number(moment_.inDay / kSecond % 60, part.count);
            case Type::Fraction:
                return fraction(part.count);
            case Type::Half:
                return half(part.text, hour);
            case Type::ElapsedHours:
                return number(moment_.all / kHour, part.count);
            case Type::ElapsedMinutes:
                return number(moment_.all / kMinute, part.count);
            case Type::ElapsedSeconds:
                return number(moment_.all / kSecond, part.count);
            case Type::English:
                return;
            case Type::Digit:
                // "dd.mm.yyyy", "mmmm d, yyyy"
                result_.isSure = result_.isSure && (part.text == "." || part.text == ",");
                result_.text += part.text;
                return;
            case Type::Text:
            case Type::Other:
                result_.isSure = false;
        }
    }

    void month(std::size_t count) {
        if (count <= 2) return number(moment_.month, count);
        const std::string_view word = kMonths.at(moment_.month - 1);
        name(word, count == 4 ? word.size() : count == 3 ? 3 : 1);
    }

    void day(std::size_t count) {
        if (count <= 2) return number(moment_.day, count);
        const std::string_view word = kDays.at(moment_.weekday);
        name(word, count == 3 ? 3 : word.size());
    }

    void fraction(std::size_t digits) {
        const std::string all = fmt::format("{:03}", moment_.inDay % kSecond);
        result_.isSure = result_.isSure && digits <= all.size();
        result_.text += '.' + all.substr(0, digits);
    }

    void half(std::string_view words, std::int64_t hour) {
        const std::size_t slash = words.find('/');
        name(hour < 12 ? words.substr(0, slash) : words.substr(slash + 1), words.size());
    }

    const std::vector<FormatPart>& parts_;
    Moment moment_;
    bool isHalved_ = false;
    bool isEnglish_ = false;
    bool isOfDate_ = false;
    ShownNumber result_;
};

/// "0", "#,##0", "0.00", "0%" and the like.
struct DigitFormat {
    std::size_t least = 0;  ///< Digits before the point.
    std::size_t decimals = 0;
    bool hasGroups = false;
    bool isPercent = false;
};

std::optional<DigitFormat> digitFormatIn(const std::vector<FormatPart>& parts) {
    std::string digits;
    for (const FormatPart& part : parts) {
        if (part.type != Type::Digit) return std::nullopt;
        digits += part.text;
    }
    DigitFormat format;
    format.isPercent = digits.ends_with('%');
    if (format.isPercent) digits.pop_back();
    const std::size_t point = std::min(digits.find('.'), digits.size());
    const std::string_view decimals =
        std::string_view(digits).substr(std::min(point + 1, digits.size()));
    std::string whole = digits.substr(0, point);
    format.hasGroups = whole == "#,##0";
    if (format.hasGroups) whole = "0";
    whole.erase(0, std::min(whole.find_first_not_of('#'), whole.size()));
    const auto areZeros = [](std::string_view text) {
        return text.find_first_not_of('0') == std::string_view::npos;
    };
    constexpr std::size_t kMost = 15;
    const bool isKnown = areZeros(whole) && areZeros(decimals) && decimals.size() <= kMost &&
                         whole.size() <= kMost && (decimals.empty() == (point == digits.size()));
    format.least = whole.size();
    format.decimals = decimals.size();
    return isKnown ? std::optional(format) : std::nullopt;
}

/// Ties go away from 0, of the number as its 15 digits have it; nothing where these do not do.
std::optional<std::string> digitsOf(double number, const DigitFormat& format) {
    constexpr double kMost = 1e15;
    const double scaled = number * std::pow(10.0, static_cast<double>(format.decimals)) *
                          (format.isPercent ? 100 : 1);
    if (std::abs(scaled) >= kMost) return std::nullopt;
    const std::string exact = fmt::format("{:.15g}", std::abs(scaled));
    const auto units = static_cast<std::int64_t>(std::round(numberIn(exact).value_or(0)));
    std::string text = fmt::format("{:0{}}", units, format.least + format.decimals);
    if (format.least == 0 && text == "0" && format.decimals == 0) text.clear();
    const std::size_t point = text.size() - std::min(format.decimals, text.size());
    if (format.hasGroups)
        for (std::size_t at = point; at > 3; at -= 3)
            text.insert(at - 3, ",");
    if (format.decimals > 0) text.insert(text.size() - format.decimals, ".");
    if (number < 0 && units != 0) text.insert(0, "-");
    return format.isPercent ? text + "%" : text;
}

}  // namespace

NumberFormat numberFormat(std::string_view code) {
    // Longer ones no program writes (Excel's limits).
    constexpr std::size_t kLongest = 255;
    if (code.size() > kLongest) return {Kind::Number, {}};
    const std::vector<FormatPart> parts = partsOfFormat(code);
    const auto any = [&](const auto& what) { return std::ranges::any_of(parts, what); };
    const std::string lower = withLoweredLatin(code);
    Kind kind = Kind::Number;
    if (lower.empty() || lower == "general")
        kind = Kind::General;
    else if (lower == "@")
        kind = Kind::Text;
    else if (lower.starts_with("general"))
        kind = Kind::Number;
    else if (any(&FormatPart::isOfDate))
        kind = Kind::Date;
    else if (any(&FormatPart::isElapsed))
        kind = Kind::Elapsed;
    else if (any(&FormatPart::isOfClock))
        kind = Kind::Clock;
    return {kind, std::string(code)};
}

NumberFormat builtInFormat(unsigned id) {
    const auto known = std::ranges::find(kBuiltIn, id, &Built::id);
    if (known != kBuiltIn.end()) return numberFormat(known->code);
    // Dates of East Asia and Thailand.
    const bool isDate = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    return numberFormat(isDate ? "[$-F800]yyyy-mm-dd" : "General");
}

std::string numberText(std::string_view value) {
    const auto number = numberIn(value);
    if (!number) return std::string(value);
    constexpr double kWhole = 1e15;
    if (*number == std::floor(*number) && std::abs(*number) < kWhole)
        return fmt::format("{}", static_cast<std::int64_t>(*number));
    return fmt::format("{:.15g}", *number);
}

std::string meantText(const NumberFormat& format, std::string_view value, DateBase base) {
    const bool isMoment =
        format.kind == Kind::Clock || format.kind == Kind::Elapsed || format.kind == Kind::Date;
    const auto number = isMoment ? numberIn(value) : std::nullopt;
    if (!number) return numberText(value);
    const auto ms = millisecondsIn(*number);
    if (!ms || (*ms < 0 && format.kind == Kind::Date)) return "#####";
    if (*ms < 0) return '-' + clockText(-*ms);
    if (format.kind == Kind::Date) return dateText(*ms, base);
    return clockText(format.kind == Kind::Clock ? *ms % kDay : *ms);
}

ShownNumber shownNumber(const NumberFormat& format, std::string_view value, DateBase base) {
    const auto number = numberIn(value);
    if (!number || !format.isSpecial()) return {numberText(value), true};
    const std::vector<FormatPart> parts = partsOfFormat(format.code);
    if (format.kind == Kind::Number) {
        // Numbers below 0, and 0 itself, may have sections of their own.
        const bool isOfFirst = *number > 0 || format.code.find(';') == format.code.npos;
        const auto known = isOfFirst ? digitFormatIn(parts) : std::nullopt;
        auto text = known ? digitsOf(*number, *known) : std::nullopt;
        const bool isSure = text.has_value();
        return {isSure ? *std::move(text) : numberText(value), isSure};
    }
    const auto ms = millisecondsIn(*number);
    if (!ms || *ms < 0) return {meantText(format, value, base), false};
    return MomentWriter(parts, *ms, base).shown();
}

}  // namespace subs::xlsx
