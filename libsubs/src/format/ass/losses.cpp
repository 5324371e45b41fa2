// SPDX-License-Identifier: MIT
#include "format/ass/losses.h"

#include <subs/format/features.h>

#include "base/scan.h"
#include "format/ass/ascii.h"
#include "format/ass/style_line.h"
#include "format/ass/times_to_write.h"
#include "format/ass/writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace subs::ass {
namespace {

std::string timeText(Time time) {
    std::string text(time < Time() ? "-" : "");
    appendTime(text, (time < Time() ? -time : time).nearestCentiseconds());
    return text;
}

std::string exactText(Time time) {
    return fmt::format("{} ms", time.nearestMilliseconds());
}

bool isWhole(Time time) {
    return time.flicks() % Time::kPerCentisecond == 0;
}

bool isBlankText(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// A label that is more than a number: numbers come back by counting.
bool saysMore(std::string_view label) {
    return !std::all_of(label.begin(), label.end(), [](char c) { return isDigit(c); });
}

/// True of what is written as it is, whatever the target.
bool isPlainText(const CueText& text) {
    return text.spans.empty() && findAny<'\\', '\0'>(text.plain) == text.plain.size();
}

/// Goes over a document as the writer does.
class Planner {
public:
    Planner(const Document& document,
            const WriteOptions& options,
            Dialect dialect,
            const StyleChoice& choice,
            LossReport& report)
        : document_(document),
          options_(options),
          dialect_(dialect),
          source_(sourceOf(document, dialect)),
          choice_(choice),
          report_(report) {
        if (source_ == Source::SameFile) file_.emplace(*document.origin, dialect);
    }

    void planStyles() {
        for (const Style& style : document_.styles) {
            if (!isCopied(style)) planStyle(style);
        }
    }

    void planCues() {
        for (const Cue& cue : document_.cues)
            planCue(cue);
        if (source_ == Source::Elsewhere && document_.origin) planRaw();
    }

private:
    void add(std::string_view feature,
             LossSeverity severity,
             CueId cue,
             std::string_view before,
             std::string_view after) {
        report_.add(feature, severity, cue, before, after);
    }

    bool isCopied(const Style& style) {
        if (!file_ || !holds(style.piece, PieceKind::Style)) return false;
        const Context& context = (*file_)[file_->indexAt(style.piece.index)];
        const std::string_view line = withoutLineEnd(document_.origin->stretch(style.piece.index));
        const std::string_view fields = line.substr(line.find(':') + 1);
        return sameStyle(readStyle(fields, {context.styles, context.dialect}).style, style);
    }

    bool holds(PieceRef piece, PieceKind kind) const {
        const auto& pieces = document_.origin->pieces;
        return piece.index < pieces.size() && pieces[piece.index].kind == kind;
    }

    void planStyle(const Style& style) {
        const auto lose = [&](bool lost, LossSeverity severity, std::string_view what) {
            if (lost)
                add(feature::kStyles,
                    severity,
                    CueId(),
                    fmt::format("style {}: {}", style.name, what),
                    "");
        };
        lose(!fitsField(style.name) || !fitsField(style.fontName),
             LossSeverity::Approximated,
             "commas in a name");
        if (dialect_ == Dialect::Ass) return;
        lose(style.underline || style.strike, LossSeverity::Dropped, "underline or strikeout");
        lose(style.scaleX != 100 || style.scaleY != 100, LossSeverity::Dropped, "scaled letters");
        lose(style.spacing != 0, LossSeverity::Dropped, "spacing of letters");
        lose(style.angle != 0, LossSeverity::Dropped, "angle");
        lose(!shadowFits(style), LossSeverity::Approximated, "the shadow's own colour or opacity");
        const std::uint8_t alpha = style.primary.alpha;
        lose(style.secondary.alpha != alpha || style.outlineColor.alpha != alpha,
             LossSeverity::Approximated,
             "opacities that differ");
    }

    /// SSA's shadow has the outline's colour, half transparent. 128 is as good as 127.
    static bool shadowFits(const Style& style) {
        Color outline = style.outlineColor;
        outline.alpha = style.backColor.alpha;
        return outline == style.backColor && outline.alpha >= kSsaShadowOpacity &&
               outline.alpha <= kSsaShadowOpacity + 1;
    }

    /// What the writer would change in the line of `cue`; all of it where the line is new.
    EventChanges changes(const Cue& cue, const EventTimes& times) {
        static constexpr EventChanges kAll{
            true, true, true, true, true, true, true, true, true, true, true};
        layout_ = nullptr;
        if (!file_ || !holds(cue.piece, PieceKind::Cue)) return kAll;
        const Context& context = (*file_)[file_->indexAt(cue.piece.index)];
        const std::string_view line = withoutLineEnd(document_.origin->stretch(cue.piece.index));
        const auto head = eventHead(line);
        if (!head) return kAll;
        layout_ = &context.events;
        scratch_.kind = head->kind;
        readEvent(line.substr(head->fieldsAt), {context.events, context.soft}, scratch_);
        return changesFrom(scratch_, cue, times, options_.rounding);
    }

    void planCue(const Cue& cue) {
        if (!mayLose(cue)) return;
        const auto times = timesToWrite(cue, options_);
        if (!times) return;
        const EventChanges changed = changes(cue, *times);
        if (changed.start || changed.end) planTimes(cue, *times, changed);
        if (changed.text && !isPlainText(cue.text)) planText(cue);
        if (changed.style) planField(feature::kStyles, cue, cue.style, EventField::Style);
        if (changed.speaker) planField(feature::kSpeaker, cue, cue.speaker, EventField::Name);
        if (changed.effect) planField(feature::kEffect, cue, cue.effect, EventField::Effect);
        if (changed.layer && cue.layer != 0 && !hasColumn(EventField::Layer)) {
            add(feature::kLayer,
                LossSeverity::Dropped,
                cue.id,
                fmt::format("layer {}", cue.layer),
                "");
        }
        planMargins(cue, changed);
        if (source_ != Source::Elsewhere) return;
        if (!cue.settings.empty())
            add(feature::kCoordinates, LossSeverity::Dropped, cue.id, cue.settings, "");
        if (saysMore(cue.label)) add(feature::kLabel, LossSeverity::Dropped, cue.id, cue.label, "");
    }

    /// False of the plain cue, which any event line holds; it need not be looked at closely.
    bool mayLose(const Cue& cue) const {
        const bool plainText = isPlainText(cue.text);
        const bool plainTimes = cue.start >= Time() && cue.end && *cue.end >= Time() &&
                                isWhole(cue.start) && isWhole(*cue.end);
        const bool plainFields = fitsField(cue.style) && fitsField(cue.speaker) &&
                                 fitsField(cue.effect) && cue.settings.empty();
        const bool usualColumns = dialect_ == Dialect::Ass && source_ != Source::SameFile;
        const bool plainNumbers = usualColumns || (cue.layer == 0 && cue.margins == Margins() &&
                                                   cue.speaker.empty() && cue.effect.empty());
        return !(plainText && plainTimes && plainFields && plainNumbers && !saysMore(cue.label));
    }

    void planTimes(const Cue& cue, const EventTimes& times, const EventChanges& changed) {
        const bool negativeStart = changed.start && cue.start < Time();
        const bool negativeEnd = changed.end && cue.end && *cue.end < Time();
        if (negativeStart || negativeEnd) {
            const Time time = negativeStart ? cue.start : *cue.end;
            add(feature::kNegativeTime,
                LossSeverity::Approximated,
                cue.id,
                timeText(time),
                timeText(Time()));
        }
        if (!cue.end && changed.end) {
            add(feature::kMissingEnd,
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
        add(feature::kTimePrecision,
            LossSeverity::Info,
            cue.id,
            isFirst ? exactText(start ? cue.start : *cue.end) : std::string(),
            isFirst ? exactText(Time::fromCentiseconds(units)) : std::string());
    }

    void planText(const Cue& cue) {
        field_.clear();
        const TextLosses lost =
            appendText(field_, cue.text, cue.alignment, textTarget(document_, choice_, cue));
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
        addTimes(
            lost.markup, feature::kOverrides, LossSeverity::Dropped, cue.id, lost.firstMarkup, "");
        addTimes(
            lost.values, feature::kOverrides, LossSeverity::Dropped, cue.id, lost.firstValue, "");
    }

    void addTimes(std::uint32_t count,
                  std::string_view feature,
                  LossSeverity severity,
                  CueId cue,
                  std::string_view before,
                  std::string_view after) {
        for (std::uint32_t i = 0; i < count; ++i)
            add(feature, severity, cue, before, after);
    }

    bool hasColumn(EventField field) const {
        if (!layout_) return field != EventField::Layer || dialect_ == Dialect::Ass;
        return std::find(layout_->begin(), layout_->end(), field) != layout_->end();
    }

    void planField(std::string_view feature,
                   const Cue& cue,
                   std::string_view value,
                   EventField field) {
        if (!hasColumn(field)) {
            if (!value.empty()) add(feature, LossSeverity::Dropped, cue.id, value, "");
        } else if (!fitsField(value)) {
            std::string after;
            appendFieldText(after, value);
            add(feature, LossSeverity::Approximated, cue.id, value, after);
        }
    }

    void planMargins(const Cue& cue, const EventChanges& changed) {
        const bool lost =
            (changed.left && cue.margins.left != 0 && !hasColumn(EventField::MarginL)) ||
            (changed.right && cue.margins.right != 0 && !hasColumn(EventField::MarginR)) ||
            (changed.vertical && cue.margins.vertical != 0 && !hasColumn(EventField::MarginV));
        if (lost) add(feature::kMargins, LossSeverity::Dropped, cue.id, "margins", "");
    }

    /// Of other formats only styles and cues are taken.
    void planRaw() {
        const Origin& origin = *document_.origin;
        for (std::size_t i = 0; i < origin.pieces.size(); ++i) {
            const bool raw = origin.pieces[i].kind == PieceKind::Raw ||
                             origin.pieces[i].kind == PieceKind::Section;
            const std::string_view stretch = origin.stretch(i);
            if (raw && !isBlankText(stretch))
                add(feature::kRaw, LossSeverity::Dropped, CueId(), withoutLineEnd(stretch), "");
        }
    }

    const Document& document_;
    const WriteOptions& options_;
    Dialect dialect_;
    Source source_;
    const StyleChoice& choice_;
    std::optional<FileContext> file_;
    const EventLayout* layout_ = nullptr;  ///< Of the line of the cue at hand, where it has one.
    Cue scratch_;
    std::string field_;
    bool saidPrecision_ = false;
    LossReport& report_;
};

}  // namespace

LossReport losses(const Document& document, const WriteOptions& options, Dialect dialect) {
    const StyleChoice choice(document);
    LossReport report;
    Planner planner(document, options, dialect, choice, report);
    planner.planStyles();
    planner.planCues();
    return report;
}

void addStyleLosses(const Document& document,
                    const WriteOptions& options,
                    Dialect dialect,
                    LossReport& report) {
    const StyleChoice choice(document);
    Planner(document, options, dialect, choice, report).planStyles();
}

void addCueLosses(const Document& part,
                  const WriteOptions& options,
                  Dialect dialect,
                  const StyleChoice& choice,
                  LossReport& report) {
    Planner(part, options, dialect, choice, report).planCues();
}

}  // namespace subs::ass
