// SPDX-License-Identifier: MIT
#include "format/lines/clock_blocks.h"

#include <subs/text/newline.h>

#include "format/lines/break_text.h"

namespace subs::lines {
namespace {

struct Clock {
    ByteRange at;
    Time time;
};

/// A clock at `at` with a fraction of that many digits.
std::optional<Clock> takeEdge(std::string_view line, std::size_t& at, FractionDigits digits) {
    const std::size_t begin = at;
    const auto time = takeClock(line, at, ClockForm::Hours, ".");
    if (!time) return std::nullopt;
    const std::size_t point = line.substr(begin, at - begin).find('.');
    const std::size_t count = point == line.npos ? 0 : at - begin - point - 1;
    if (count < digits.least || count > digits.most) return std::nullopt;
    return Clock{{begin, at}, *time};
}

}  // namespace

std::optional<CueLayout> ClockBlocks::timesIn(std::string_view line) const {
    if (line.empty() || !isDigit(line.front())) return std::nullopt;
    std::size_t at = 0;
    const auto start = takeEdge(line, at, digits_);
    if (!start || !take(line, at, ",")) return std::nullopt;
    while (take(line, at, " ")) {
    }
    const auto end = takeEdge(line, at, digits_);
    if (!end || !isBlank(line.substr(at))) return std::nullopt;
    CueLayout layout;
    layout.startAt = start->at;
    layout.start = start->time;
    layout.endAt = end->at;
    layout.end = end->time;
    return layout;
}

std::optional<CueLayout> ClockBlocks::cueAt(std::string_view text) const {
    LineReader lines(text);
    if (!lines.next()) return std::nullopt;
    auto layout = timesIn(lines.line());
    if (!layout) return std::nullopt;
    layout->size = lines.nextBegin();
    layout->body = {lines.nextBegin(), lines.nextBegin()};
    while (lines.next() && !isBlank(lines.line()) && !timesIn(lines.line())) {
        layout->size = lines.nextBegin();
        layout->body.end = lines.end();
    }
    return layout;
}

CueText ClockBlocks::textOf(std::string_view body) const {
    return plainText(body, kBreakTag);
}

bool ClockBlocks::isMistaken(std::string_view line) const {
    return timesIn(line).has_value() || (!line.empty() && isBlank(line));
}

void ClockBlocks::appendTime(std::string& out, std::int64_t units) const {
    appendClock(out, units, spelling_);
}

void ClockBlocks::appendCue(std::string& out, const NewCue& cue) const {
    appendTime(out, cue.start);
    out += ',';
    appendTime(out, cue.end.value_or(cue.start));
    out += cue.newline;
    if (!cue.body.empty()) out.append(cue.body).append(cue.newline);
}

}  // namespace subs::lines
