// SPDX-License-Identifier: MIT
#include "format/sheet/row.h"

#include <subs/text/newline.h>
#include <subs/time/largest_time.h>

#include "format/file_remarks.h"
#include "format/sheet/cell_marks.h"
#include "format/sheet/times.h"
#include "text/letter_kinds.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

namespace subs::sheet {
namespace {

/// A whole number up to what `std::int32_t` holds, alone between blanks.
std::optional<std::int32_t> wholeNumberIn(std::string_view value) {
    const std::size_t first = value.find_first_not_of(" \t");
    if (first == value.npos) return std::nullopt;
    value = value.substr(first, value.find_last_not_of(" \t") - first + 1);
    std::int32_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || end != value.data() + value.size()) return std::nullopt;
    return number;
}

std::optional<Margins> marginsIn(std::string_view value) {
    std::vector<std::int32_t> numbers;
    while (!value.empty()) {
        const std::size_t end = std::min(value.find(' '), value.size());
        const auto number = wholeNumberIn(value.substr(0, end));
        if (!number || numbers.size() == 3) return std::nullopt;
        numbers.push_back(*number);
        value.remove_prefix(std::min(end + 1, value.size()));
    }
    if (numbers.size() != 3) return std::nullopt;
    return Margins{numbers[0], numbers[1], numbers[2]};
}

/// `a + b`, as far as times go.
Time sumOf(Time a, Time b) {
    const auto half = [](Time time) { return Time::fromFlicks(time.flicks() / 2); };
    const Time sum = half(a) + half(b);
    if (sum >= half(kLargestTime)) return kLargestTime;
    return sum <= -half(kLargestTime) ? -kLargestTime : a + b;
}

Time timeOf(const FrameTimeline& frames, std::int64_t number) {
    return std::min(frames.timeOf(Frame{number}), kLargestTime);
}

/// What a cell says the cue is: "comment"; "dialogue" and nothing are the same.
std::optional<CueKind> kindIn(std::string_view cell) {
    const std::string value = withLoweredLatin(cell);
    if (value == "comment") return CueKind::Comment;
    return isBlank(value) || value == "dialogue" ? std::optional(CueKind::Dialogue) : std::nullopt;
}

}  // namespace

std::string marginsCell(const Margins& margins) {
    if (margins == Margins()) return {};
    return fmt::format("{} {} {}", margins.left, margins.right, margins.vertical);
}

std::string shownCell(const BadCell& cell) {
    return fmt::format(
        "{}: {}", nameOf(Column{cell.role, TimeUnit::Clock, {}}), shownBeginning(cell.value));
}

RowCue CueRows::read(const RowReader& row) const {
    RowCue result;
    readTimes(row, result);
    if (!result.cue) return result;
    readEnd(row, result);
    readTexts(row, result);
    readLooks(row, result);
    return result;
}

std::string CueRows::value(const RowReader& row, Role role) const {
    const auto column = layout_.columns.find(role);
    return column ? row.value(*column) : std::string();
}

std::string CueRows::textValue(const RowReader& row, std::size_t column) const {
    const std::string cell = row.value(column);
    std::string value(dialect_.guards == Guards::Yes ? unguarded(cell) : std::string_view(cell));
    if (dialect_.firstCell == FirstCell::RowNumber) value = withoutMarks(value);
    return value.find('\r') == value.npos ? value : withNewlines(value, Newline::Lf);
}

TimeUnit CueRows::unitOf(Role role) const {
    const auto column = layout_.columns.find(role);
    return column ? layout_.columns.all()[*column].unit : TimeUnit::Clock;
}

std::optional<FrameRate> CueRows::rateOf(const RowReader& row) const {
    if (timeline_) return timeline_->averageRate();
    const auto rate = parseFrameRate(value(row, Role::Rate));
    return rate ? std::optional(*rate) : layout_.rate;
}

std::optional<FrameTimeline> CueRows::framesOf(const RowReader& row) const {
    if (timeline_) return *timeline_;
    const auto rate = rateOf(row);
    return rate ? std::optional(FrameTimeline::constant(*rate)) : std::nullopt;
}

void CueRows::readTimes(const RowReader& row, RowCue& result) const {
    const std::string cell = value(row, Role::Start);
    if (isBlank(cell)) return readFrames(row, result);
    const std::string_view typed = unguarded(cell);
    const auto rate = rateOf(row);
    const auto start = timeIn(typed, unitOf(Role::Start), rate);
    if (!start) {
        result.flaw = !rate && isTimecode(typed) ? Flaw::NoRate : Flaw::BadTime;
        return;
    }
    result.cue.emplace();
    result.cue->start = *start;
}

