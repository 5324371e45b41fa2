// SPDX-License-Identifier: MIT
// Tables of values: CSV, TSV, and what they have in common with workbooks.
#include <subs/format/features.h>
#include <subs/format/registry.h>

#include "catch.h"
#include "format/edited.h"
#include "format/read.h"

#include <string>
#include <vector>

using namespace subs;
using testing::changed;
using testing::countOf;
using testing::documentOf;
using testing::ms;
using testing::parsed;
using testing::written;

namespace {

Cue cueAt(Document& document, std::int64_t start, std::int64_t end, std::string text) {
    Cue cue;
    cue.id = document.newId();
    cue.start = ms(start);
    cue.end = ms(end);
    cue.text.plain = std::move(text);
    return cue;
}

Document withText(std::string text) {
    Document document;
    document.format = "elsewhere";
    document.cues.push_back(cueAt(document, 1000, 2500, std::move(text)));
    return document;
}

/// The text of the only cue of a table of times and `cell`.
std::string textIn(const std::string& cell) {
    const Document document = documentOf("csv", "start,end,text\n1,2," + cell + "\n");
    REQUIRE(document.cues.size() == 1);
    return document.cues[0].text.plain;
}

Time startIn(const std::string& cell) {
    const Document document = documentOf("csv", "start;text\n" + cell + ";x\n");
    return document.cues.empty() ? Time::fromSeconds(-99) : document.cues[0].start;
}

std::string lossesOf(const Document& document, std::string_view format) {
    std::string features;
    for (const LossItem& item : formatNamed(format)->plan(document, {}).items)
        features += item.feature + ' ' + std::string(nameOf(item.severity)) + '\n';
    return features;
}

}  // namespace

TEST_CASE("a new table names its columns and has those that its cues need", "[sheet]") {
    Document document = withText("Where is\nthe boat?");
    CHECK(written(document, "csv") ==
          "start,end,text\n00:00:01.000,00:00:02.500,\"Where is\nthe boat?\"\n");
    CHECK(written(document, "tsv") ==
          "start\tend\ttext\n00:00:01.000\t00:00:02.500\t\"Where is\nthe boat?\"\n");
    Cue& cue = document.cues[0];
    cue.label = "7";
    cue.style = "Sign";
    cue.speaker = "Dara";
    cue.alignment = Alignment::TopCentre;
    cue.margins = {10, 20, 30};
    cue.layer = 2;
    cue.effect = "fade";
    cue.kind = CueKind::Comment;
    cue.end.reset();
    const std::string table = written(document, "csv");
    CHECK(table ==
          "id,start,end,layer,style,actor,effect,alignment,margins,kind,text\n"
          "7,00:00:01.000,,2,Sign,Dara,fade,8,10 20 30,comment,\"Where is\nthe boat?\"\n");
    CHECK(lossesOf(document, "csv").empty());
    Document again = documentOf("csv", table);
    REQUIRE(again.cues.size() == 1);
    again.cues[0].piece = {};
    CHECK(again.cues[0] == cue);
}

TEST_CASE("a new table has frames and their rate where they are known", "[sheet]") {
    const FrameTimeline frames = FrameTimeline::constant(*parseFrameRate("25"));
    WriteOptions options;
    options.timeline = &frames;
    // 1000 ms is frame 25; the last frame before 2500 ms is 62.
    CHECK(written(withText("x"), "csv", options) ==
          "start,end,start frame,end frame,fps,text\n00:00:01.000,00:00:02.500,25,62,25,x\n");
    const FrameTimeline film = FrameTimeline::constant(*parseFrameRate("23.976"));
    options.timeline = &film;
    CHECK(written(withText("x"), "csv", options).find(",23.976,x\n") != std::string::npos);
}

TEST_CASE("cells are those of RFC 4180", "[sheet]") {
    CHECK(textIn("plain") == "plain");
    CHECK(textIn("\"a, b\"") == "a, b");
    CHECK(textIn("\"one\r\ntwo\nthree\"") == "one\ntwo\nthree");
    CHECK(textIn("\"she said \"\"no\"\"\"") == "she said \"no\"");
    CHECK(textIn("a \"word\" inside") == "a \"word\" inside");
    CHECK(textIn("\"closed\" ") == "closed ");
    CHECK(textIn("\"never closed") == "\"never closed");
    CHECK(textIn("\"\"").empty());
    for (const std::string text : {"a,b", "\"", "\"\"", "a\nb", "\n", "x\"y", "\"x\" y", " "}) {
        INFO(text);
        const Document again = documentOf("csv", written(withText(text), "csv"));
        REQUIRE(again.cues.size() == 1);
        CHECK(again.cues[0].text.plain == text);
    }
}

