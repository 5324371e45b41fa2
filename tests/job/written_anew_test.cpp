// SPDX-License-Identifier: MIT
#include <subs/job/convert.h>
#include <subs/job/move_times.h>

#include "catch.h"
#include "format/read.h"

#include <algorithm>
#include <string>

using namespace subs;
using testing::countOf;
using testing::has;
using testing::lossOf;
using testing::ms;

namespace {

std::string fileOf(const std::string& body) {
    return "<?xml version=\"1.0\" encoding=\"KOI8-R\"?>\n<tt xmlns=\"http://www.w3.org/ns/ttml\" "
           "xmlns:tts=\"http://www.w3.org/ns/ttml#styling\" xml:lang=\"ru\"><!-- a note -->" +
           body + "</tt>\n";
}

/// The first cue says "Да".
const std::string kSequence = fileOf(
    "<body><div timeContainer=\"seq\"><p dur=\"2s\" tts:textOutline=\"black 2px\">\xE4\xC1</p>"
    "<p dur=\"3s\">b</p></div></body>");

Converted shifted(const std::string& text, std::int64_t by) {
    ConvertOptions options;
    options.moving = MoveOptions{ShiftByTime{ms(by)}};
    auto result = converted(text, "film.ttml", options);
    REQUIRE(result);
    return *std::move(result);
}

Document readAgain(const Converted& result) {
    auto read = readDocument(result.bytes, "film.ttml");
    REQUIRE(read);
    return std::move(read->document);
}

}  // namespace

TEST_CASE("times that a file cannot take are written into a new file of its format", "[job]") {
    const Converted result = shifted(kSequence, 1000);
    CHECK(countOf(result.diagnostics, "convert.new-file") == 1);
    CHECK(result.to == result.from);
    const Document document = readAgain(result);
    REQUIRE(document.cues.size() == 2);
    CHECK(document.cues[0].start == ms(1000));
    CHECK(document.cues[0].end == ms(3000));
    CHECK(document.cues[0].text.plain == "Да");
    CHECK(document.cues[1].start == ms(3000));
    CHECK(document.cues[1].end == ms(6000));
    // In the encoding that the file was in, and says so.
    CHECK(has(result.bytes, "encoding=\"KOI8-R\""));
    CHECK(has(result.bytes, ">\xE4\xC1<"));
    // What the new file does not have is told.
    CHECK(lossOf(result.losses, "note"));
    CHECK(lossOf(result.losses, "outline"));
}

TEST_CASE("a cue that leaves what is around it is written into a new file", "[job]") {
    const std::string text =
        fileOf("<body><div begin=\"10s\"><p begin=\"1s\" end=\"2s\">a</p></div></body>");
    const Converted early = shifted(text, -10500);
    CHECK(countOf(early.diagnostics, "convert.new-file") == 1);
    const Document document = readAgain(early);
    REQUIRE(document.cues.size() == 1);
    CHECK(document.cues[0].start == ms(500));
    CHECK(document.cues[0].end == ms(1500));
}

TEST_CASE("captions that a line cannot be moved with are written into a new file", "[job]") {
    // The first line, data that is no captions, would be sent before the first frame.
    ConvertOptions options;
    options.moving = MoveOptions{ShiftByTime{ms(-5000)}};
    const auto result = converted(
        "Scenarist_SCC V1.0\n\n"
        "00:00:01;00\t0183 8f62\n\n"
        "00:00:10;00\t9425 9425 94ad 94ad 9470 9470 6f6e e580\n\n"
        "00:00:16;00\t942c 942c\n",
        "film.scc",
        options);
    REQUIRE(result);
    CHECK(countOf(result->diagnostics, "convert.new-file") == 1);
    CHECK(has(result->bytes, "942f 942f"));  // shown as pop-on captions are
    const auto isUnread = [](const LossItem& loss) { return loss.feature == "unread"; };
    CHECK(std::ranges::count_if(result->losses.items, isUnread) == 1);
    CHECK(lossOf(result->losses, "unread")->count == 2);
}

TEST_CASE("what a file can take is written in place, and loses nothing", "[job]") {
    CHECK(shifted(kSequence, 0).bytes == kSequence);
    const std::string text =
        fileOf("<body><div begin=\"10s\"><p begin=\"1s\" end=\"2s\">a</p></div></body>");
    const Converted late = shifted(text, 500);
    CHECK(late.bytes == fileOf("<body><div begin=\"10s\"><p begin=\"1.5s\" end=\"2.5s\">a</p>"
                               "</div></body>"));
    CHECK(countOf(late.diagnostics, "convert.new-file") == 0);
    CHECK(late.losses.empty());
}
