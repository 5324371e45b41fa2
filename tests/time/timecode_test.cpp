// SPDX-License-Identifier: MIT
#include <subs/time/timecode.h>

#include "catch.h"

#include <cstdint>
#include <string>
#include <vector>

using namespace subs;

namespace {

struct Labelled {
    std::int64_t frame;
    const char* label;
};

const std::vector<Labelled> kDrop30 = {
    {0, "00:00:00;00"},
    {1799, "00:00:59;29"},
    {1800, "00:01:00;02"},
    {3597, "00:01:59;29"},
    {3598, "00:02:00;02"},
    {17981, "00:09:59;29"},
    {17982, "00:10:00;00"},
    {17983, "00:10:00;01"},
    {19781, "00:10:59;29"},
    {19782, "00:11:00;02"},
    {107892, "01:00:00;00"},
    {2589407, "23:59:59;29"},
    {2589408, "24:00:00;00"},
};

const std::vector<Labelled> kDrop60 = {
    {3599, "00:00:59;59"},
    {3600, "00:01:00;04"},
    {7195, "00:01:59;59"},
    {7196, "00:02:00;04"},
    {35963, "00:09:59;59"},
    {35964, "00:10:00;00"},
    {215784, "01:00:00;00"},
};

FrameRate rateOf(const char* text) {
    return parseFrameRate(text).value();
}

}  // namespace

TEST_CASE("drop frame labels are those of the standard", "[time]") {
    for (const auto& [frame, label] : kDrop30) {
        CHECK(timecodeOf(Frame{frame}, rateOf("29.97"), DropFrame::Yes) == label);
        CHECK(parseTimecode(label, rateOf("29.97"), DropFrame::Yes).value() == Frame{frame});
    }
    for (const auto& [frame, label] : kDrop60) {
        CHECK(timecodeOf(Frame{frame}, rateOf("59.94"), DropFrame::Yes) == label);
        CHECK(parseTimecode(label, rateOf("59.94"), DropFrame::Yes).value() == Frame{frame});
    }
}

TEST_CASE("each frame of a day of drop frame has a label of its own that leads back to it",
          "[time][property]") {
    for (const char* rate : {"29.97", "59.94"}) {
        std::string before;
        std::int64_t wrong = 0;
        const std::int64_t step = 7;  // every label of a minute is met within the day
        for (std::int64_t n = 0; n < 24 * 107892 * (rateOf(rate).nominal() / 30); n += step) {
            const std::string label = timecodeOf(Frame{n}, rateOf(rate), DropFrame::Yes);
            if (label <= before || parseTimecode(label, rateOf(rate), DropFrame::Yes) != Frame{n})
                ++wrong;
            before = label;
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("an hour of non-drop labels at 24000/1001 lasts 3603.6 seconds", "[time]") {
    const auto frame = parseTimecode("01:00:00:00", rateOf("23.976"), DropFrame::No);
    CHECK(FrameTimeline::constant(rateOf("23.976")).millisecondsOf(*frame) == Fraction(3'603'600));
    const auto drop = parseTimecode("01:00:00;00", rateOf("29.97"), DropFrame::Yes);
    CHECK(FrameTimeline::constant(rateOf("29.97")).millisecondsOf(*drop) ==
          Fraction(17'999'982, 5));
}

TEST_CASE("labels that drop frame leaves out are refused", "[time]") {
    for (const char* label : {"00:01:00;00", "00:01:00;01", "00:59:00;01"}) {
        const auto frame = parseTimecode(label, rateOf("29.97"), DropFrame::Yes);
        REQUIRE_FALSE(frame);
        CHECK(frame.error().code == "time.dropped-label");
    }
    CHECK_FALSE(parseTimecode("00:01:00;03", rateOf("59.94"), DropFrame::Yes));
    CHECK(parseTimecode("00:10:00;00", rateOf("29.97"), DropFrame::Yes));
    CHECK(parseTimecode("00:01:00:00", rateOf("29.97"), DropFrame::No).value() == Frame{1800});
}

TEST_CASE("what is no label is refused", "[time]") {
    for (const char* label : {"",
                              "1",
                              "00:00:00",
                              "00:00:00:25",
                              "00:60:00:00",
                              "00:00:60:00",
                              "0:00:00:00",
                              "00:00:00:",
                              "00:00:00:x1",
                              "00:00:00:00:00",
                              "aa:00:00:00"}) {
        INFO(label);
        REQUIRE_FALSE(parseTimecode(label, rateOf("25"), DropFrame::No));
        CHECK(parseTimecode(label, rateOf("25"), DropFrame::No).error().code ==
              "time.bad-timecode");
    }
}

TEST_CASE("labels go on after a day and before 0", "[time]") {
    CHECK(timecodeOf(Frame{25 * 3600 * 100}, rateOf("25"), DropFrame::No) == "100:00:00:00");
    CHECK(parseTimecode("100:00:00:00", rateOf("25"), DropFrame::No).value() ==
          Frame{25 * 3600 * 100});
    CHECK(timecodeOf(Frame{-26}, rateOf("25"), DropFrame::No) == "-00:00:01:01");
    CHECK(parseTimecode("-00:00:01:01", rateOf("25"), DropFrame::No).value() == Frame{-26});
    CHECK(timecodeOf(Frame{119}, rateOf("120"), DropFrame::No) == "00:00:00:119");
}
