// SPDX-License-Identifier: MIT
#include "format/ass/cue_losses.h"

#include <subs/format/features.h>
#include <subs/time/clock.h>
#include <subs/time/largest_time.h>

#include "format/ass/style_line.h"
#include "format/document_losses.h"
#include "format/fades.h"
#include "format/time_losses.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace subs::ass {
namespace {

constexpr EventChanges kAll{true, true, true, true, true, true, true, true, true, true, true};

std::string timeText(Time time) {
    std::string text;
    appendTime(text, time.nearestCentiseconds());
    return text;
}

bool isWhole(Time time) {
    return time.flicks() % Time::kPerCentisecond == 0;
}

/// True of the name of a style that players and readers take for no other one.
bool comesBack(std::string_view style) {
    return styleNamedBy(style) == style;
}

}  // namespace

CueLosses::CueLosses(const Document& document,
                     Dialect dialect,
                     Source source,
                     LabelCount& labels,
                     LossReport& report)
    : document_(document), dialect_(dialect), source_(source), labels_(labels), report_(report) {}

void CueLosses::begin(const Cue& cue) {
    isLabelLost_ = labels_.saysMore(cue);
}

void CueLosses::addOfNew(const Cue& cue, const EventTimes& times, const TextLosses& text) {
    layout_ = nullptr;
    if (!hasPlainTimes(cue)) planTimes(cue, times, kAll);
    if (text.any()) planText(cue, text);
    if (!isPlainBeside(cue)) planBeside(cue, kAll);
}

void CueLosses::addOfChanged(const Cue& cue,
                             const EventTimes& times,
                             const TextLosses& text,
                             const ChangedLine& line) {
    layout_ = &line.layout;
    planTimes(cue, times, line.changes);
    if (line.changes.text) planText(cue, text);
    planBeside(cue, line.changes);
}

bool CueLosses::hasPlainTimes(const Cue& cue) {
    const auto isPlain = [](Time time) {
        return time >= Time() && time < kLargestTime && isWhole(time);
    };
    return isPlain(cue.start) && cue.end && isPlain(*cue.end);
}

bool CueLosses::isPlainBeside(const Cue& cue) const {
    const bool plainFields = fitsField(cue.style) && comesBack(cue.style) &&
                             fitsField(cue.speaker) && fitsField(cue.effect) &&
                             cue.settings.empty();
    const bool usualColumns = dialect_ == Dialect::Ass && source_ != Source::SameFile;
    const bool plainNumbers = usualColumns || (cue.layer == 0 && cue.margins == Margins() &&
                                               cue.speaker.empty() && cue.effect.empty());
    return plainFields && plainNumbers && !isLabelLost_;
}

void CueLosses::planTimes(const Cue& cue, const EventTimes& times, const EventChanges& changed) {
    const bool negativeStart = changed.start && cue.start < Time();
    const bool negativeEnd = changed.end && cue.end && *cue.end < Time();
    if (negativeStart || negativeEnd) {
        const Time time = negativeStart ? cue.start : *cue.end;
        report_.add(feature::kNegativeTime,
                    LossSeverity::Approximated,
                    cue.id,
                    clockText(time),
                    timeText(Time()));
    }
    planTooLarge(cue, changed);
    planWithoutColumn(cue, changed);
    if (!cue.end && changed.end) {
        report_.add(feature::kMissingEnd,
                    LossSeverity::Approximated,
                    cue.id,
                    "no end",
                    timeText(Time::fromCentiseconds(times.end)));
    }
    const bool start = changed.start && !negativeStart && !isWhole(cue.start);
    const bool end = changed.end && !negativeEnd && cue.end && !isWhole(*cue.end);
    if (!start && !end) return;
    // Nearly every cue of some files; the report keeps the words of the first only.
    const bool isFirst = !std::exchange(saidPrecision_, true);
    const std::int64_t units = start ? times.start : times.end;
    report_.add(feature::kTimePrecision,
                LossSeverity::Info,
                cue.id,
                isFirst ? shownTime(start ? cue.start : *cue.end) : std::string(),
                isFirst ? shownTime(Time::fromCentiseconds(units)) : std::string());
}

