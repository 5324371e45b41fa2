// SPDX-License-Identifier: MIT
#include "format/sheet/cue_cells.h"

#include <subs/format/features.h>
#include <subs/time/clock.h>
#include <subs/time/frame_rule.h>
#include <subs/time/largest_time.h>

#include "format/document_losses.h"
#include "format/fades.h"
#include "format/sheet/cell_marks.h"
#include "format/sheet/times.h"
#include "format/time_losses.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <span>
#include <utility>

namespace subs::sheet {
namespace {

struct SpanFeature {
    SpanKind kind;
    std::string_view feature;
};

/// What a cell of text has no word for, besides what `lowered` takes out.
constexpr std::array kSpanFeatures = {
    SpanFeature{SpanKind::Bold, feature::kBold},
    SpanFeature{SpanKind::Italic, feature::kItalic},
    SpanFeature{SpanKind::Underline, feature::kUnderline},
    SpanFeature{SpanKind::Strike, feature::kStrike},
    SpanFeature{SpanKind::Color, feature::kColor},
    SpanFeature{SpanKind::Font, feature::kFont},
    SpanFeature{SpanKind::FontSize, feature::kFontSize},
    SpanFeature{SpanKind::Karaoke, feature::kKaraoke},
    SpanFeature{SpanKind::Comment, feature::kTextComment},
    SpanFeature{SpanKind::Drawing, feature::kDrawing},
    SpanFeature{SpanKind::Opaque, feature::kOverrides},
};

/// True of a language that `text` has marked and that is in no column of `languages`.
bool hasOtherLanguages(const CueText& text, std::span<const std::string> languages) {
    return std::ranges::any_of(text.spans, [&](const Span& span) {
        return span.kind == SpanKind::Language && !span.isPoint() &&
               std::ranges::find(languages, span.value) == languages.end();
    });
}

std::string layerCell(const Cue& cue) {
    return cue.layer == 0 ? std::string() : std::to_string(cue.layer);
}

std::string alignmentCell(const Cue& cue) {
    return cue.alignment ? std::to_string(static_cast<int>(*cue.alignment)) : std::string();
}

std::string kindCell(const Cue& cue) {
    return cue.kind == CueKind::Comment ? "comment" : "";
}

}  // namespace

/// One cue on its way.
struct CueCells::Work {
    const Cue& cue;
    const OwnRow* own;
    LossReport* losses;
    const Columns& columns;
    std::vector<NewCell> cells = {};