TEST_CASE("what a spreadsheet would take for a formula is guarded and comes back", "[sheet]") {
    for (const std::string text : {"- Who?\n- Me.",
                                   "=1+1",
                                   "+1",
                                   "@SUM(A1)",
                                   "\tx",
                                   "＝1",
                                   "'＠x",
                                   "'- x",
                                   "''=x",
                                   "'quoted'",
                                   "-",
                                   "'"}) {
        for (const char* const format : {"csv", "tsv"}) {
            INFO(format << ' ' << text);
            const std::string table = written(withText(text), format);
            const Document again = documentOf(format, table);
            REQUIRE(again.cues.size() == 1);
            CHECK(again.cues[0].text.plain == text);
            CHECK(written(again, format) == table);
        }
    }
    CHECK(written(withText("- Who?"), "csv") ==
          "start,end,text\n00:00:01.000,00:00:02.500,'- Who?\n");
    CHECK(lossesOf(withText("=1"), "csv") == "text info\n");
    CHECK(countOf(parsed("csv", "start,text\n1,'=1\n2,'+2\n").diagnostics, "csv.guarded") == 1);
    Document document = withText("x");
    document.cues[0].speaker = "=cmd|' /C calc'!A0";
    CHECK(written(document, "csv").find(",'=cmd|") != std::string::npos);
}

TEST_CASE("times are clocks, seconds, milliseconds or time codes", "[sheet]") {
    CHECK(startIn("00:00:01.500") == ms(1500));
    CHECK(startIn("00:00:01,5") == ms(1500));
    CHECK(startIn("0:01") == ms(1000));
    CHECK(startIn("61:01.25") == ms(3661250));
    CHECK(startIn("12.5") == ms(12500));
    CHECK(startIn("12,5") == ms(12500));
    CHECK(startIn(" 00:00:02.000 ") == ms(2000));
    CHECK(startIn("-0:00:01") == ms(-1000));
    CHECK(startIn("'-0:00:01") == ms(-1000));
    CHECK(startIn("soon") == Time::fromSeconds(-99));
    CHECK(startIn("1:2:3:4") == Time::fromSeconds(-99));
    CHECK(startIn(std::string(400, '9')) == Time::fromSeconds(-99));
    CHECK(documentOf("csv", "start_ms,end_ms,text\n1500,2250.5,x\n").cues[0].start == ms(1500));
    // SMPTE ST 12-1: 01:00:00:12 at 25 frames a second.
    const Document coded = documentOf("csv", "tc in,fps,text\n01:00:00:12,25,x\n");
    REQUIRE(coded.cues.size() == 1);
    CHECK(coded.cues[0].start == ms(3600480));
    const Document dropped = documentOf("csv", "tc in,fps,text\n00:01:00;02,29.97,x\n");
    REQUIRE(dropped.cues.size() == 1);
    // Frame 1800 of 30000/1001.
    CHECK(dropped.cues[0].start == ms(60060));
}

TEST_CASE("an end may be a duration, or both edges frames", "[sheet]") {
    CHECK(documentOf("csv", "start,duration,text\n1,0.5,x\n").cues[0].end == ms(1500));
    const std::string frames = "frame in,frame out,fps,text\n25,49,25,x\n";
    const Document document = documentOf("csv", frames);
    REQUIRE(document.cues.size() == 1);
    CHECK(document.cues[0].start == ms(1000));
    CHECK(document.cues[0].end == ms(2000));
    CHECK(changed("csv", frames, [](Document& edited) { edited.cues[0].end = ms(3000); }) ==
          "frame in,frame out,fps,text\n25,74,25,x\n");
    CHECK(changed("csv", "start,duration,text\n1,0.5,x\n", [](Document& edited) {
              edited.cues[0].end = ms(2000);
          }) == "start,duration,text\n1,1.0,x\n");
    CHECK(countOf(parsed("csv", "frame in,text\n25,x\n").diagnostics, "csv.no-rate") == 1);
}

