// SPDX-License-Identifier: MIT
#include <subs/time/fraction.h>
#include <subs/time/frame_questions.h>

#include "wide.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace subs {
namespace {

constexpr std::int64_t kMostAsked = 1'000'000'000'000;
constexpr std::int64_t kMostMilliseconds = 1'000'000'000'000'000;

/// How a time and a frame are asked to fit.
enum class Sense { Exact, Start, End };

using Words = std::vector<std::string_view>;
using Answer = std::optional<FrameAnswer>;

Words wordsOf(std::string_view line) {
    constexpr std::string_view kBlanks = " \t\r\n";
    Words words;
    for (std::size_t at = line.find_first_not_of(kBlanks); at != std::string_view::npos;) {
        const std::size_t end = std::min(line.find_first_of(kBlanks, at), line.size());
        words.push_back(line.substr(at, end - at));
        at = line.find_first_not_of(kBlanks, end);
    }
    return words;
}

std::optional<Frame> readFrame(std::string_view word) {
    const auto number = parseFraction(word);
    if (!number || word.find_first_of("./") != std::string_view::npos) return std::nullopt;
    if (number->numerator() > kMostAsked || number->numerator() < -kMostAsked) return std::nullopt;
    return Frame{number->numerator()};
}

std::optional<Fraction> readTime(std::string_view word) {
    const auto ms = parseFraction(word);
    if (!ms || *ms > Fraction(kMostMilliseconds) || *ms < Fraction(-kMostMilliseconds))
        return std::nullopt;
    return *ms;
}

/// The third word; `Exact` without one.
std::optional<Sense> senseIn(const Words& words) {
    if (words.size() == 2 || words[2] == "exact") return Sense::Exact;
    if (words[2] == "start") return Sense::Start;
    if (words[2] == "end") return Sense::End;
    return std::nullopt;
}

Frame frameFor(const FrameTimeline& timeline, Fraction ms, Sense sense) {
    if (sense == Sense::Start) return timeline.startFrameAt(ms);
    if (sense == Sense::End) return timeline.endFrameAt(ms);
    return timeline.frameAt(ms);
}

/// The whole millisecond nearest to the middle between two frames, ties up.
std::int64_t wholeMidpoint(Fraction a, Fraction b) {
    const Wide sum = Wide{a.numerator()} * b.denominator() + Wide{b.numerator()} * a.denominator();
    return clampedToInt64(wideNearest(sum, 2 * Wide{a.denominator()} * b.denominator()));
}

FrameAnswer numbered(Frame frame) {
    return {std::to_string(frame.number), frame};
}

Answer answerTime(const Words& words, const FrameTimeline& timeline) {
    const auto frame = readFrame(words[1]);
    const auto sense = senseIn(words);
    if (!frame || !sense) return std::nullopt;
    if (*sense == Sense::Exact)
        return FrameAnswer{formatted(timeline.millisecondsOf(*frame)), *frame};
    const Frame before{*sense == Sense::Start ? frame->number - 1 : frame->number};
    const Fraction next = timeline.millisecondsOf(Frame{before.number + 1});
    const std::int64_t ms = wholeMidpoint(timeline.millisecondsOf(before), next);
    if (frameFor(timeline, Fraction(ms), *sense) != *frame) return std::nullopt;
    return FrameAnswer{std::to_string(ms), *frame};
}

Answer answerFrame(const Words& words, const FrameTimeline& timeline) {
    const auto ms = readTime(words[1]);
    const auto sense = senseIn(words);
    if (!ms || !sense) return std::nullopt;
    return numbered(frameFor(timeline, *ms, *sense));
}

Answer answerSmpte(std::string_view word, const FrameTimeline& timeline, DropFrame drop) {
    const auto frame = readFrame(word);
    if (!frame) return std::nullopt;
    return FrameAnswer{timecodeOf(*frame, timeline.averageRate(), drop), *frame};
}

Answer answerSmpteFrame(std::string_view word, const FrameTimeline& timeline, DropFrame drop) {
    const auto frame = parseTimecode(word, timeline.averageRate(), drop);
    if (!frame) return std::nullopt;
    return numbered(*frame);
}

Answer answerWords(const Words& words, const FrameTimeline& timeline, DropFrame drop) {
    if (words.size() < 2 || words.size() > 3) return std::nullopt;
    if (words[0] == "time") return answerTime(words, timeline);
    if (words[0] == "frame") return answerFrame(words, timeline);
    if (words.size() == 3) return std::nullopt;
    if (words[0] == "smpte") return answerSmpte(words[1], timeline, drop);
    if (words[0] == "smpte-frame") return answerSmpteFrame(words[1], timeline, drop);
    return std::nullopt;
}

}  // namespace

FrameAnswer answerTo(std::string_view question, const FrameTimeline& timeline, DropFrame drop) {
    return answerWords(wordsOf(question), timeline, drop).value_or(FrameAnswer{"error", {}});
}

}  // namespace subs
