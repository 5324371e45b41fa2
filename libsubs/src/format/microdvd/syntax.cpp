// SPDX-License-Identifier: MIT
#include "format/microdvd/syntax.h"

#include <subs/text/newline.h>
#include <subs/time/largest_time.h>

#include "format/lines/break_text.h"
#include "format/lines/clock.h"
#include "format/microdvd/tags.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace subs::microdvd {
namespace {

using namespace lines;

/// What a line begins with that says the looks of all cues.
constexpr std::string_view kDefault = "{DEFAULT}";

/// A number in braces at the beginning of a line, or empty ones.
struct Braced {
    ByteRange at;
    std::optional<std::int64_t> frame;
};

std::optional<Braced> takeBraced(std::string_view line, std::size_t& at) {
    if (!take(line, at, "{")) return std::nullopt;
    Braced result;
    result.at.begin = at;
    result.frame = takeNumber(line, at);
    result.at.end = at;
    return take(line, at, "}") ? std::optional(result) : std::nullopt;
}

/// "25", "23,976", " 25 fps".
std::optional<FrameRate> rateOf(std::string_view text) {
    constexpr std::size_t kLongest = 16;
    constexpr std::string_view kWord = "fps";
    std::string digits(firstLine(text).substr(0, kLongest + 1));
    if (digits.size() > kLongest) return std::nullopt;
    std::string lower = digits;
    std::ranges::transform(lower, lower.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 0x20) : letter;
    });
    if (lower.ends_with(kWord)) digits.resize(digits.size() - kWord.size());
    digits.resize(digits.find_last_not_of(" \t") + 1);
    std::ranges::replace(digits, ',', '.');
    if (digits.empty() || !isDigit(digits.front())) return std::nullopt;
    const auto rate = parseFrameRate(digits);
    return rate ? std::optional(*rate) : std::nullopt;
}

/// What no cue begins a line with, wherever the line stands.
constexpr std::string_view kUsualHeader = "{1}{1}";

/// The last of the frames in which a header stands.
constexpr std::int64_t kLastOfHeader = 1;

bool isRateOfPlayers(FrameRate rate) {
    constexpr std::int64_t kLeast = 3;
    constexpr std::int64_t kMost = 100;
    const Fraction exact = rate.framesPerSecond();
    return exact > Fraction(kLeast) && exact < Fraction(kMost);
}

/// What the line is a header for.
std::optional<FrameRate> headerRate(std::string_view line) {
    std::size_t at = 0;
    const auto first = takeBraced(line, at);
    if (!first || !first->frame || *first->frame > kLastOfHeader) return std::nullopt;
    const auto last = takeBraced(line, at);
    if (!last || last->frame.value_or(0) > kLastOfHeader) return std::nullopt;
    const auto rate = rateOf(line.substr(at));
    const bool counts = rate && (line.starts_with(kUsualHeader) || isRateOfPlayers(*rate));
    return counts ? rate : std::nullopt;
}

/// As players of other frame rates write them: 23.976.
std::string spelledRate(FrameRate rate) {
    constexpr int kFewest = 3;
    constexpr int kMost = 6;
    const Fraction exact = rate.framesPerSecond();
    const double number =
        static_cast<double>(exact.numerator()) / static_cast<double>(exact.denominator());
    std::string text;
    for (int places = kFewest; places <= kMost; ++places) {
        text = fmt::format("{:.{}f}", number, places);
        if (const auto again = parseFrameRate(text); again && *again == rate) break;
    }
    while (text.ends_with('0'))
        text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    return text;
}

}  // namespace

std::optional<Header> headerOf(std::string_view file) {
    for (LineReader lines(file); lines.next();) {
        if (const auto rate = headerRate(lines.line()))
            return Header{*rate, firstLine(lines.line())};
        std::size_t at = 0;
        const auto first = takeBraced(lines.line(), at);
        if (first && first->frame) return std::nullopt;
    }
    return std::nullopt;
}

Syntax::Syntax(const FormatInfo& info, std::optional<FrameTimeline> frames, std::string_view header)
    : CueSyntax(info), frames_(std::move(frames)), header_(header) {}