void CueLosses::planWithoutColumn(const Cue& cue, const EventChanges& changed) {
    if (changed.start && !hasColumn(EventField::Start))
        report_.add(
            feature::kTimeRange, LossSeverity::Dropped, cue.id, clockText(cue.start), "no start");
    if (changed.end && cue.end && !hasColumn(EventField::End))
        report_.add(feature::kMissingEnd, LossSeverity::Dropped, cue.id, clockText(*cue.end), {});
}

void CueLosses::planTooLarge(const Cue& cue, const EventChanges& changed) {
    const bool start = changed.start && cue.start >= kLargestTime;
    const bool end = changed.end && cue.end && *cue.end >= kLargestTime;
    if (!start && !end) return;
    report_.add(feature::kTimeRange,
                LossSeverity::Approximated,
                cue.id,
                "a time too large to be worked with",
                timeText(start ? cue.start : *cue.end));
}

void CueLosses::planText(const Cue& cue, const TextLosses& lost) {
    addTimes(lost.backslashes,
             feature::kText,
             LossSeverity::Approximated,
             cue.id,
             "\\",
             "\\ and U+200B");
    addTimes(lost.nuls, feature::kText, LossSeverity::Approximated, cue.id, "U+0000", "U+FFFD");
    addTimes(lost.sizes,
             feature::kFontSize,
             LossSeverity::Approximated,
             cue.id,
             lost.firstSize,
             "the same in units of the canvas");
    addTimes(lost.markup, feature::kOverrides, LossSeverity::Dropped, cue.id, lost.firstMarkup, "");
    addTimes(lost.values, feature::kOverrides, LossSeverity::Dropped, cue.id, lost.firstValue, "");
}

void CueLosses::planBeside(const Cue& cue, const EventChanges& changed) {
    if (changed.style) planField(feature::kStyles, cue, cue.style, EventField::Style);
    if (changed.style && fitsField(cue.style) && !comesBack(cue.style))
        report_.add(feature::kStyles,
                    LossSeverity::Approximated,
                    cue.id,
                    cue.style,
                    styleNamedBy(cue.style));
    if (changed.speaker) planField(feature::kSpeaker, cue, cue.speaker, EventField::Name);
    if (changed.effect) planField(feature::kEffect, cue, cue.effect, EventField::Effect);
    if (changed.layer && cue.layer != 0 && !hasColumn(EventField::Layer)) {
        report_.add(
            feature::kLayer, LossSeverity::Dropped, cue.id, fmt::format("layer {}", cue.layer), "");
    }
    planMargins(cue, changed);
    if (source_ != Source::Elsewhere) return;
    if (saysMoreThanPlace(document_, cue))
        report_.add(featureOfSettings(cue.settings),
                    LossSeverity::Dropped,
                    cue.id,
                    shownSettings(cue.settings),
                    "");
    if (isLabelLost_) report_.add(feature::kLabel, LossSeverity::Dropped, cue.id, cue.label, "");
}

void CueLosses::addTimes(std::uint32_t count,
                         std::string_view feature,
                         LossSeverity severity,
                         CueId cue,
                         std::string_view before,
                         std::string_view after) {
    for (std::uint32_t i = 0; i < count; ++i)
        report_.add(feature, severity, cue, before, after);
}

bool CueLosses::hasColumn(EventField field) const {
    if (!layout_) return field != EventField::Layer || dialect_ == Dialect::Ass;
    return std::find(layout_->begin(), layout_->end(), field) != layout_->end();
}

void CueLosses::planField(std::string_view feature,
                          const Cue& cue,
                          std::string_view value,
                          EventField field) {
    if (!hasColumn(field)) {
        if (!value.empty()) report_.add(feature, LossSeverity::Dropped, cue.id, value, "");
    } else if (!fitsField(value)) {
        std::string after;
        appendFieldText(after, value);
        report_.add(feature, LossSeverity::Approximated, cue.id, value, after);
    }
}

void CueLosses::planMargins(const Cue& cue, const EventChanges& changed) {
    const bool lost =
        (changed.left && cue.margins.left != 0 && !hasColumn(EventField::MarginL)) ||
        (changed.right && cue.margins.right != 0 && !hasColumn(EventField::MarginR)) ||
        (changed.vertical && cue.margins.vertical != 0 && !hasColumn(EventField::MarginV));
    if (lost) report_.add(feature::kMargins, LossSeverity::Dropped, cue.id, "margins", "");
}

}  // namespace subs::ass
