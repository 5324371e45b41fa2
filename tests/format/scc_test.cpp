// SPDX-License-Identifier: MIT
// Closed captions in Scenarist's files. Expected values: 47 CFR 79.101 and CTA-608-E, by hand.
#include <subs/format/features.h>

#include "catch.h"
#include "format/read.h"
#include "format/scc/codes.h"
#include "format/scc_cues.h"

#include <algorithm>
#include <string>

using namespace testing;
using namespace subs;

namespace {

const std::string kHead = "Scenarist_SCC V1.0\n\n";

Document readScc(const std::string& lines) {
    return documentOf("scc", kHead + lines);
}

std::string textOf(const std::string& words) {
    const Document document = readScc("00:00:10;00\t94ae 94ae 9420 9420 9470 9470 " + words +
                                      " 942f 942f\n\n00:00:12;00\t942c 942c\n");
    REQUIRE(document.cues.size() == 1);
    return document.cues[0].text.plain;
}

Document documentWith(std::string text) {
    Document document;
    document.cues = {cueOf(document, 300, 360, std::move(text))};
    return document;
}

}  // namespace

TEST_CASE("bytes of closed captions have odd parity", "[scc]") {
    CHECK(scc::withParity(0x14) == 0x94);
    CHECK(scc::withParity(0x20) == 0x20);
    CHECK(scc::withParity(0x00) == 0x80);
    CHECK(scc::withParity('a') == 0x61);
    CHECK(scc::withParity('c') == 0xE3);
}

TEST_CASE("each row has its preamble, and each preamble its row", "[scc]") {
    // 47 CFR 79.101, table of preamble address codes, first channel, indent 0.
    struct Vector {
        int row;
        scc::Pair pair;
    };
    for (const Vector& vector : {Vector{1, {0x11, 0x50}},
                                 Vector{2, {0x11, 0x70}},
                                 Vector{3, {0x12, 0x50}},
                                 Vector{4, {0x12, 0x70}},
                                 Vector{5, {0x15, 0x50}},
                                 Vector{6, {0x15, 0x70}},
                                 Vector{7, {0x16, 0x50}},
                                 Vector{8, {0x16, 0x70}},
                                 Vector{9, {0x17, 0x50}},
                                 Vector{10, {0x17, 0x70}},
                                 Vector{11, {0x10, 0x50}},
                                 Vector{12, {0x13, 0x50}},
                                 Vector{13, {0x13, 0x70}},
                                 Vector{14, {0x14, 0x50}},
                                 Vector{15, {0x14, 0x70}}}) {
        INFO(vector.row);
        CHECK(scc::pairOf(scc::Preamble{vector.row, 0, {}}) == vector.pair);
        const auto read = scc::preambleOf(vector.pair);
        REQUIRE(read);
        CHECK(read->row == vector.row);
        CHECK(read->column == 0);
    }
    CHECK(scc::preambleOf({0x14, 0x7E})->column == 28);
    CHECK(scc::preambleOf({0x14, 0x6F})->pen.isItalic);
    CHECK(scc::preambleOf({0x14, 0x6F})->pen.isUnderlined);
    CHECK(scc::preambleOf({0x14, 0x6A})->pen.ink == scc::Ink::Yellow);
}

TEST_CASE("every character that is written is read", "[scc]") {
    for (
        const char32_t letter :
        U"aA0 áéíóúç÷Ññ█®°½¿™¢£♪àèâêîôûÁÉÓÚÜü‘¡*—©℠•“”ÀÂÇÈÊËëÎÏïÔÙùÛ«»ÃãÍÌìÒòÕõ{}\\^_|~ÄäÖöß¥¤│ÅåØø┌┐└┘") {
        if (letter == 0) continue;
        INFO(static_cast<std::uint32_t>(letter));
        const auto spelling = scc::spellingOf(letter);
        REQUIRE(spelling);
        if (!spelling->pair) {
            CHECK(scc::letterOf(spelling->byte) == letter);
            continue;
        }
        const auto special = scc::specialOf(*spelling->pair);
        const auto extended = scc::extendedOf(*spelling->pair);
        CHECK((special ? *special : extended.value_or(0)) == letter);
        CHECK(spelling->isExtended == extended.has_value());
    }
    CHECK_FALSE(scc::spellingOf(0x1780));
    CHECK_FALSE(scc::spellingOf(U'ş'));
}