TEST_CASE("columns come in any order under many names, and others are kept", "[sheet]") {
    const std::string file =
        "Note;Subtitle;OUT;In;Character;#\nsee p. 3;\"Hello; you\";00:00:02,500;00:00:01,000;Dara;4\n";
    const Document document = documentOf("csv", file);
    REQUIRE(document.cues.size() == 1);
    const Cue& cue = document.cues[0];
    CHECK(cue.start == ms(1000));
    CHECK(cue.end == ms(2500));
    CHECK(cue.text.plain == "Hello; you");
    CHECK(cue.speaker == "Dara");
    CHECK(cue.label == "4");
    CHECK(countOf(parsed("csv", file).diagnostics, "csv.unknown-column") == 1);
    CHECK(
        changed("csv", file, [](Document& edited) { edited.cues[0].text.plain = "Bye; you"; }) ==
        "Note;Subtitle;OUT;In;Character;#\nsee p. 3;\"Bye; you\";00:00:02,500;00:00:01,000;Dara;4\n");
    CHECK(
        changed("csv", file, [](Document& edited) { edited.cues[0].end = ms(3000); }) ==
        "Note;Subtitle;OUT;In;Character;#\nsee p. 3;\"Hello; you\";00:00:03.000;00:00:01,000;Dara;4\n");
    CHECK(changed("csv", file, [](Document& edited) {
              Cue added = edited.cues[0];
              added.piece = {};
              added.id = edited.newId();
              edited.cues.push_back(added);
          }) == file + ";\"Hello; you\";00:00:02.500;00:00:01.000;Dara;4\n");
}

TEST_CASE("two languages are in two columns and both stay", "[sheet][khmer]") {
    const std::string file =
        "start,end,text km,text en\n1,2,ទន្លេ,The river\n3,4,,Only English\n5,6,\"មួយ\nពីរ\",\n";
    const Document document = documentOf("csv", file);
    REQUIRE(document.cues.size() == 3);
    CHECK(document.cues[0].text.plain == "ទន្លេ\nThe river");
    const std::vector<Span> spans = {{SpanKind::Language, 0, 15, "km"},
                                     {SpanKind::Language, 16, 25, "en"}};
    CHECK(document.cues[0].text.spans == spans);
    CHECK(document.cues[1].text.plain == "Only English");
    CHECK(document.cues[2].text.plain == "មួយ\nពីរ");
    // Anew, and in another format of tables.
    CHECK(written(detached(document), "tsv") ==
          "start\tend\ttext km\ttext en\n00:00:01.000\t00:00:02.000\tទន្លេ\tThe river\n"
          "00:00:03.000\t00:00:04.000\t\tOnly English\n00:00:05.000\t00:00:06.000\t\"មួយ\nពីរ\"\t\n");
    CHECK(lossesOf(detached(document), "csv").empty());
    Document elsewhere = document;
    elsewhere.format = "elsewhere";
    CHECK(lossesOf(elsewhere, "tsv") == "raw info\n");
    CHECK(changed("csv",
                  file,
                  [](Document& edited) {
                      CueText& text = edited.cues[0].text;
                      text = withPlain(text, text.plain + "!");
                  }) ==
          "start,end,text km,text en\n1,2,ទន្លេ,The river!\n3,4,,Only English\n5,6,\"មួយ\nពីរ\",\n");
    // WebVTT has a word for languages, and brings them back.
    const Document vtt = documentOf("vtt", written(elsewhere, "vtt"));
    CHECK(written(detached(vtt), "csv").find("ទន្លេ,The river\n") != std::string::npos);
}

TEST_CASE("a second language that is asked for has a column of its own", "[sheet][khmer]") {
    Document document = withText("ទន្លេ\n<2026>\nThe river");
    document.cues.push_back(cueAt(document, 3000, 4000, "12"));
    document.language = "en";
    WriteOptions options;
    options.targetLanguage = "km";
    const auto text = formatNamed("csv")->write(document, options);
    REQUIRE(text);
    CHECK(*text ==
          "start,end,text km,text en,text\n"
          "00:00:01.000,00:00:02.500,\"ទន្លេ\n<2026>\",The river,\n"
          "00:00:03.000,00:00:04.000,,,12\n");
    CHECK(written(document, "csv").starts_with("start,end,text\n"));
    // Marks that are there count, not the script.
    document.cues[0].text.spans = {{SpanKind::Language, 0, 15, "x-own"}};
    const auto marked = formatNamed("csv")->write(document, options);
    REQUIRE(marked);
    CHECK(marked->starts_with("start,end,text x-own,"));
}

TEST_CASE("lines without a mark go to the column of their script", "[sheet][khmer]") {
    Document document = documentOf("csv", "start,text en,text km\n1,River,ទន្លេ\n");
    Cue added = document.cues[0];
    added.piece = {};
    added.id = document.newId();
    added.text = {"ទូក\n12\nBoat", {}};
    document.cues.push_back(added);
    CHECK(written(document, "csv") ==
          "start,text en,text km\n1,River,ទន្លេ\n00:00:01.000,Boat,\"ទូក\n12\"\n");
    // Which language stood above is not in the table.
    CHECK(lossesOf(document, "csv") == "language approximated\n");
}

