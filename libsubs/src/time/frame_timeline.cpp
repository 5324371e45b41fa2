// SPDX-License-Identifier: MIT
#include <subs/time/frame_timeline.h>

#include "wide.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <functional>
#include <numeric>
#include <utility>

namespace subs {
namespace {

/// What a tick in milliseconds may be a quotient of: with it all products here stay within 128
/// bits.
constexpr std::int64_t kMostTickPart = 1'000'000'000;
/// Numbers of frames beyond this are not told apart: 146 million years at 1000 a second.
constexpr std::int64_t kMostFrames = std::int64_t{1} << 62;

using Round = Wide (*)(Wide, Wide);

/// `ms` in whole ticks by `round`.
Wide ticksAt(Fraction ms, Fraction tickMilliseconds, Round round) {
    return round(Wide{ms.numerator()} * tickMilliseconds.denominator(),
                 Wide{ms.denominator()} * tickMilliseconds.numerator());
}

/// How many frames of `ticksPerFrame` lie between tick `origin` and `ms`, by `round`. Exact
/// although nothing wider than 128 bits is used: rounding in two steps of one direction is rounding
/// once.
Wide framesSince(std::int64_t origin,
                 Fraction ms,
                 Fraction tickMilliseconds,
                 Fraction ticksPerFrame,
                 Round round) {
    const Wide perTick = Wide{ms.denominator()} * tickMilliseconds.numerator();
    const Wide moment = Wide{ms.numerator()} * tickMilliseconds.denominator();
    const Wide whole = wideFloor(moment, perTick);
    const Wide rest = moment - whole * perTick;
    const Wide scaled = (whole - origin) * ticksPerFrame.denominator() +
                        round(rest * ticksPerFrame.denominator(), perTick);
    return round(scaled, ticksPerFrame.numerator());
}

Frame frameNumbered(Wide number) {
    return Frame{static_cast<std::int64_t>(std::clamp<Wide>(number, -kMostFrames, kMostFrames))};
}

Fraction tickInMilliseconds(Fraction tickSeconds) {
    return fractionOf(Wide{tickSeconds.numerator()} * 1000, tickSeconds.denominator());
}

/// The length of a frame in ticks.
Fraction ticksOf(FrameRate rate, Fraction tickMilliseconds) {
    const Fraction fps = rate.framesPerSecond();
    return fractionOf(Wide{1000} * fps.denominator() * tickMilliseconds.denominator(),
                      Wide{fps.numerator()} * tickMilliseconds.numerator());
}

/// Rates that a list of rounded stamps is taken for.
const std::array<Fraction, 12> kStandardRates = {{{24000, 1001},
                                                  {24},
                                                  {25},
                                                  {30000, 1001},
                                                  {30},
                                                  {48000, 1001},
                                                  {48},
                                                  {50},
                                                  {60000, 1001},
                                                  {60},
                                                  {120000, 1001},
                                                  {120}}};

/// How far `steps` frames of `rate` are from `ticks` ticks.
Fraction deviation(Fraction rate,
                   std::int64_t steps,
                   std::int64_t ticks,
                   Fraction tickMilliseconds) {
    const Fraction frame = ticksOf(*FrameRate::fromFraction(rate), tickMilliseconds);
    return fractionOf(
        wideMagnitude(Wide{steps} * frame.numerator() - Wide{ticks} * frame.denominator()),
        frame.denominator());
}

/// The fraction of a denominator up to `most` that is near `value`, by its continued fraction.
Fraction simplified(Fraction value, std::int64_t most) {
    Wide top = value.numerator();
    Wide bottom = value.denominator();
    std::pair<Wide, Wide> before{0, 1};
    std::pair<Wide, Wide> best{1, 0};
    while (bottom != 0) {
        const Wide digit = wideFloor(top, bottom);
        const std::pair<Wide, Wide> next{digit * best.first + before.first,
                                         digit * best.second + before.second};
        if (next.second > most) break;
        before = std::exchange(best, next);
        top = std::exchange(bottom, top - digit * bottom);
    }
    return fractionOf(best.first, best.second);
}

/// The nearest rate to that of frames of `ticksPerFrame`.
FrameRate nearestRate(Fraction ticksPerFrame, Fraction tickMilliseconds) {
    const Fraction exact =
        fractionOf(Wide{1000} * ticksPerFrame.denominator() * tickMilliseconds.denominator(),
                   Wide{ticksPerFrame.numerator()} * tickMilliseconds.numerator());
    const Fraction slowest(1, 1'000'000);
    const Fraction fastest(1000);
    return *FrameRate::fromFraction(
        std::clamp(simplified(exact, slowest.denominator()), slowest, fastest));
}

/// The rate that explains `steps` frames that take `ticks` ticks, within a tick: `nominal`, else a
/// standard one.
std::optional<FrameRate> explainingRate(std::int64_t steps,
                                        std::int64_t ticks,
                                        Fraction tickMilliseconds,
                                        std::optional<FrameRate> nominal) {
    const auto distance = [&](Fraction rate) {
        return deviation(rate, steps, ticks, tickMilliseconds);
    };
    if (nominal && distance(nominal->framesPerSecond()) <= Fraction(1)) return nominal;
    const Fraction standard =
        *std::ranges::min_element(kStandardRates, std::ranges::less(), distance);
    if (distance(standard) <= Fraction(1)) return *FrameRate::fromFraction(standard);
    return std::nullopt;
}

/// The least common multiple, or 0 where it is above `most`.
std::int64_t commonMultiple(std::int64_t a, std::int64_t b, std::int64_t most) {
    const Wide multiple = Wide{a} / std::gcd(a, b) * b;
    return multiple <= most ? static_cast<std::int64_t>(multiple) : 0;
}

/// A tick in milliseconds of which each frame of all the rates is a whole number, where there is
/// one.
Fraction commonTick(FrameRate assumed, std::span<const RateRange> ranges) {
    std::int64_t perSecond = assumed.framesPerSecond().numerator();
    for (const RateRange& range : ranges) {
        perSecond =
            commonMultiple(perSecond, range.rate.framesPerSecond().numerator(), kMostTickPart);
        if (perSecond == 0) return {1, kMostTickPart};
    }
    return {1000, perSecond};
}

}  // namespace

FrameTimeline::FrameTimeline(std::vector<std::int64_t> ticks,
                             Fraction tickMilliseconds,
                             Fraction ticksPerFrame,
                             FrameRate rate)
    : rate_(rate),
      ticks_(std::move(ticks)),
      tickMilliseconds_(tickMilliseconds),
      ticksPerFrame_(ticksPerFrame) {}

FrameTimeline FrameTimeline::constant(FrameRate rate) {
    return {{}, Fraction(1), ticksOf(rate, Fraction(1)), rate};
}

Result<FrameTimeline> FrameTimeline::fromTicks(std::vector<std::int64_t> ticks,
                                               Fraction tickSeconds,
                                               std::optional<FrameRate> nominal) {
    const Fraction tick = tickInMilliseconds(tickSeconds);
    if (tick <= Fraction(0) || tick.numerator() > kMostTickPart ||
        tick.denominator() > kMostTickPart)
        return failure("time.bad-time-base",
                       fmt::format("{} s is no time base", formatted(tickSeconds)));
    if (ticks.empty()) return failure("time.no-frames", "a list of frame times without a frame");
    const auto fault = std::ranges::adjacent_find(ticks, std::greater_equal());
    if (fault != ticks.end())
        return failure("time.not-ascending",
                       fmt::format("frame {} does not begin after frame {}",
                                   fault - ticks.begin() + 1,
                                   fault - ticks.begin()));
    const auto steps = static_cast<std::int64_t>(ticks.size()) - 1;
    const std::int64_t length = ticks.back() - ticks.front();
    const auto rate = steps == 0 ? std::optional(nominal.value_or(FrameRate()))
                                 : explainingRate(steps, length, tick, nominal);
    if (rate) return FrameTimeline(std::move(ticks), tick, ticksOf(*rate, tick), *rate);
    const Fraction perFrame(length, steps);
    return FrameTimeline(std::move(ticks), tick, perFrame, nearestRate(perFrame, tick));
}

Result<FrameTimeline> FrameTimeline::fromRanges(FrameRate assumed,
                                                std::span<const RateRange> ranges) {
    if (ranges.empty()) return constant(assumed);
    const Fraction tick = commonTick(assumed, ranges);
    const Fraction usual = ticksOf(assumed, tick);
    std::vector<std::int64_t> ticks;
    Fraction now(0);
    const auto add = [&](std::int64_t frames, Fraction length) {
        const Wide denominator = Wide{now.denominator()} * length.denominator();
        const Wide begin = Wide{now.numerator()} * length.denominator();
        const Wide step = Wide{length.numerator()} * now.denominator();
        for (std::int64_t i = 0; i < frames; ++i)
            ticks.push_back(static_cast<std::int64_t>(wideNearest(begin + i * step, denominator)));
        now = fractionOf(begin + frames * step, denominator);
    };
    for (const RateRange& range : ranges) {
        const auto sofar = static_cast<std::int64_t>(ticks.size());
        assert(range.first.number >= sofar && range.last >= range.first);
        add(range.first.number - sofar, usual);
        add(range.last.number - range.first.number + 1, ticksOf(range.rate, tick));
    }
    ticks.push_back(now.nearest());
    return FrameTimeline(std::move(ticks), tick, usual, assumed);
}

FrameTimeline FrameTimeline::fromFirstFrame() const {
    FrameTimeline result = *this;
    for (std::int64_t& tick : result.ticks_)
        tick -= ticks_.front();
    return result;
}

Fraction FrameTimeline::millisecondsOf(Frame frame) const {
    const std::int64_t last = static_cast<std::int64_t>(ticks_.size()) - 1;
    const bool listed = frame.number >= 0 && frame.number <= last;
    const std::int64_t near = listed             ? frame.number
                              : frame.number < 0 ? 0
                                                 : std::max<std::int64_t>(last, 0);
    const std::int64_t ticks = ticks_.empty() ? 0 : ticks_[static_cast<std::size_t>(near)];
    const Wide numerator = Wide{ticks} * ticksPerFrame_.denominator() +
                           Wide{frame.number - near} * ticksPerFrame_.numerator();
    const auto [top, bottom] = lowestTerms(numerator, ticksPerFrame_.denominator());
    return fractionOf(top * tickMilliseconds_.numerator(),
                      bottom * tickMilliseconds_.denominator());
}

Time FrameTimeline::timeOf(Frame frame) const {
    return timeFromMilliseconds(millisecondsOf(frame));
}

Frame FrameTimeline::frameBeyond(Fraction ms, std::int64_t near, Direction direction) const {
    const std::int64_t origin = ticks_.empty() ? 0 : ticks_[static_cast<std::size_t>(near)];
    const Round round = direction == Direction::Down ? wideFloor : wideCeiling;
    return frameNumbered(near + framesSince(origin, ms, tickMilliseconds_, ticksPerFrame_, round));
}

Frame FrameTimeline::frameAt(Fraction ms) const {
    const Wide tick = ticksAt(ms, tickMilliseconds_, wideFloor);
    if (ticks_.empty() || tick < ticks_.front()) return frameBeyond(ms, 0, Direction::Down);
    if (tick >= ticks_.back()) return frameBeyond(ms, std::ssize(ticks_) - 1, Direction::Down);
    const auto after = std::ranges::upper_bound(ticks_, static_cast<std::int64_t>(tick));
    return Frame{after - ticks_.begin() - 1};
}

Frame FrameTimeline::startFrameAt(Fraction ms) const {
    const Wide tick = ticksAt(ms, tickMilliseconds_, wideCeiling);
    if (ticks_.empty() || tick <= ticks_.front()) return frameBeyond(ms, 0, Direction::Up);
    if (tick > ticks_.back()) return frameBeyond(ms, std::ssize(ticks_) - 1, Direction::Up);
    const auto first = std::ranges::lower_bound(ticks_, static_cast<std::int64_t>(tick));
    return Frame{first - ticks_.begin()};
}

Frame FrameTimeline::endFrameAt(Fraction ms) const {
    return Frame{startFrameAt(ms).number - 1};
}

FrameRate FrameTimeline::averageRate() const {
    return rate_;
}

std::optional<std::int64_t> FrameTimeline::frameCount() const {
    if (ticks_.empty()) return std::nullopt;
    return static_cast<std::int64_t>(ticks_.size());
}

}  // namespace subs