TEST_CASE("a pop-on caption is seen from its command on to its erasure", "[scc][time]") {
    const Document document = readScc(
        "00:00:09;21\t94ae 94ae 9420 9420 9476 9476 9723 9723 c8e9 942f 942f\n\n"
        "00:00:12;00\t942c 942c\n");
    REQUIRE(document.cues.size() == 1);
    CHECK(document.cues[0].start == frame(300));
    CHECK(document.cues[0].end == frame(360));
    CHECK(document.cues[0].text.plain == "Hi");
    CHECK_FALSE(document.cues[0].alignment);
}

TEST_CASE("time codes drop frames only with a semicolon", "[scc][time]") {
    const std::string rest = "\t9420 9420 9470 9470 c8e9 942f 942f\n";
    CHECK(readScc("00:01:00;02" + rest).cues[0].start == frame(1805));
    CHECK(readScc("00:01:00:02" + rest).cues[0].start == frame(1807));
    CHECK(readScc("01:00:00;00" + rest).cues[0].start == frame(107'897));
    const Parsed odd = parsed("scc", kHead + "00:01:00;01" + rest);
    CHECK(odd.document.cues[0].start == frame(1804));
    CHECK(countOf(odd.diagnostics, "scc.bad-time-code") == 1);
}

TEST_CASE("a caption lasts until the next takes its place", "[scc][time]") {
    const Document document = readScc(
        "00:00:10;00\t9420 9420 9470 9470 c8e9 942f 942f\n\n"
        "00:00:12;00\t94ae 94ae 9420 9420 9470 9470 6279 e580 942f 942f\n");
    REQUIRE(document.cues.size() == 2);
    CHECK(document.cues[0].end == document.cues[1].start);
    CHECK(document.cues[1].text.plain == "bye");
    // Nothing erases the last one.
    CHECK(document.cues[1].end == document.cues[1].start + Time::fromSeconds(10));
}

TEST_CASE("a caption that says what the one before it says is one of its own", "[scc]") {
    const std::string run = " 9420 9420 9470 9470 5275 6ea1 942f 942f\n\n";  // "Run!"
    const Document document = readScc("00:00:10;00\t94ae 94ae" + run + "00:00:11;00\t94ae 94ae" +
                                      run + "00:00:12;00\t942c 942c\n");
    REQUIRE(document.cues.size() == 2);
    CHECK(document.cues[0].text.plain == "Run!");
    CHECK(document.cues[1].text.plain == "Run!");
    CHECK(document.cues[0].end == document.cues[1].start);
}

TEST_CASE("what is loaded without being erased comes back", "[scc]") {
    const Document document = readScc(
        "00:00:10;00\t9420 9450 c8e9 942f\n\n"
        "00:00:12;00\t9420 9470 6279 e580 942f\n\n"
        "00:00:14;00\t942f\n\n00:00:16;00\t942c\n");
    REQUIRE(document.cues.size() == 3);
    CHECK(document.cues[2].text.plain == document.cues[0].text.plain);
}

TEST_CASE("a code that comes twice is done once", "[scc]") {
    CHECK(textOf("6161 9721 9721 e3e3") == "aa cc");
    // Letters are no codes.
    CHECK(textOf("6161 6161") == "aaaa");
    // A third is a second one.
    CHECK(textOf("9137 9137 9137") == "♪♪");
    CHECK(textOf("616d 94a1 94a1 6280") == "ab");
}

TEST_CASE("extended characters take the place of the one before", "[scc]") {
    CHECK(textOf("c180 92b0 92b0 6280") == "Àb");
    CHECK(textOf("dc80 91b0 91b0") == "é®");
}

TEST_CASE("a mid-row code is a space, and a colour ends italics", "[scc]") {
    const Document document = readScc(
        "00:00:10;00\t9420 9420 9470 9470 e1e1 91ae 91ae e3e3 9128 "
        "9128 6464 942f 942f\n\n00:00:12;00\t942c 942c\n");
    const CueText& text = document.cues[0].text;
    CHECK(text.plain == "aa cc dd");
    REQUIRE(text.spans.size() == 2);
    CHECK(text.spans[0] == Span{SpanKind::Italic, 3, 5, ""});
    CHECK(text.spans[1] == Span{SpanKind::Color, 6, 8, "#FF0000"});
}

TEST_CASE("rows are read from the top, and a gap is a space", "[scc]") {
    const Document document = readScc(
        "00:00:10;00\t9420 9420 9470 9470 6279 e580 94d0 94d0 c8e9 97a2 97a2 616d 942f 942f\n");
    CHECK(document.cues[0].text.plain == "Hi am\nbye");
}

TEST_CASE("rolled-up rows come one after the other", "[scc][roll-up]") {
    const Document document = readScc(
        "00:00:10;00\t9425 9425 94ad 94ad 9470 9470 6f6e e580\n\n"
        "00:00:12;00\t9425 9425 94ad 94ad 9470 9470 f4f7 ef80\n\n"
        "00:00:14;00\t9425 9425 94ad 94ad 9470 9470 f468 f2e5 e580\n\n"
        "00:00:16;00\t942c 942c\n");
    REQUIRE(document.cues.size() == 3);
    CHECK(document.cues[0].text.plain == "one");
    CHECK(document.cues[0].start == frame(302));
    CHECK(document.cues[1].text.plain == "one\ntwo");
    CHECK(document.cues[2].text.plain == "two\nthree");
    CHECK(document.cues[2].start == frame(422));
    CHECK(document.cues[2].end == frame(480));
    CHECK(document.cues[0].settings == "roll-up");
}

TEST_CASE("painted words come one after the other", "[scc][paint-on]") {
    const Document document =
        readScc("00:00:10;00\t9429 9429 9470 9470 c8e9 20f4 68e5 f2e5\n\n00:00:12;00\t942c 942c\n");
    REQUIRE(document.cues.size() == 2);
    CHECK(document.cues[0].text.plain == "Hi");
    CHECK(document.cues[0].start == frame(302));
    CHECK(document.cues[1].text.plain == "Hi there");
    CHECK(document.cues[1].start == frame(305));
    CHECK(document.cues[1].end == frame(360));
}

TEST_CASE("a row that is painted over leaves what it does not reach", "[scc][paint-on]") {
    const Document document = readScc(
        "00:00:10;00\t9429 9429 9470 9470 e6ef f562 6161 f280\n\n"
        "00:00:12;00\t9429 9429 9470 9470 f4f7 ef80\n\n"
        "00:00:14;00\t9429 9429 9470 9470 e5e9 6768 f4e5 e56e\n");
    REQUIRE(document.cues.size() == 3);
    CHECK(document.cues[0].text.plain == "foubaar");
    CHECK(document.cues[1].text.plain == "twobaar");
    CHECK(document.cues[2].text.plain == "eighteen");
}

TEST_CASE("other channels, text and unknown codes are kept and told", "[scc]") {
    const Parsed read = parsed("scc",
                               kHead +
                                   "00:00:10;00\t9420 9470 c8e9 1c20 1c70 6279 942f 942a 6161\n\n"
                                   "00:00:12;00\t942c 942x 942 zz\n");
    REQUIRE(read.document.cues.size() == 1);
    CHECK(read.document.cues[0].text.plain == "Hi");
    CHECK(countOf(read.diagnostics, "scc.other-channel") == 1);
    CHECK(countOf(read.diagnostics, "scc.text-mode") == 1);
    CHECK(countOf(read.diagnostics, "scc.bad-word") == 1);
    // Another format does not get them.
    REQUIRE(read.unread.items.size() == 3);
    CHECK(read.unread.items[0].feature == "unread");
    CHECK(read.unread.items[0].severity == LossSeverity::Dropped);
    CHECK(read.unread.items[0].before == "captions or data of another channel");
    CHECK(read.unread.items[0].count == 3);  // two codes, a pair of letters
    CHECK(read.unread.items[0].line == 3);
    CHECK(read.unread.items[1].before == "text that is no captions");
    CHECK(read.unread.items[2].line == 5);  // the words that are no pairs
    CHECK(written(read.document, "scc") == read.document.origin->text);
}

TEST_CASE("a row that is too wide is read and told", "[scc]") {
    std::string words;
    for (int i = 0; i < 20; ++i)
        words += " 6161";
    const Parsed read =
        parsed("scc", kHead + "00:00:10;00\t9420 9420 9470 9470" + words + " 942f 942f\n");
    CHECK(read.document.cues[0].text.plain == std::string(40, 'a'));
    CHECK(countOf(read.diagnostics, "scc.too-wide") == 1);
}

TEST_CASE("a caption is loaded before it is shown, a pair a frame", "[scc][new]") {
    // ENM, RCL, row 15 indent 12, tab 3, "Hi": 9 pairs before frame 300.
    CHECK(written(documentWith("Hi"), "scc") ==
          "Scenarist_SCC V1.0\n\n"
          "00:00:09;21\t94ae 94ae 9420 9420 9476 9476 9723 9723 c8e9 942f 942f\n\n"
          "00:00:12;00\t942c 942c\n");
}

TEST_CASE("what is on the screen is erased while the next caption is loaded", "[scc][new]") {
    Document document;
    document.cues = {cueOf(document, 300, 396, "Hi"), cueOf(document, 400, 460, "bye")};
    CHECK(written(document, "scc") ==
          "Scenarist_SCC V1.0\n\n"
          "00:00:09;21\t94ae 94ae 9420 9420 9476 9476 9723 9723 c8e9 942f 942f\n\n"
          "00:00:12;28\t94ae 94ae 9420 9420 9476 9476 97a2 97a2 942c 942c 6279 e580 942f 942f\n\n"
          "00:00:15;10\t942c 942c\n");
    const Document again = documentOf("scc", written(document, "scc"));
    REQUIRE(again.cues.size() == 2);
    CHECK(again.cues[0].end == frame(396));
    CHECK(again.cues[1].start == frame(400));
}

TEST_CASE("captions that touch flip without being erased", "[scc][new]") {
    Document document;
    document.cues = {cueOf(document, 300, 400, "Hi"), cueOf(document, 400, 460, "bye")};
    const Document again = documentOf("scc", written(document, "scc"));
    REQUIRE(again.cues.size() == 2);
    CHECK(again.cues[0].end == again.cues[1].start);
    CHECK(again.cues[1].start == frame(400));
}

TEST_CASE("frames of a film at another rate are put where they are in time", "[scc][new][time]") {
    Document document;
    document.cues = {cueOf(document, 300, 400, "Hi")};
    document.cues[0].start = Time::fromSeconds(3600);
    document.cues[0].end = Time::fromSeconds(3602);
    for (const char* const rate : {"24", "25", "30", "30000/1001", "60"}) {
        INFO(rate);
        const auto film = FrameTimeline::constant(*parseFrameRate(rate));
        WriteOptions options;
        options.timeline = &film;
        options.rounding = Rounding::Frame;
        const Document again = documentOf("scc", written(document, "scc", options));
        REQUIRE(again.cues.size() == 1);
        // A frame of the film and one of the file at most.
        const Time gap = again.cues[0].start - Time::fromSeconds(3600);
        CHECK(gap < Time::fromMilliseconds(75));
        CHECK(gap > Time::fromMilliseconds(-75));
    }
}

TEST_CASE("a cue behind the last frame of the day cannot be written", "[scc][new]") {
    Document document;
    document.cues = {cueOf(document, 300, 400, "Hi")};
    document.cues[0].start = Time::fromSeconds(26 * 3600);
    document.cues[0].end = Time::fromSeconds(26 * 3600 + 2);
    const LossReport report = formatNamed("scc")->plan(document, {});
    const LossItem* loss = lossOf(report, feature::kTimeRange);
    REQUIRE(loss);
    CHECK(loss->severity == LossSeverity::Unrepresentable);
    CHECK(loss->before == "26:00:00.000");
    CHECK_FALSE(lossOf(report, feature::kTimePrecision));
}

TEST_CASE("a line of more than 32 letters is broken, a word of more is refused", "[scc][new]") {
    const Document document = documentWith("Where is the boat that we saw on the river?");
    const Document again = documentOf("scc", written(document, "scc"));
    CHECK(again.cues[0].text.plain == "Where is the boat that we saw on\nthe river?");
    CHECK(lossOf(formatNamed("scc")->plan(document, {}), feature::kText));
    const auto refused = formatNamed("scc")->write(documentWith(std::string(33, 'x')), {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "scc.too-wide");
    CHECK(refused.error().message.starts_with("cue 1: "));
    const auto rows = formatNamed("scc")->write(
        documentWith("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16"), {});
    REQUIRE_FALSE(rows);
    CHECK(rows.error().code == "scc.too-many-rows");
}

TEST_CASE("blanks at the ends of rows and empty rows are not kept, and that is told",
          "[scc][new]") {
    const auto tells = [](std::string text) {
        const LossReport losses = formatNamed("scc")->plan(documentWith(std::move(text)), {});
        return std::ranges::any_of(losses.items, [](const LossItem& loss) {
            return loss.feature == feature::kText && loss.severity == LossSeverity::Approximated;
        });
    };
    CHECK(tells("\nboat"));
    CHECK(tells("boat\n\nferry"));
    CHECK(tells("boat "));
    CHECK_FALSE(tells("a boat\nferry"));
}

TEST_CASE("a letter with a mark of its own is one letter", "[scc][new]") {
    const Document document = documentWith("cafe\xCC\x81");
    CHECK(documentOf("scc", written(document, "scc")).cues[0].text.plain == "café");
}

TEST_CASE("Khmer is refused by closed captions, and the cue named", "[scc][khmer]") {
    const auto refused = formatNamed("scc")->write(documentWith("ទន្លេ"), {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "format.unrepresentable");
    CHECK(refused.error().message.starts_with("cue 1: \"ទ\" (U+1791)"));
    CHECK(formatNamed("scc")->plan(documentWith("ទន្លេ"), {}).worst() ==
          LossSeverity::Unrepresentable);
}

TEST_CASE("looks take the place of spaces and come back", "[scc][new]") {
    Document document = documentWith("I am not there");
    document.cues[0].text.spans = {{SpanKind::Italic, 5, 8, ""}};
    CHECK(documentOf("scc", written(document, "scc")).cues[0].text == document.cues[0].text);
    CHECK_FALSE(lossOf(formatNamed("scc")->plan(document, {}), feature::kItalic));
    document.cues[0].text.spans = {{SpanKind::Color, 0, 14, "#FFFF00"}};
    CHECK(documentOf("scc", written(document, "scc")).cues[0].text == document.cues[0].text);
    // A word has the looks of its first letter.
    document.cues[0].text.spans = {{SpanKind::Italic, 9, 11, ""}};
    const Document again = documentOf("scc", written(document, "scc"));
    CHECK(again.cues[0].text.plain == "I am not there");
    CHECK(lossOf(formatNamed("scc")->plan(document, {}), feature::kItalic));
}

TEST_CASE("an edited caption has its own lines written anew and no others", "[scc][save]") {
    const std::string first =
        "00:00:09:21   94ae 9420 9476 9723 c8e9 942f\n\n00:00:12:00   942c\n\n";
    const std::string second =
        "00:00:19:21   94ae 9420 9476 9723 6279 e580 942f\n\n00:00:22:00   942c\n";
    Document document = readScc(first + second);
    REQUIRE(document.cues.size() == 2);
    const Document before = document;
    document.cues[1].text.plain = "no";
    const std::string text = written(document, "scc");
    CHECK(text.starts_with(kHead + first));
    const Document again = documentOf("scc", text);
    REQUIRE(again.cues.size() == 2);
    CHECK(again.cues[1].text.plain == "no");
    CHECK(again.cues[1].start == document.cues[1].start);
    CHECK(again.cues[1].end == document.cues[1].end);
    document = before;
    document.cues[0].text.plain = "so";
    CHECK(written(document, "scc").ends_with(second));
    CHECK(written(before, "scc") == kHead + first + second);
}

TEST_CASE("a caption that the next one's line erases keeps its end", "[scc][save]") {
    const std::string lines =
        "00:00:10;00\t94ae 94ae 9420 9420 9470 9470 c8e9 942f 942f\n\n"
        "00:00:12;00\t94ae 94ae 9420 9420 9470 9470 6279 e580 942c 942c 942f 942f\n\n"
        "00:00:14;00\t942c 942c\n";
    Document document = readScc(lines);
    REQUIRE(document.cues.size() == 2);
    const auto check = [](const Document& wanted) {
        const Document again = documentOf("scc", written(wanted, "scc"));
        REQUIRE(again.cues.size() == wanted.cues.size());
        for (std::size_t i = 0; i < again.cues.size(); ++i) {
            INFO(i);
            CHECK(again.cues[i].text == wanted.cues[i].text);
            CHECK(again.cues[i].start == wanted.cues[i].start);
            CHECK(again.cues[i].end == wanted.cues[i].end);
        }
    };
    check(document);
    Document edited = document;
    edited.cues[0].text.plain = "so";
    check(edited);
    edited = document;
    edited.cues[0].end = frame(330);
    check(edited);
    edited = document;
    edited.cues[1].text.plain = "no";
    check(edited);
    edited = document;
    edited.cues.erase(edited.cues.begin());
    check(edited);
    edited = document;
    edited.cues.pop_back();
    check(edited);
}

TEST_CASE("a file of roll-up captions is written anew where it is edited, and that is told",
          "[scc][save]") {
    Document document = readScc(
        "00:00:10;00\t9425 9425 94ad 94ad 9470 9470 6f6e e580\n\n"
        "00:00:16;00\t942c 942c\n");
    REQUIRE(document.cues.size() == 1);
    document.cues[0].text.plain = "two";
    const Document again = documentOf("scc", written(document, "scc"));
    REQUIRE(again.cues.size() == 1);
    CHECK(again.cues[0].text.plain == "two");
    CHECK(again.cues[0].settings.empty());
    CHECK(lossOf(formatNamed("scc")->plan(document, {}), feature::kRaw));
}

TEST_CASE("damaged and endless captions are read in bounds", "[scc][hostile]") {
    std::string many = "00:00:10;00\t9429 9429";
    for (int i = 0; i < 100'000; ++i)
        many += i % 3 == 0 ? " 9470" : i % 3 == 1 ? " 6120" : " 94a1";
    const Document painted = documentOf("scc", kHead + many);
    CHECK(written(painted, "scc") == kHead + many);
    std::string lines;
    for (int i = 0; i < 20'000; ++i)
        lines += "99:99:99:99\t9420 9470 c8e9 942f\n";
    const Document document = documentOf("scc", lines);
    CHECK(written(document, "scc") == lines);
    CHECK(documentOf("scc", std::string("00:00:00;00\t\0\0\0", 15)).cues.empty());
}
