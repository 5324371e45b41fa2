// SPDX-License-Identifier: MIT
#include "format/ttml/time_expression.h"

#include "format/ttml/exact_seconds.h"
#include "format/xml/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace subs::ttml {
namespace {

constexpr std::int64_t kSixty = 60;
constexpr std::int64_t kHour = 3600;

struct Metric {
    std::string_view name;
    TimeForm form;
};

constexpr std::array<Metric, 6> kMetrics{{{"h", TimeForm::Hours},
                                          {"m", TimeForm::Minutes},
                                          {"s", TimeForm::Seconds},
                                          {"ms", TimeForm::Milliseconds},
                                          {"f", TimeForm::Frames},
                                          {"t", TimeForm::Ticks}}};

/// The parts of an expression.
struct Expression {
    TimeForm form = TimeForm::Clock;
    std::int64_t hours = 0;
    std::int64_t minutes = 0;
    Fraction seconds;  ///< Or the count of an offset.
    std::int64_t frames = 0;
    std::int64_t subFrames = 0;
};

/// Walks over the text of an expression.
class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) {}

    bool take(char wanted) {
        if (text_.empty() || text_.front() != wanted) return false;
        text_.remove_prefix(1);
        return true;
    }
    std::string_view digits() {
        std::size_t count = 0;
        while (count < text_.size() && isDigit(text_[count]))
            ++count;
        const std::string_view result = text_.substr(0, count);
        text_.remove_prefix(count);
        return result;
    }
    /// At least `least` digits.
    std::optional<std::int64_t> number(std::size_t least) {
        const std::string_view found = digits();
        return found.size() < least ? std::nullopt : wholeNumber(found);
    }
    std::string_view rest() const { return text_; }
    bool isAtEnd() const { return text_.empty(); }

private:
    std::string_view text_;
};

/// `whole` with the digits behind the point; more than 12 of them are smaller than a flick.
std::optional<Fraction> withDecimals(std::int64_t whole, std::string_view digits) {
    constexpr std::size_t kMostDecimals = 12;
    if (digits.empty()) return std::nullopt;
    const std::string_view kept = digits.substr(0, kMostDecimals);
    std::int64_t scale = 1;
    for (std::size_t i = 0; i < kept.size(); ++i)
        scale *= 10;
    const auto part = wholeNumber(kept);
    return part ? std::optional(sum(whole, Fraction(*part, scale))) : std::nullopt;
}

/// What follows "00:00:04".
std::optional<Expression> clockFrom(Scanner& scanner, Expression expression) {
    if (scanner.isAtEnd()) return expression;
    if (scanner.take('.')) {
        const auto seconds = withDecimals(expression.seconds.numerator(), scanner.digits());
        if (!seconds || !scanner.isAtEnd()) return std::nullopt;
        expression.seconds = *seconds;
        return expression;
    }
    // Drop-frame time codes are often written with a semicolon.
    if (!scanner.take(':') && !scanner.take(';')) return std::nullopt;
    const auto frames = scanner.number(2);
    if (!frames) return std::nullopt;
    expression.form = TimeForm::ClockFrames;
    expression.frames = *frames;
    if (scanner.isAtEnd()) return expression;
    const auto subFrames = scanner.take('.') ? scanner.number(1) : std::nullopt;
    if (!subFrames || !scanner.isAtEnd()) return std::nullopt;
    expression.subFrames = *subFrames;
    return expression;
}

std::optional<Expression> offsetFrom(Scanner& scanner, std::int64_t count) {
    Expression expression;
    expression.seconds = count;
    if (scanner.take('.')) {
        const auto decimal = withDecimals(count, scanner.digits());
        if (!decimal) return std::nullopt;
        expression.seconds = *decimal;
    }
    const auto metric = std::ranges::find(kMetrics, scanner.rest(), &Metric::name);
    if (metric == kMetrics.end()) return std::nullopt;
    expression.form = metric->form;
    return expression;
}

std::optional<Expression> parsed(std::string_view text) {
    Scanner scanner(trimmed(text));
    const auto first = scanner.number(1);
    if (!first) return std::nullopt;
    if (!scanner.take(':')) return offsetFrom(scanner, *first);
    const auto minutes = scanner.number(2);
    if (!minutes || !scanner.take(':')) return std::nullopt;
    const auto seconds = scanner.number(2);
    if (!seconds || *minutes >= kSixty || *seconds > kSixty) return std::nullopt;
    Expression expression;
    expression.hours = *first;
    expression.minutes = *minutes;
    expression.seconds = *seconds;
    return clockFrom(scanner, expression);
}

/// Time codes that are left out up to that time (TTML2 §H.2).
std::int64_t droppedFrames(std::int64_t hours, std::int64_t minutes, DropMode mode) {
    switch (mode) {
        case DropMode::DropNtsc:
            return (hours * 54 + minutes - minutes / 10) * 2;
        case DropMode::DropPal:
            return (hours * 27 + minutes / 2 - minutes / 20) * 4;
        case DropMode::NonDrop:
            break;
    }
    return 0;
}

Fraction framesOf(const Expression& expression, const Parameters& parameters) {
    return sum(expression.frames, Fraction(expression.subFrames, parameters.subFrameRate));
}

