// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/spans_file.h"

#include <subs/time/largest_time.h>

#include "byte_order.h"

#include <bit>

namespace subs::media {
namespace {

/// True of times that no film has, and that may be too large to be added.
constexpr bool isFar(Time time) {
    constexpr Time kMost = Time::fromFlicks(kLargestTime.flicks() / 2);
    return time > kMost || time < -kMost;
}

}  // namespace

std::string spansBytes(std::span<const SpeechSpan> spans) {
    ByteWriter out;
    out.compact(spans.size());
    Time last;
    for (const SpeechSpan& span : spans) {
        out.compactStep((span.start - last).flicks());
        out.compactStep((span.end - span.start).flicks());
        out.number(std::bit_cast<std::uint64_t>(span.confidence));
        last = span.end;
    }
    return out.bytes();
}

std::optional<std::vector<SpeechSpan>> spansFrom(std::string_view bytes) {
    ByteReader in(bytes);
    const std::uint64_t count = in.compact();
    if (count > in.left()) return std::nullopt;
    std::vector<SpeechSpan> spans;
    spans.reserve(static_cast<std::size_t>(count));
    const auto behind = [&](Time from) -> std::optional<Time> {
        const Time step = Time::fromFlicks(in.compactStep());
        if (isFar(step) || isFar(from + step)) return std::nullopt;
        return from + step;
    };
    Time last;
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto start = behind(last);
        const auto end = start ? behind(*start) : std::nullopt;
        if (!end || *end < *start || (i > 0 && *start < last)) return std::nullopt;
        const auto confidence = std::bit_cast<double>(in.number<std::uint64_t>());
        if (!(confidence >= 0 && confidence <= 1)) return std::nullopt;
        spans.push_back({*start, *end, confidence});
        last = *end;
    }
    return in.isAtEnd() ? std::optional(std::move(spans)) : std::nullopt;
}

}  // namespace subs::media
