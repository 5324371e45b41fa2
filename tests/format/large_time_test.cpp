// SPDX-License-Identifier: MIT
#include <subs/format/features.h>
#include <subs/time/largest_time.h>

#include "catch.h"
#include "format/read.h"

#include <string>

using namespace testing;
using namespace subs;

namespace {

const std::string kLarge = "1\n99999999999:00:00,000 --> 99999999999:00:01,000\nbig\n";

const LossItem* rangeLoss(const LossReport& report) {
    for (const LossItem& item : report.items)
        if (item.feature == feature::kTimeRange) return &item;
    return nullptr;
}

Document largeDocument() {
    auto read = readDocument(kLarge, "w.srt");
    REQUIRE(read);
    return std::move(read->document);
}

}  // namespace

TEST_CASE("a time too large to be worked with is approximated in another format", "[format]") {
    const Document document = largeDocument();
    for (const char* id : {"ass", "ssa"}) {
        const LossReport report = formatNamed(id)->plan(document, {});
        const LossItem* loss = rangeLoss(report);
        REQUIRE(loss);
        CHECK(loss->severity == LossSeverity::Approximated);
        CHECK(loss->count == 1);
        CHECK(loss->after == "2777777:46:40.00");
    }
}

TEST_CASE("a time too large to be worked with keeps its spelling in its file", "[srt][save]") {
    Document document = largeDocument();
    document.cues[0].text.plain = "bigger";
    CHECK(written(document, "srt") ==
          "1\n99999999999:00:00,000 --> 99999999999:00:01,000\nbigger\n");
    CHECK_FALSE(rangeLoss(formatNamed("srt")->plan(document, {})));
}

TEST_CASE("a cue that begins too late and has no end loses nothing in its file", "[srt]") {
    const auto read = readDocument("1\n99999999999:00:00,000 --> 9\nbig\n", "w.srt");
    REQUIRE(read);
    REQUIRE_FALSE(read->document.cues[0].end);
    CHECK(formatNamed("srt")->plan(read->document, {}).empty());
}

TEST_CASE("a time too large to be worked with is told where SubRip is written anew", "[srt]") {
    Document document = largeDocument();
    document.origin.reset();
    REQUIRE(rangeLoss(formatNamed("srt")->plan(document, {})));
    document.cues[0].start = Time::fromSeconds(1);
    document.cues[0].end = kLargestTime - Time::fromMilliseconds(1);
    CHECK_FALSE(rangeLoss(formatNamed("srt")->plan(document, {})));
}