Fraction timeCodeSeconds(const Expression& expression, const Parameters& parameters) {
    const Fraction whole =
        sum(product(expression.hours, kHour), sum(expression.minutes * kSixty, expression.seconds));
    if (parameters.timeBase != TimeBase::Smpte)
        return sum(whole, quotient(framesOf(expression, parameters), parameters.framesPerSecond));
    constexpr std::int64_t kMostHours = 1'000'000'000;
    const std::int64_t dropped = droppedFrames(
        std::min(expression.hours, kMostHours), expression.minutes, parameters.dropMode);
    const Fraction counted =
        sum(product(whole, parameters.frameRate), framesOf(expression, parameters));
    return quotient(difference(counted, dropped), parameters.framesPerSecond);
}

Fraction secondsOf(const Expression& expression, const Parameters& parameters) {
    constexpr std::int64_t kThousand = 1000;
    switch (expression.form) {
        case TimeForm::Clock:
        case TimeForm::ClockFrames:
            return timeCodeSeconds(expression, parameters);
        case TimeForm::Hours:
            return product(expression.seconds, kHour);
        case TimeForm::Minutes:
            return product(expression.seconds, kSixty);
        case TimeForm::Seconds:
            return expression.seconds;
        case TimeForm::Milliseconds:
            return quotient(expression.seconds, kThousand);
        case TimeForm::Frames:
            return quotient(expression.seconds, parameters.framesPerSecond);
        case TimeForm::Ticks:
            return quotient(expression.seconds, parameters.tickRate);
    }
    return {};
}

/// The label of frame number `frame`, with those put in again that drop frame leaves out.
std::string timeCode(std::int64_t frame, const Parameters& parameters) {
    const std::int64_t rate = parameters.frameRate;
    const auto labelled = [&](std::int64_t label) {
        const std::int64_t seconds = label / rate;
        return label -
               droppedFrames(seconds / kHour, seconds / kSixty % kSixty, parameters.dropMode);
    };
    std::int64_t label = frame;
    if (parameters.timeBase == TimeBase::Smpte && parameters.dropMode != DropMode::NonDrop) {
        // Labels are ahead of frames by what was dropped before, which is little.
        for (int i = 0; i < 8 && labelled(label) < frame; ++i)
            label += frame - labelled(label);
    }
    const std::int64_t seconds = label / rate;
    return fmt::format("{:02}:{:02}:{:02}:{:02}",
                       seconds / kHour,
                       seconds / kSixty % kSixty,
                       seconds % kSixty,
                       label % rate);
}

std::string clockTime(std::int64_t milliseconds) {
    return fmt::format("{:02}:{:02}:{:02}.{:03}",
                       milliseconds / (kHour * 1000),
                       milliseconds / (kSixty * 1000) % kSixty,
                       milliseconds / 1000 % kSixty,
                       milliseconds % 1000);
}

/// In frames of a second that begins anew each second, as media time has them.
std::string clockWithFrames(Fraction seconds, const Parameters& parameters) {
    if (parameters.timeBase == TimeBase::Smpte)
        return timeCode(product(seconds, parameters.framesPerSecond).nearest(), parameters);
    std::int64_t whole = seconds.floored();
    std::int64_t frames = product(difference(seconds, whole), parameters.framesPerSecond).nearest();
    if (frames >= parameters.framesPerSecond.floored() && frames >= parameters.frameRate) {
        ++whole;
        frames = 0;
    }
    return fmt::format(
        "{:02}:{:02}:{:02}:{:02}", whole / kHour, whole / kSixty % kSixty, whole % kSixty, frames);
}

std::string decimalOf(Fraction count, std::string_view metric) {
    constexpr std::int64_t kThousand = 1000;
    const Fraction rounded(product(count, kThousand).nearest(), kThousand);
    return formatted(rounded) + std::string(metric);
}

}  // namespace

std::optional<Fraction> secondsIn(std::string_view text, const Parameters& parameters) {
    const auto expression = parsed(text);
    if (!expression) return std::nullopt;
    return secondsOf(*expression, parameters);
}

std::optional<TimeForm> formOf(std::string_view text) {
    const auto expression = parsed(text);
    return expression ? std::optional(expression->form) : std::nullopt;
}

std::string timeExpression(Fraction seconds, TimeForm form, const Parameters& parameters) {
    constexpr std::int64_t kThousand = 1000;
    switch (form) {
        case TimeForm::Clock:
            return clockTime(product(seconds, kThousand).nearest());
        case TimeForm::ClockFrames:
            return clockWithFrames(seconds, parameters);
        case TimeForm::Hours:
            return decimalOf(quotient(seconds, kHour), "h");
        case TimeForm::Minutes:
            return decimalOf(quotient(seconds, kSixty), "m");
        case TimeForm::Seconds:
            return decimalOf(seconds, "s");
        case TimeForm::Milliseconds:
            return decimalOf(product(seconds, kThousand), "ms");
        case TimeForm::Frames:
            return fmt::format("{}f", product(seconds, parameters.framesPerSecond).nearest());
        case TimeForm::Ticks:
            return fmt::format("{}t", product(seconds, parameters.tickRate).nearest());
    }
    return {};
}

std::string preciseClock(Fraction seconds) {
    constexpr std::int64_t kMillion = 1'000'000;
    constexpr std::int64_t kBillion = 1'000'000'000;
    const std::int64_t whole = seconds.floored();
    const std::int64_t part =
        std::min(product(difference(seconds, whole), kBillion).nearest(), kBillion - 1);
    std::string text = clockTime(whole * 1000 + part / kMillion);
    const std::size_t least = text.size();
    text += fmt::format("{:06}", part % kMillion);
    text.resize(std::max(least, text.find_last_not_of('0') + 1));
    return text;
}

}  // namespace subs::ttml