TEST_CASE("one column of a language says what the file is in", "[sheet]") {
    const Document document = documentOf("csv", "start,Khmer\n1,ទន្លេ\n");
    CHECK(document.language == "km");
    REQUIRE(document.cues.size() == 1);
    CHECK(document.cues[0].text.spans.empty());
}

TEST_CASE("lines of languages in the wrong order are told", "[sheet]") {
    Document document = withText("one\ntwo");
    document.cues[0].text.spans = {{SpanKind::Language, 0, 3, "en"},
                                   {SpanKind::Language, 4, 7, "fr"}};
    document.cues.push_back(cueAt(document, 3000, 4000, "deux\ntwo"));
    document.cues[1].text.spans = {{SpanKind::Language, 0, 4, "fr"},
                                   {SpanKind::Language, 5, 8, "en"}};
    CHECK(written(document, "csv") ==
          "start,end,text en,text fr\n00:00:01.000,00:00:02.500,one,two\n"
          "00:00:03.000,00:00:04.000,two,deux\n");
    CHECK(lossesOf(document, "csv") == "language approximated\n");
}

TEST_CASE("the language that stands above another has the column before it", "[sheet]") {
    Document document = withText("two");
    document.cues[0].text.spans = {{SpanKind::Language, 0, 3, "fr"}};
    document.cues.push_back(cueAt(document, 3000, 4000, "one\ntwo"));
    document.cues[1].text.spans = {{SpanKind::Language, 0, 3, "en"},
                                   {SpanKind::Language, 4, 7, "fr"}};
    CHECK(written(document, "csv") ==
          "start,end,text en,text fr\n00:00:01.000,00:00:02.500,,two\n"
          "00:00:03.000,00:00:04.000,one,two\n");
    CHECK(lossesOf(document, "csv").empty());
}

TEST_CASE("a table without names is recognised where nothing else is possible", "[sheet]") {
    const Parsed read =
        parsed("csv", "1,00:00:01.000,00:00:02.000,Hello\n2,00:00:03.000,00:00:04.000,\"a, b\"\n");
    REQUIRE(read.document.cues.size() == 2);
    CHECK(read.document.cues[0].label == "1");
    CHECK(read.document.cues[1].text.plain == "a, b");
    CHECK(countOf(read.diagnostics, "csv.no-names") == 1);
    CHECK(documentOf("tsv", "00:00:01.000\t00:00:02.000\tHello\n").cues.size() == 1);
    // Two columns could be the text.
    const Parsed unclear = parsed("csv", "00:00:01.000,00:00:02.000,Hello,Dara\n");
    CHECK(unclear.document.cues.empty());
    REQUIRE(countOf(unclear.diagnostics, "csv.no-columns") == 1);
    CHECK(unclear.diagnostics[0].message.find("\"start\" and \"text\"") != std::string::npos);
    CHECK(unclear.diagnostics[0].severity == Severity::Error);
}

TEST_CASE("a separator is told by the names, or by a first line", "[sheet]") {
    CHECK(documentOf("csv", "sep=|\nstart|text\n1|a,b;c\n").cues[0].text.plain == "a,b;c");
    CHECK(documentOf("csv", "start;text\n1,5;a,b\n").cues[0].start == ms(1500));
    CHECK(documentOf("csv", "Film: The Boat;;\n\nstart;text\n1;x\n").cues.size() == 1);
}

TEST_CASE("a table is known by its content", "[sheet]") {
    const auto idOf = [](std::string text, const char* name) {
        const auto read = readDocument(std::move(text), name);
        return read ? std::string(read->format->info().id) : read.error().code;
    };
    CHECK(idOf("start,end,text\n1,2,x\n", "film") == "csv");
    CHECK(idOf("start\tend\ttext\n1\t2\tx\n", "film.txt") == "tsv");
    CHECK(idOf("00:00:01.000,00:00:02.000,Hello\n", "film") == "csv");
    CHECK(idOf("0:00:01.000,0:00:02.000\nHello\n", "film.csv") == "sbv");
    CHECK(idOf("name,age\nDara,40\n", "people") == "format.unknown");
    CHECK(idOf("\xEF\xBB\xBFstart,text\r\n1,x\r\n", "film") == "csv");
    // Texts that look like another format.
    CHECK(idOf("start,end,text\n1,2,\"1\n00:00:01,000 --> 00:00:02,000\nx\"\n", "film") == "csv");
}