bool Syntax::isHeader(std::string_view line) const {
    if (line.starts_with(kUsualHeader) && headerRate(line)) return true;
    return !header_.empty() && firstLine(line) == header_;
}

bool Syntax::mayBeHeader(const Cue& cue) const {
    // Rounding may take an edge to the frame before.
    constexpr Frame kBehindStart{kLastOfHeader + 2};
    constexpr Frame kBehindEnd{kLastOfHeader + 3};
    return frames_ && cue.start < frames_->timeOf(kBehindStart) &&
           (!cue.end || *cue.end < frames_->timeOf(kBehindEnd));
}

std::optional<CueLayout> Syntax::cueAt(std::string_view text) const {
    if (!text.starts_with('{')) return std::nullopt;
    LineReader lines(text);
    lines.next();
    std::size_t at = 0;
    const auto first = takeBraced(lines.line(), at);
    if (!first || !first->frame) return std::nullopt;
    const auto last = takeBraced(lines.line(), at);
    if (!last || (*first->frame <= kLastOfHeader && isHeader(lines.line()))) return std::nullopt;
    CueLayout layout;
    layout.size = lines.nextBegin();
    layout.startAt = first->at;
    layout.start = timeOf(*first->frame, Edge::Start);
    layout.endAt = last->at;
    if (last->frame) layout.end = timeOf(*last->frame, Edge::End);
    layout.body = {at, lines.end()};
    return layout;
}

bool Syntax::isKnown(std::string_view line) const {
    return isHeader(line) || line.starts_with(kDefault);
}

AsideKind Syntax::kindOfKnown(std::string_view line) const {
    const bool saysLooks =
        line.starts_with(kDefault) && line != kDefault && line.substr(kDefault.size()) != "{}";
    return saysLooks ? AsideKind::StyleSheet : AsideKind::Frame;
}

CueText Syntax::textOf(std::string_view body) const {
    return microdvd::textOf(body);
}

void Syntax::appendBody(std::string& out, const BodyContext& context) const {
    const std::size_t begin = out.size();
    microdvd::appendBody(out, context);
    if (!mayBeHeader(context.cue) || !rateOf(std::string_view(out).substr(begin))) return;
    std::string joiner;
    appendJoiner(joiner, context.cue.text.plain, context);
    out.insert(begin, joiner);
}

Result<std::int64_t> Syntax::unitsOf(Time time, Edge edge, const WriteOptions& options) const {
    if (!frames_)
        return failure("time.no-timeline",
                       "MicroDVD counts frames, and how many there are a second is not known; "
                       "--fps, --timecodes or --film says it");
    std::int64_t frame = 0;
    if (options.rounding == Rounding::Floor)
        frame = frames_->frameAt(time).number - (edge == Edge::End ? 1 : 0);
    else
        frame = frameOfEdge(
                    *frames_,
                    time,
                    edge,
                    options.rounding == Rounding::Frame ? Rounding::Frame : Rounding::FrameNearest)
                    .number;
    return std::max<std::int64_t>(frame, 0);
}

Time Syntax::timeOf(std::int64_t frame, Edge edge) const {
    if (!frames_) return {};
    const Fraction rate = frames_->averageRate().framesPerSecond();
    const double seconds = static_cast<double>(frame) * static_cast<double>(rate.denominator()) /
                           static_cast<double>(rate.numerator());
    if (seconds >= kLargestTime.seconds()) return kLargestTime;
    return frames_->timeOf(Frame{edge == Edge::End ? frame + 1 : frame});
}

void Syntax::appendTime(std::string& out, std::int64_t frame) const {
    fmt::format_to(std::back_inserter(out), "{}", frame);
}

void Syntax::appendCue(std::string& out, const NewCue& cue) const {
    out += '{';
    appendTime(out, cue.start);
    out += "}{";
    if (cue.end) appendTime(out, *cue.end);
    out.append("}").append(cue.body).append(cue.newline);
}

std::string Syntax::head(std::string_view newline) const {
    if (!frames_ || !frames_->isConstant()) return {};
    return "{1}{1}" + spelledRate(frames_->averageRate()) + std::string(newline);
}

}  // namespace subs::microdvd