void CueRows::readFrames(const RowReader& row, RowCue& result) const {
    const std::string cell = value(row, Role::StartFrame);
    const auto frame = frameIn(cell);
    const auto frames = framesOf(row);
    result.flaw = isBlank(cell) ? Flaw::NoTime : !frame ? Flaw::BadTime : Flaw::NoRate;
    if (!frame || !frames) return;
    result.flaw = Flaw::None;
    result.cue.emplace();
    result.cue->start = timeOf(*frames, frame->number);
}

void CueRows::readEnd(const RowReader& row, RowCue& result) const {
    Cue& cue = *result.cue;
    const std::string end = value(row, Role::End);
    const std::string duration = value(row, Role::Duration);
    const std::string last = value(row, Role::EndFrame);
    const auto rate = rateOf(row);
    BadCell cell;
    bool countsFrames = false;
    if (!isBlank(end)) {
        cell = {Role::End, std::string(unguarded(end))};
        countsFrames = isTimecode(cell.value);
        cue.end = timeIn(cell.value, unitOf(Role::End), rate);
    } else if (!isBlank(duration)) {
        cell = {Role::Duration, duration};
        countsFrames = isTimecode(duration);
        const auto length = timeIn(duration, unitOf(Role::Duration), rate);
        if (length) cue.end = sumOf(cue.start, *length);
    } else if (!isBlank(last)) {
        cell = {Role::EndFrame, last};
        const auto frame = frameIn(last);
        countsFrames = frame.has_value();
        const auto frames = framesOf(row);
        if (frame && frames) cue.end = timeOf(*frames, frame->number + 1);
    } else {
        return;
    }
    if (cue.end) return;
    result.flaw = !rate && countsFrames ? Flaw::NoRate : Flaw::BadEnd;
    result.bad.push_back(std::move(cell));
}

void CueRows::readTexts(const RowReader& row, RowCue& result) const {
    std::vector<LanguagePart> parts;
    for (const std::size_t i : layout_.columns.texts()) {
        parts.push_back({layout_.columns.all()[i].language, textValue(row, i)});
        if (dialect_.guards == Guards::No) continue;
        const std::string cell = row.value(i);
        result.wasGuarded = result.wasGuarded || unguarded(cell).size() != cell.size();
    }
    // The language of all texts is the document's.
    if (parts.size() == 1) parts[0].language.clear();
    result.cue->text = stacked(parts);
}

void CueRows::readLooks(const RowReader& row, RowCue& result) const {
    Cue& cue = *result.cue;
    const auto text = [&](Role role) {
        const auto column = layout_.columns.find(role);
        return column ? textValue(row, *column) : std::string();
    };
    cue.label = text(Role::Label);
    cue.style = text(Role::Style);
    cue.speaker = text(Role::Speaker);
    cue.effect = text(Role::Effect);
    const auto bad = [&](Role role, const std::string& cell) {
        result.bad.push_back({role, cell});
    };
    if (const std::string cell = text(Role::Kind); !cell.empty()) {
        const auto kind = kindIn(cell);
        cue.kind = kind.value_or(CueKind::Dialogue);
        if (!kind) bad(Role::Kind, cell);
    }
    if (const std::string cell = text(Role::Rate); !isBlank(cell) && !parseFrameRate(cell))
        bad(Role::Rate, cell);
    if (const std::string cell = text(Role::Layer); !isBlank(cell)) {
        const auto layer = wholeNumberIn(cell);
        cue.layer = layer.value_or(0);
        if (!layer) bad(Role::Layer, cell);
    }
    if (const std::string cell = text(Role::Alignment); !isBlank(cell)) {
        const auto place = wholeNumberIn(cell);
        const bool fits = place && *place >= 1 && *place <= 9;
        if (fits) cue.alignment = static_cast<Alignment>(*place);
        if (!fits) bad(Role::Alignment, cell);
    }
    if (const std::string cell = text(Role::Margins); !isBlank(cell)) {
        const auto margins = marginsIn(cell);
        cue.margins = margins.value_or(Margins());
        if (!margins) bad(Role::Margins, cell);
    }
}

}  // namespace subs::sheet
