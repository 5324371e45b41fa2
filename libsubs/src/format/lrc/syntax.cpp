// SPDX-License-Identifier: MIT
#include "format/lrc/syntax.h"

#include <subs/format/features.h>
#include <subs/text/newline.h>
#include <subs/time/largest_time.h>

#include "format/lines/break_text.h"
#include "format/lines/clock.h"
#include "model/inner_time.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace subs::lrc {
namespace {

using namespace lines;

constexpr ClockSpelling kStamp{ClockForm::Minutes, 100, 2, '.'};
/// As times inside of texts stand in documents.
constexpr ClockSpelling kInnerTime{ClockForm::Hours, 1000, 2, '.'};
/// A text that is sung more often than this is a cue only once, so that reading stays linear: each
/// time has a copy of the text.
constexpr int kMostTimes = 20;
constexpr std::int64_t kLargestOffset = 86'400'000;

struct Stamp {
    ByteRange at;
    Time time;
};

/// A time between `open` and `close` at `at`, which moves behind it.
std::optional<Stamp> takeStamp(std::string_view line,
                               std::size_t& at,
                               std::string_view open,
                               std::string_view close) {
    const std::size_t begin = at;
    std::size_t end = at;
    if (!take(line, end, open)) return std::nullopt;
    const auto time = takeClock(line, end, ClockForm::Minutes, ".");
    if (!time || !take(line, end, close)) return std::nullopt;
    at = end;
    return Stamp{{begin, end}, *time};
}

bool beginsWithStamp(std::string_view line) {
    std::size_t at = 0;
    return takeStamp(line, at, "[", "]").has_value();
}

bool beginsWithNegativeStamp(std::string_view line) {
    return line.starts_with("[-") && beginsWithStamp("[" + std::string(line.substr(2)));
}

/// True of a piece whose text begins with times, which only those have that are too many.
bool hasTooManyTimes(std::string_view piece, const CueLayout& layout) {
    return !layout.sharesBody() && layout.body.end <= piece.size() &&
           beginsWithStamp(layout.body.of(piece));
}

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == text.npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

/// "[ar:Sok]": what a line of the header says of the song.
struct Tag {
    std::string_view key;
    std::string_view value;
};

Tag tagOf(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (!line.starts_with('[') || colon == line.npos) return {};
    const std::size_t end = line.find_last_of(']');
    const bool isClosed = end != line.npos && end > colon;
    return {trimmed(line.substr(1, colon - 1)),
            trimmed(line.substr(colon + 1, (isClosed ? end : line.size()) - colon - 1))};
}

}  // namespace

std::string_view titleOf(std::string_view file) {
    for (LineReader lines(file); lines.next() && !beginsWithStamp(lines.line());)
        if (const Tag tag = tagOf(lines.line()); tag.key == "ti" && !tag.value.empty())
            return tag.value;
    return {};
}

Time offsetIn(std::string_view file) {
    constexpr std::string_view kName = "[offset:";
    for (LineReader lines(file); lines.next();) {
        const std::string_view line = lines.line();
        if (beginsWithStamp(line)) break;
        if (!line.starts_with(kName)) continue;
        std::string_view value = trimmed(line.substr(kName.size(), line.find(']') - kName.size()));
        if (value.starts_with('+')) value.remove_prefix(1);
        std::int64_t milliseconds = 0;
        std::from_chars(value.data(), value.data() + value.size(), milliseconds);
        milliseconds = std::clamp(milliseconds, -kLargestOffset, kLargestOffset);
        return -Time::fromMilliseconds(milliseconds);
    }
    return {};
}

std::optional<CueLayout> Syntax::cueAt(std::string_view text) const {
    if (!text.starts_with('[')) return std::nullopt;
    LineReader lines(text);
    lines.next();
    std::size_t at = 0;
    const auto stamp = takeStamp(lines.line(), at, "[", "]");
    if (!stamp) return std::nullopt;
    CueLayout layout;
    layout.startAt = stamp->at;
    layout.start = isTooLarge(stamp->time) ? stamp->time : stamp->time + offset_;
    layout.size = lines.nextBegin();
    int times = 1;
    while (times <= kMostTimes && takeStamp(lines.line(), at, "[", "]"))
        ++times;
    layout.body = {at, lines.end()};
    if (times > kMostTimes)
        layout.body.begin = stamp->at.end;
    else if (times > 1)
        layout.size = stamp->at.end;
    layout.endAt = {layout.size, layout.size};
    if (times > 1 || isBlank(layout.body.of(text)) || !lines.next()) return layout;
    std::size_t after = 0;
    const auto end = takeStamp(lines.line(), after, "[", "]");
    const bool isEnd = end && end->time >= stamp->time && isBlank(lines.line().substr(after));
    if (!isEnd) return layout;
    layout.end = isTooLarge(end->time) ? end->time : end->time + offset_;
    layout.endAt = {lines.begin(), lines.nextBegin()};
    layout.endTimeAt = end->at.shifted(lines.begin());
    layout.size = lines.nextBegin();
    return layout;
}

