// SPDX-License-Identifier: MIT
#include "speech/spans_file.h"

#include <subs/time/largest_time.h>

#include "catch.h"

#include <string>
#include <string_view>
#include <vector>

using namespace subs;
using namespace subs::media;

namespace {

const std::vector<SpeechSpan> kSpans = {
    {Time::fromMilliseconds(-10), Time::fromMilliseconds(1500), 1},
    {Time::fromMilliseconds(1500), Time::fromMilliseconds(1500), 0},
    {Time::fromSeconds(7200), Time::fromSeconds(7201), 0.625}};

}  // namespace

TEST_CASE("speech comes out of its bytes as it went in", "[media][speech][cache]") {
    CHECK(spansFrom(spansBytes(kSpans)) == kSpans);
    CHECK(spansFrom(spansBytes({})) == std::vector<SpeechSpan>());
}

TEST_CASE("bytes that are not those of spans in their order are not taken",
          "[media][speech][cache]") {
    const std::string bytes = spansBytes(kSpans);
    for (std::size_t end = 0; end < bytes.size(); ++end)
        CHECK_FALSE(spansFrom(std::string_view(bytes).substr(0, end)));
    CHECK_FALSE(spansFrom(bytes + '\0'));
    CHECK_FALSE(spansFrom(std::string(64, '\xFF')));
    const auto refused = [](std::vector<SpeechSpan> spans) {
        return !spansFrom(spansBytes(spans));
    };
    CHECK(refused({kSpans[2], kSpans[0]}));
    CHECK(refused({{Time::fromSeconds(2), Time::fromSeconds(1), 1}}));
    CHECK(refused({{Time::fromSeconds(1), Time::fromSeconds(2), 1.5}}));
    CHECK(refused({{Time(), kLargestTime, 1}}));
}
