// SPDX-License-Identifier: MIT
#include "model/drawn_lines.h"

#include "catch.h"

#include <cstddef>
#include <cstdint>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

using namespace subs;

namespace {

Cue cueOf(CueText text) {
    Cue cue;
    cue.text = std::move(text);
    return cue;
}

double advanceOf(const CueText& text) {
    const Cue cue = cueOf(text);
    DrawnLines drawn;
    return drawn.prepared(Document(), cue).advance(0, cue.text.plain.size());
}

Span sized(std::uint32_t begin, std::uint32_t end, std::string size) {
    return {SpanKind::FontSize, begin, end, std::move(size)};
}

}  // namespace

TEST_CASE("of spans of one kind the one that began last holds, until it ends", "[model][fonts]") {
    const double ten = advanceOf({"a", {sized(0, 1, "10")}});
    const double twenty = 2 * ten;
    CHECK(advanceOf({"a", {sized(0, 1, "20")}}) == Approx(twenty));
    // Inside of one another, and one over the end of the other.
    CHECK(advanceOf({"aaa", {sized(0, 3, "10"), sized(1, 2, "20")}}) == Approx(2 * ten + twenty));
    CHECK(advanceOf({"aaa", {sized(0, 2, "10"), sized(1, 3, "20")}}) == Approx(ten + 2 * twenty));
    CHECK(advanceOf({"aaaa", {sized(0, 4, "10"), sized(1, 3, "20"), sized(1, 2, "30")}}) ==
          Approx(2 * ten + twenty + 3 * ten));
    CHECK(advanceOf({"aaa", {sized(0, 3, "10"), sized(1, 3, "20"), sized(1, 2, "10")}}) ==
          Approx(2 * ten + twenty));
    // A tag in between holds from there on.
    CHECK(advanceOf({"aaa", {sized(0, 3, "10"), {SpanKind::Opaque, 1, 1, "\\fscx200"}}}) ==
          Approx(ten + 2 * twenty));
}

TEST_CASE("a cue of a hundred thousand spans and lines is drawn in time", "[model][fonts]") {
    constexpr std::uint32_t kCount = 100'000;
    CueText text;
    for (std::uint32_t i = 0; i < kCount; ++i) {
        text.plain += "ab\n";
        text.spans.push_back({SpanKind::Bold, 3 * i, 3 * i + 1, "1"});
        text.spans.push_back({SpanKind::Karaoke, 3 * i + 1, 3 * i + 1, "\\k30"});
    }
    const Cue cue = cueOf(std::move(text));
    DrawnLines drawn;
    const std::clock_t begin = std::clock();
    const DrawnCue prepared = drawn.prepared(Document(), cue);
    double sum = 0;
    for (std::size_t i = 0; i < kCount; ++i)
        sum += prepared.line(3 * i, 3 * i + 2, DrawnDetail::Sketch).advance;
    CHECK(sum == Approx(kCount * prepared.advance(0, 2)).epsilon(0.02));
    // 20,000 took 5 s and more.
    CHECK(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC < 5);
}