bool Syntax::isKnown(std::string_view line) const {
    const bool hasName = line.size() > 1 && line.front() == '[' && (line[1] < '0' || line[1] > '9');
    return hasName && !beginsWithNegativeStamp(line);
}

std::optional<CueRemark> Syntax::remarkOnStray(std::string_view line) const {
    if (!beginsWithNegativeStamp(line)) return std::nullopt;
    return CueRemark{"lrc.negative-time",
                     "a time is before the song begins, which no line of it can be; the line is "
                     "kept in its place, not shown"};
}

std::optional<CueRemark> Syntax::remarkOn(std::string_view piece, const CueLayout& layout) const {
    if (!hasTooManyTimes(piece, layout)) return std::nullopt;
    return CueRemark{"lrc.many-times",
                     "the line has more than 20 times before its text; it is one cue, and the "
                     "times behind the first are read as text"};
}

void Syntax::addUnread(std::string_view piece,
                       const CueLayout& layout,
                       CueId cue,
                       LossReport& unread) const {
    if (!hasTooManyTimes(piece, layout)) return;
    std::size_t at = layout.body.begin;
    takeStamp(piece, at, "[", "]");
    const std::string_view second = piece.substr(layout.body.begin, at - layout.body.begin);
    unread.add(feature::kUnread, LossSeverity::Dropped, cue, second, "text");
}

CueText Syntax::textOf(std::string_view body) const {
    CueText text;
    std::size_t done = 0;
    for (std::size_t at = body.find('<'); at != body.npos; at = body.find('<', at)) {
        std::size_t end = at;
        const auto stamp = takeStamp(body, end, "<", ">");
        if (!stamp || isTooLarge(stamp->time)) {
            ++at;
            continue;
        }
        text.plain.append(body, done, at - done);
        const auto here = static_cast<std::uint32_t>(text.plain.size());
        std::string value;
        appendClock(value, (stamp->time + offset_).nearestMilliseconds(), kInnerTime);
        text.spans.push_back({SpanKind::InnerTime, here, here, std::move(value)});
        at = done = end;
    }
    text.plain.append(body, done);
    return text;
}

/// A title is the document's; what programs need or say of themselves is a frame.
AsideKind Syntax::kindOfKnown(std::string_view line) const {
    constexpr std::array<std::string_view, 7> kOfPrograms = {
        "ti", "offset", "length", "re", "tool", "ve", "id"};
    const Tag tag = tagOf(line);
    const bool isOfProgram =
        tag.value.empty() || std::ranges::find(kOfPrograms, tag.key) != kOfPrograms.end();
    return isOfProgram ? AsideKind::Frame : AsideKind::Metadata;
}

void Syntax::appendBody(std::string& out, const BodyContext& context) const {
    const CueText& text = context.cue.text;
    const std::string_view plain = text.plain;
    if (beginsWithStamp(plain)) appendJoiner(out, plain, context);
    auto span = text.spans.begin();
    for (std::size_t at = 0; at <= plain.size(); ++at) {
        for (; span != text.spans.end() && span->begin <= at; ++span) {
            if (span->kind == SpanKind::InnerTime) appendInnerTime(out, *span, context);
        }
        if (at == plain.size()) break;
        std::size_t end = at;
        if (plain[at] == '\n') {
            out += ' ';
            context.lose(feature::kText, LossSeverity::Approximated, "a line break", "a space");
            continue;
        }
        out += plain[at];
        if (takeStamp(plain, end, "<", ">")) appendJoiner(out, plain.substr(at), context);
    }
    reportSpans(context, {SpanKind::InnerTime});
}

void Syntax::appendInnerTime(std::string& out, const Span& span, const BodyContext& context) const {
    const auto time = innerTimeOf(span);
    if (!time) return context.lose(feature::kInnerTime, LossSeverity::Dropped, span.value);
    const std::int64_t units = (*time - offset_).nearestCentiseconds();
    std::string stamp = "<";
    appendClock(stamp, units, kStamp);
    stamp += '>';
    if (units < 0) context.lose(feature::kInnerTime, LossSeverity::Approximated, span.value, stamp);
    out += stamp;
}

/// As it is read: what is too large to be worked with is not moved.
Result<std::int64_t> Syntax::unitsOf(Time time, Edge edge, const WriteOptions& options) const {
    return CueSyntax::unitsOf(isTooLarge(time) ? time : time - offset_, edge, options);
}

Time Syntax::timeOf(std::int64_t units, Edge edge) const {
    const Time time = CueSyntax::timeOf(units, edge);
    return isTooLarge(time) ? time : time + offset_;
}

void Syntax::appendTime(std::string& out, std::int64_t units) const {
    out += '[';
    appendClock(out, units, kStamp);
    out += ']';
}

void Syntax::appendCue(std::string& out, const NewCue& cue) const {
    appendTime(out, cue.start);
    out.append(cue.body).append(cue.newline);
    if (!cue.end) return;
    appendTime(out, *cue.end);
    out += cue.newline;
}

}  // namespace subs::lrc
