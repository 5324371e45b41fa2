// SPDX-License-Identifier: MIT
#include <subs/job/sound_told.h>
#include <subs/time/clock.h>

#include "json_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>

namespace subs {
namespace {

/// Decibels below full scale, of steps of 1/32768.
double decibelsOf(double steps) {
    return 20 * std::log10(steps / 32768);
}

int swingOf(const Peak& peak) {
    return std::max(std::abs(int{peak.minimum}), std::abs(int{peak.maximum}));
}

double rmsOf(const std::vector<Peak>& columns) {
    double squares = 0;
    for (const Peak& column : columns)
        squares += static_cast<double>(column.rms) * column.rms;
    return std::sqrt(squares / static_cast<double>(columns.size()));
}

std::string loudnessText(const SoundCurve& curve) {
    const auto loudest = std::ranges::max_element(curve.columns, {}, swingOf);
    if (loudest == curve.columns.end() || swingOf(*loudest) == 0) return "silent\n";
    const std::int64_t place = loudest - curve.columns.begin();
    const Time time = curve.stretch.from + Time::fromFlicks(place * curve.column.flicks());
    return fmt::format("loudest: {:.1f} dBFS at {}\nrms: {:.1f} dBFS\n",
                       decibelsOf(swingOf(*loudest)),
                       clockText(time),
                       decibelsOf(rmsOf(curve.columns)));
}

void appendColumns(std::string& json,
                   std::string_view name,
                   const std::vector<Peak>& columns,
                   std::int16_t Peak::*part) {
    fmt::format_to(std::back_inserter(json), ",\"{}\":[", name);
    for (const Peak& column : columns)
        fmt::format_to(std::back_inserter(json), "{},", column.*part);
    if (json.back() == ',') json.pop_back();
    json += ']';
}

}  // namespace

std::string soundText(const SoundCurve& curve, std::string_view film) {
    const SoundFacts& facts = curve.facts;
    return fmt::format("{}\nsound: {}, {} Hz\nchannel: {}\nfrom {} to {}\n{}",
                       film,
                       facts.layout,
                       facts.sampleRate,
                       nameOf(facts.heard),
                       clockText(curve.stretch.from),
                       clockText(curve.stretch.to),
                       loudnessText(curve));
}

/// Columns are many, so that they are put behind the rest as text.
std::string soundJson(const SoundCurve& curve, std::string_view film) {
    const SoundFacts& facts = curve.facts;
    std::string json = serialised(Json{{"film", film},
                                       {"layout", facts.layout},
                                       {"sample_rate", facts.sampleRate},
                                       {"channel", nameOf(facts.heard)},
                                       {"duration_ms", millisecondsJson(facts.end)},
                                       {"start_ms", millisecondsJson(curve.stretch.from)},
                                       {"bin_ms", millisecondsJson(curve.column)}});
    json.pop_back();
    appendColumns(json, "min", curve.columns, &Peak::minimum);
    appendColumns(json, "max", curve.columns, &Peak::maximum);
    appendColumns(json, "rms", curve.columns, &Peak::rms);
    return json + "}";
}

}  // namespace subs
