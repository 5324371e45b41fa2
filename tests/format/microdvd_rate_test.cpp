// SPDX-License-Identifier: MIT
// Which line of a MicroDVD file says its rate: those that libavformat/microdvddec.c of FFmpeg takes
// for one, and which show no text that a person wrote. It looks at lines whose first frame is 0 or
// 1, reads a number behind any blanks with "%6lf", takes it where it is more than 3 and less than
// 100, and passes over what follows.
#include <subs/format/features.h>
#include <subs/format/registry.h>

#include "catch.h"
#include "format/read.h"

#include <string>

using namespace subs;
using testing::lossOf;
using testing::ms;
using testing::written;

namespace {

FrameTimeline at(const char* rate) {
    return FrameTimeline::constant(*parseFrameRate(rate));
}

ReadDocument read(const std::string& file, const FrameTimeline* asked = nullptr) {
    DocumentOptions options;
    options.timeline = asked;
    return readDocument(file, "x.sub", options).value();
}

}  // namespace

TEST_CASE("the rate of MicroDVD stands in all lines in which players look for it",
          "[format][lines][microdvd]") {
    const FrameTimeline asked = at("50");
    for (const char* const header : {"{0}{0}25",
                                     "{0}{}25",
                                     "{1}{}25",
                                     "{1}{1}25 fps",
                                     "{1}{1}25fps",
                                     "{1}{1}25,000 FPS ",
                                     "{1}{1} 25",
                                     "{1}{0}25.0",
                                     "{DEFAULT}{}{y:b}\n{0}{0}25"}) {
        INFO(header);
        const std::string file = std::string(header) + "\n{25}{49}x\n";
        const ReadDocument own = read(file);
        REQUIRE(own.document.cues.size() == 1);
        CHECK(own.document.cues[0].start == ms(1000));
        CHECK(own.document.cues[0].end == ms(2000));
        CHECK(own.diagnostics.empty());
        CHECK(written(own.document, "microdvd") == file);
        Document moved = own.document;
        moved.cues[0].start = ms(1200);
        CHECK(written(moved, "microdvd") == std::string(header) + "\n{30}{49}x\n");
        // Frames that are asked for stand over it, and it is no cue then either.
        const ReadDocument other = read(file, &asked);
        REQUIRE(other.document.cues.size() == 1);
        CHECK(other.document.cues[0].start == ms(500));
        CHECK(testing::countOf(other.diagnostics, "microdvd.other-rate") == 1);
    }
}

TEST_CASE("a text of MicroDVD that is a number is no rate", "[format][lines][microdvd]") {
    const FrameTimeline asked = at("25");
    for (const char* const line :
         {"{2}{2}25", "{0}{0}3", "{1}{}100", "{0}{0}25 men", "{1}{50}24", "{1}{}2", "{0}{0}"}) {
        INFO(line);
        const std::string file = std::string(line) + "\n{25}{49}x\n";
        CHECK(read(file, &asked).document.cues.size() == 2);
        const ReadDocument without = read(file);
        CHECK(without.document.cues.empty());
        CHECK(testing::countOf(without.diagnostics, "microdvd.no-rate") == 1);
    }
    // Behind the header there is no other.
    const ReadDocument two = read("{1}{1}25\n{0}{}24\n{25}{49}x\n");
    REQUIRE(two.document.cues.size() == 2);
    CHECK(two.document.cues[0].text.plain == "24");
}

TEST_CASE("a number that is shown in the first frames of MicroDVD stays a text, and that is told",
          "[format][lines][microdvd]") {
    const FrameTimeline frames = at("25");
    WriteOptions options;
    options.timeline = &frames;
    Document document;
    document.format = "elsewhere";
    for (const auto& [start, end] : {std::pair{0, 40}, std::pair{1000, 2000}}) {
        Cue& cue = document.cues.emplace_back();
        cue.id = document.newId();
        cue.start = ms(start);
        cue.end = ms(end);
        cue.text.plain = "24";
    }
    CHECK(written(document, "microdvd", options) == "{1}{1}25\n{0}{0}\u206024\n{25}{49}24\n");
    const LossReport losses = formatNamed("microdvd")->plan(document, options);
    REQUIRE(lossOf(losses, feature::kText));
    CHECK(lossOf(losses, feature::kText)->cues == std::vector<CueId>{CueId{1}});
}