    /// Puts `value` into the cell of `role`; false where there is no such column.
    bool put(Role role, std::string value) {
        const auto column = columns.find(role);
        if (column) cells.push_back({*column, std::move(value)});
        return column.has_value();
    }
    void lose(std::string_view feature,
              LossSeverity severity,
              std::string_view before,
              std::string_view after = {}) const {
        if (losses) losses->add(feature, severity, cue.id, before, after);
    }
    /// True of what the cue of the file has other, and of all of a new one.
    template <class Value>
    bool changes(Value Cue::*member) const {
        return !own || cue.*member != own->cue.*member;
    }
    /// Puts `cell` where `member` changes.
    template <class Value>
    void look(Value Cue::*member, Role role, std::string_view feature, const std::string& cell) {
        if (!changes(member) || put(role, cell) || cell.empty()) return;
        lose(feature, LossSeverity::Dropped, cell);
    }
};

CueCells::CueCells(const Document& document,
                   const WriteOptions& options,
                   const Layout& layout,
                   const Dialect& dialect)
    : document_(document),
      options_(options),
      layout_(layout),
      dialect_(dialect),
      edges_(document, options, NegativeTimes::Clamped) {
    for (const std::size_t place : layout.columns.texts())
        languages_.push_back(layout.columns.all()[place].language);
    // All texts are in it, whatever their language.
    if (languages_.size() == 1) languages_.clear();
}

Result<std::vector<NewCell>> CueCells::cells(const Cue& cue,
                                             const OwnRow* own,
                                             LossReport* losses) const {
    Work work{cue, own, losses, layout_.columns};
    if (auto done = putTimes(work); !done) return tl::unexpected(done.error());
    putLooks(work);
    if (work.changes(&Cue::text)) {
        reportSpans(work);
        putTexts(work);
    }
    return std::move(work.cells);
}

std::string CueCells::textCell(std::string_view value) const {
    if (dialect_.firstCell == FirstCell::RowNumber) return withMarks(value);
    return dialect_.guards == Guards::Yes ? guarded(value) : std::string(value);
}

/// A time that is seconds in its row stays so.
std::string CueCells::timeText(const Work& work,
                               std::size_t column,
                               std::int64_t milliseconds) const {
    const TimeUnit unit = layout_.columns.all()[column].unit;
    if (work.own && unit == TimeUnit::Clock) {
        const std::string cell = work.own->row.value(column);
        if (auto seconds = secondsCell(milliseconds, unguarded(cell))) return *std::move(seconds);
    }
    return timeCell(milliseconds, unit);
}

void CueCells::reportTime(const Work& work, Time time, std::int64_t milliseconds) const {
    const std::string after = timeCell(milliseconds, TimeUnit::Clock);
    if (edges_.clamps(time))
        work.lose(feature::kNegativeTime, LossSeverity::Approximated, clockText(time), after);
    else if (isTooLarge(time))
        work.lose(feature::kTimeRange,
                  LossSeverity::Approximated,
                  "a time too large to be worked with",
                  after);
    else if (!edges_.isExact(time))
        work.lose(feature::kTimePrecision, LossSeverity::Info, shownTime(time), after);
}

std::string CueCells::Coded::text(Frame frame) const {
    return timecodeOf(frame, rate, drop);
}

/// How the cell of `role` counts, where it is a time code in the row of the file.
std::optional<CueCells::Coded> CueCells::codedIn(const Work& work, Role role) const {
    const auto column = layout_.columns.find(role);
    if (!work.own || !column) return std::nullopt;
    const std::string cell = work.own->row.value(*column);
    const std::string_view typed = unguarded(cell);
    if (!isTimecode(typed)) return std::nullopt;
    const auto rate = CueRows(layout_, dialect_, options_.timeline).rateOf(work.own->row);
    if (!rate || !timeIn(typed, TimeUnit::Clock, rate)) return std::nullopt;
    const bool isDropFrame = typed.find(';') != typed.npos;
    return Coded{*rate, isDropFrame ? DropFrame::Yes : DropFrame::No};
}

/// An end without a cell of its own counts as the duration that gives it does.
std::optional<CueCells::Coded> CueCells::codedEdge(const Work& work, Edge edge) const {
    if (edge == Edge::Start) return codedIn(work, Role::Start);
    const auto column = layout_.columns.find(Role::End);
    const bool hasEnd = work.own && column && !work.own->row.value(*column).empty();
    return codedIn(work, hasEnd ? Role::End : Role::Duration);
}

/// True where `time` is to be written other than it was `read`: one that is a time code in its row
/// stays as long as it means the same frame.
bool CueCells::isMoved(const Work& work,
                       const std::optional<Time>& time,
                       const std::optional<Time>& read,
                       Edge edge) const {
    if (!time || !read) return time.has_value() != read.has_value();
    if (const auto coded = codedEdge(work, edge))
        return codedFrame(*time, coded->rate) != codedFrame(*read, coded->rate);
    const auto milliseconds = edges_.milliseconds(work.cue, *time, edge);
    return !milliseconds || !edges_.keeps(*time, *read, *milliseconds);
}

/// Tells where an edge lies otherwise than its time code says. What was moved to a midpoint between
/// frames, as frame rules do, means the frame.
void CueCells::reportCode(const Work& work, Edge edge, Time time, const Coded& coded) const {
    const Frame asked = codedFrame(time, coded.rate);
    const Frame frame = std::max(asked, Frame{0});
    if (asked < frame)
        return work.lose(
            feature::kNegativeTime, LossSeverity::Approximated, clockText(time), coded.text(frame));
    const FrameTimeline frames = FrameTimeline::constant(coded.rate);
    const Frame shown{edge == Edge::Start ? frame.number : frame.number - 1};
    const auto midpoint = unitsForFrame(frames, shown, edge, Time::fromMilliseconds(1));
    const bool isMidpoint = midpoint && Time::fromMilliseconds(*midpoint) == time;
    if (isMidpoint || frames.timeOf(frame).nearestMilliseconds() == time.nearestMilliseconds())
        return;
    work.lose(
        feature::kTimePrecision, LossSeverity::Approximated, shownTime(time), coded.text(frame));
}

void CueCells::reportCodes(const Work& work) const {
    if (!work.own) return;
    const Cue& cue = work.cue;
    const Cue& read = work.own->cue;
    const auto start = cue.start == read.start ? std::nullopt : codedEdge(work, Edge::Start);
    if (start) reportCode(work, Edge::Start, cue.start, *start);
    const auto end = !cue.end || cue.end == read.end ? std::nullopt : codedEdge(work, Edge::End);
    if (end) reportCode(work, Edge::End, *cue.end, *end);
}

Result<void> CueCells::putEdge(Work& work,
                               Role role,
                               Edge edge,
                               const std::optional<Time>& time) const {
    const auto column = layout_.columns.find(role);
    if (!time) {
        if (column) work.cells.push_back({*column, {}});
        return {};
    }
    if (const auto coded = column ? codedIn(work, role) : std::nullopt) {
        const Frame frame = std::max(codedFrame(*time, coded->rate), Frame{0});
        work.cells.push_back({*column, coded->text(frame)});
        return {};
    }
    const auto milliseconds = edges_.milliseconds(work.cue, *time, edge);
    if (!milliseconds) return tl::unexpected(milliseconds.error());
    reportTime(work, *time, *milliseconds);
    if (column) work.cells.push_back({*column, timeText(work, *column, *milliseconds)});
    return {};
}

Result<void> CueCells::putTimes(Work& work) const {
    const Cue& cue = work.cue;
    const Cue* read = work.own ? &work.own->cue : nullptr;
    reportCodes(work);
    const bool startChanged = !read || isMoved(work, cue.start, read->start, Edge::Start);
    const bool endChanged = !read || isMoved(work, cue.end, read->end, Edge::End);
    if (startChanged)
        if (auto done = putEdge(work, Role::Start, Edge::Start, cue.start); !done) return done;
    if (endChanged)
        if (auto done = putEdge(work, Role::End, Edge::End, cue.end); !done) return done;
    if (auto done = putFrames(work, startChanged, endChanged); !done) return done;
    putDuration(work, startChanged || endChanged);
    const bool hasNoEnd = endChanged && cue.end && !layout_.columns.has(Role::End) &&
                          !layout_.columns.has(Role::Duration) &&
                          !layout_.columns.has(Role::EndFrame);
    if (hasNoEnd)
        work.lose(feature::kMissingEnd,
                  LossSeverity::Approximated,
                  timeCell(cue.end->nearestMilliseconds(), TimeUnit::Clock),
                  "no end: there is no column for it");
    return {};
}

Result<void> CueCells::putFrames(Work& work, bool startChanged, bool endChanged) const {
    std::optional<FrameTimeline> frames;
    if (options_.timeline)
        frames = *options_.timeline;
    else if (work.own)
        frames = CueRows(layout_, dialect_, nullptr).framesOf(work.own->row);
    else if (layout_.rate)
        frames = FrameTimeline::constant(*layout_.rate);
    const bool hasFramesAlone = !layout_.columns.has(Role::Start) && startChanged;
    if (hasFramesAlone && !frames)
        return failure("time.no-timeline",
                       "the table counts frames, and how many a second has is not known");
    const auto number = [](Frame frame) {
        return std::to_string(std::max<std::int64_t>(frame.number, 0));
    };
    const Cue& cue = work.cue;
    if (startChanged)
        work.put(Role::StartFrame, frames ? number(frames->startFrameAt(cue.start)) : "");
    if (endChanged)
        work.put(Role::EndFrame, frames && cue.end ? number(frames->endFrameAt(*cue.end)) : "");
    if (!work.own && frames) work.put(Role::Rate, rateCell(frames->averageRate()));
    const auto loseMoved = [&](Time time, Frame frame, std::string_view after) {
        if (frames->timeOf(frame) == time) return;
        work.lose(feature::kTimePrecision,
                  LossSeverity::Approximated,
                  timeCell(time.nearestMilliseconds(), TimeUnit::Clock),
                  after);
    };
    if (hasFramesAlone) loseMoved(cue.start, frames->startFrameAt(cue.start), "the next frame");
    const bool endsOnFramesAlone =
        endChanged && cue.end && frames && layout_.columns.has(Role::EndFrame) &&
        !layout_.columns.has(Role::End) && !layout_.columns.has(Role::Duration);
    if (endsOnFramesAlone)
        loseMoved(*cue.end,
                  Frame{frames->endFrameAt(*cue.end).number + 1},
                  "the end of the frame that it lies in");
    return {};
}

/// Where an end has a column of its own, a duration is written only beside one that was there.
void CueCells::putDuration(Work& work, bool changed) const {
    const auto column = layout_.columns.find(Role::Duration);
    if (!changed || !column) return;
    const bool isNeeded =
        !layout_.columns.has(Role::End) || !work.own || !work.own->row.value(*column).empty();
    if (!isNeeded) return;
    const Cue& cue = work.cue;
    if (const auto coded = cue.end ? codedIn(work, Role::Duration) : std::nullopt) {
        const Frame end = codedFrame(*cue.end, coded->rate);
        const Frame length{end.number - codedFrame(cue.start, coded->rate).number};
        work.cells.push_back({*column, coded->text(length)});
        return;
    }
    const std::int64_t length =
        cue.end ? cue.end->nearestMilliseconds() - cue.start.nearestMilliseconds() : 0;
    std::string value = length < 0 ? "-" : "";
    value += timeText(work, *column, std::abs(length));
    work.cells.push_back({*column, cue.end ? std::move(value) : std::string()});
}

void CueCells::putLooks(Work& work) const {
    const Cue& cue = work.cue;
    work.look(&Cue::label, Role::Label, feature::kLabel, textCell(cue.label));
    work.look(&Cue::style, Role::Style, feature::kStyles, textCell(cue.style));
    work.look(&Cue::speaker, Role::Speaker, feature::kSpeaker, textCell(cue.speaker));
    work.look(&Cue::effect, Role::Effect, feature::kEffect, textCell(cue.effect));
    work.look(&Cue::layer, Role::Layer, feature::kLayer, layerCell(cue));
    work.look(&Cue::margins, Role::Margins, feature::kMargins, marginsCell(cue.margins));
    work.look(&Cue::alignment, Role::Alignment, feature::kAlignment, alignmentCell(cue));
    work.look(&Cue::kind, Role::Kind, feature::kComment, kindCell(cue));
    if (work.changes(&Cue::settings) && saysMoreThanPlace(document_, cue))
        work.lose(
            featureOfSettings(cue.settings), LossSeverity::Dropped, shownSettings(cue.settings));
}

void CueCells::reportSpans(const Work& work) const {
    for (const Span& span : work.cue.text.spans) {
        const auto known = std::ranges::find(kSpanFeatures, span.kind, &SpanFeature::kind);
        if (known == kSpanFeatures.end()) continue;
        const std::string_view plain = work.cue.text.plain;
        work.lose(known->feature,
                  LossSeverity::Dropped,
                  span.value.empty() ? plain.substr(span.begin, span.end - span.begin)
                                     : std::string_view(span.value));
    }
}

std::string CueCells::textFor(std::size_t column, const std::vector<LanguagePart>& parts) const {
    const std::size_t first = layout_.columns.texts().front();
    std::string value;
    for (const LanguagePart& part : parts) {
        const auto place =
            languages_.empty() ? std::nullopt : layout_.columns.findText(part.language);
        if (place.value_or(first) != column) continue;
        if (!value.empty()) value += '\n';
        value += part.plain;
    }
    return value;
}

void CueCells::putTexts(Work& work) const {
    const CueRows rows(layout_, dialect_, nullptr);
    const std::vector<LanguagePart> parts = partsOf(work.cue.text, languages_);
    std::vector<LanguagePart> written;
    for (const std::size_t column : layout_.columns.texts()) {
        const std::string value = textFor(column, parts);
        const std::string_view language = layout_.columns.all()[column].language;
        written.push_back({std::string(languages_.empty() ? "" : language), value});
        const std::string cell = textCell(value);
        if (dialect_.guards == Guards::Yes && cell != value)
            work.lose(feature::kText, LossSeverity::Info, value, cell);
        const bool isSame = work.own && rows.textValue(work.own->row, column) == value;
        if (!isSame) work.cells.push_back({column, cell});
    }
    reportLanguages(work, written);
}

/// An edit may let a mark end before its line does, and a text may have none: that loses nothing.
void CueCells::reportLanguages(const Work& work, const std::vector<LanguagePart>& written) const {
    const CueText again = stacked(written);
    const CueText asked = onlyLanguages(work.cue.text);
    const bool isPlain = work.own || asked.spans.empty();
    const bool isSame = isPlain ? again.plain == asked.plain : again == asked;
    if (isSame && !hasOtherLanguages(asked, languages_)) return;
    work.lose(feature::kLanguage,
              LossSeverity::Approximated,
              asked.plain,
              "the lines of a language together, in the order of the columns");
}

}  // namespace subs::sheet