TEST_CASE("rows that are no cues stay in their places", "[sheet]") {
    const std::string file = "start,end,text\n1,2,a\n,,a note\n\nsoon,2,b\n3,later,c\n";
    const Parsed read = parsed("csv", file);
    REQUIRE(read.document.cues.size() == 2);
    CHECK_FALSE(read.document.cues[1].end);
    CHECK(countOf(read.diagnostics, "csv.no-time") == 1);
    CHECK(countOf(read.diagnostics, "csv.bad-time") == 1);
    CHECK(countOf(read.diagnostics, "csv.bad-end") == 1);
    CHECK(written(read.document, "csv") == file);
    Document edited = read.document;
    edited.cues[0].text.plain = "A";
    CHECK(written(edited, "csv") == "start,end,text\n1,2,A\n,,a note\n\nsoon,2,b\n3,later,c\n");
}

TEST_CASE("what has no column is told when a table is saved", "[sheet]") {
    Document document = documentOf("csv", "start,end,text\n1,2,a\n");
    CHECK(lossesOf(document, "csv").empty());
    document.cues[0].speaker = "Dara";
    document.cues[0].alignment = Alignment::TopCentre;
    CHECK(lossesOf(document, "csv") == "speaker dropped\nalignment dropped\n");
    CHECK(written(document, "csv") == "start,end,text\n1,2,a\n");
}

TEST_CASE("of rows of names that are parted by other signs the first one counts", "[sheet]") {
    const Document document = documentOf(
        "csv", "From the lab, June\nstart;end;text\n00:00:01.000;00:00:02.000;a\nstart,end,text\n");
    REQUIRE(document.cues.size() == 1);
    CHECK(document.cues[0].text.plain == "a");
}

TEST_CASE("an edit that would make another table of the file is refused", "[sheet]") {
    Document document = documentOf("csv", "00:00:01.000,00:00:02.000,Where?\n");
    REQUIRE(document.cues.size() == 1);
    document.cues[0].text.plain = "12";
    const auto text = formatNamed("csv")->write(document, {});
    REQUIRE_FALSE(text);
    CHECK(text.error().code == "format.not-in-place");
    document.cues[0].text.plain = "Here.";
    CHECK(written(document, "csv") == "00:00:01.000,00:00:02.000,Here.\n");
}

TEST_CASE("hostile tables are read in one pass", "[sheet][hostile]") {
    for (const std::string& file :
         std::vector<std::string>{std::string("start,text\n") + std::string(200000, '"'),
                                  std::string("start,text\n") + std::string(200000, ','),
                                  "start,text\n1," + std::string(1'000'000, 'x'),
                                  std::string("start,text\n1,\0x\n", 16),
                                  std::string(100000, '\n') + "start,text\n1,x\n",
                                  std::string("start,text\n1,\xFF\xFE\n")}) {
        const Document document = documentOf("csv", file);
        CHECK(written(document, "csv") == file);
    }
    std::string quotes = "start,text\n";
    for (int i = 0; i < 100000; ++i)
        quotes += "1,\"\"\"x\"\"\n";
    CHECK(written(documentOf("csv", quotes), "csv") == quotes);
    std::string open = "start,text\n";
    for (int i = 0; i < 100000; ++i)
        open += i % 2 == 0 ? "1,\"x\n" : "1,\"\"\n";
    CHECK(written(documentOf("csv", open), "csv") == open);
}

TEST_CASE("a time that is seconds in its row stays so where it moves", "[sheet]") {
    const std::string file =
        "start,end,duration,text\n300.25,400,99.75,a\n00:00:01.000,2,1,b\n\"3,50\",4.5000,1,c\n";
    CHECK(changed("csv",
                  file,
                  [](Document& document) {
                      for (Cue& cue : document.cues) {
                          cue.start += ms(1000);
                          *cue.end += ms(1125);
                      }
                  }) ==
          "start,end,duration,text\n301.25,401.125,99.875,a\n00:00:02.000,3.125,1.125,b\n"
          "\"4,50\",5.6250,1.125,c\n");
    // What lies before 0 is 0; milliseconds are whole numbers in a column of their own.
    CHECK(changed("csv", "start,end_ms,text\n1.5,2000,a\n", [](Document& document) {
              document.cues[0].start -= ms(2000);
              *document.cues[0].end += ms(250);
          }) == "start,end_ms,text\n0.0,2250,a\n");
}
