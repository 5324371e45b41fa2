// SPDX-License-Identifier: MIT
// Cells that a spreadsheet typed anew, and rows of a workbook that say nothing.
#include <subs/format/features.h>
#include <subs/format/registry.h>

#include "catch.h"
#include "format/read.h"
#include "format/xlsx/archive.h"
#include "golden/golden_case.h"

#include <algorithm>
#include <string>
#include <vector>

using namespace subs;
using testing::countOf;
using testing::has;
using testing::lossOf;
using testing::ms;

namespace {

/// The styles of the cells below, by their number.
constexpr const char* kStyles =
    "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy-mm-dd h:mm:ss\"/></numFmts>"
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/><xf numFmtId=\"21\"/>"
    "<xf numFmtId=\"9\"/></cellXfs></styleSheet>";

std::string textCell(const std::string& place, const std::string& text) {
    return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

std::string numberCell(const std::string& place, int style, const std::string& value) {
    return "<c r=\"" + place + "\" s=\"" + std::to_string(style) + "\"><v>" + value + "</v></c>";
}

/// A workbook of a sheet with start, end and text, and `rows` from the second on.
std::string workbook(const std::string& rows) {
    const std::string golden =
        testing::bytesOf(std::string(SUBS_SOURCE_DIR) + "/tests/golden/xlsx/bilingual/in.xlsx");
    auto bytes = xlsx::withPart(golden,
                                "xl/worksheets/sheet1.xml",
                                "<worksheet><sheetData><row r=\"1\">" + textCell("A1", "start") +
                                    textCell("B1", "end") + textCell("C1", "text") + "</row>" +
                                    rows + "</sheetData></worksheet>");
    REQUIRE(bytes);
    bytes = xlsx::withPart(*bytes, "xl/styles.xml", kStyles);
    REQUIRE(bytes);
    return *bytes;
}

ReadDocument readFrom(const std::string& bytes) {
    auto read = readDocument(bytes, "film.xlsx");
    REQUIRE(read);
    return *std::move(read);
}

std::string bytesOf(const Document& document) {
    const auto written = writtenDocument(document, *formatNamed("xlsx"));
    REQUIRE(written);
    return written->bytes;
}

std::string sheetOf(const std::string& bytes) {
    const auto archive = xlsx::Archive::open(bytes);
    REQUIRE(archive);
    const auto part = archive->read("xl/worksheets/sheet1.xml", 1 << 20);
    REQUIRE(part);
    return *part;
}

}  // namespace

TEST_CASE("a date with a time is no start of a cue", "[xlsx]") {
    const ReadDocument read = readFrom(workbook(
        "<row r=\"2\">" + numberCell("A2", 1, "45292.00011574074") + textCell("C2", "a") +
        "</row><row r=\"3\">" + numberCell("A3", 1, "1.000162037037037") + textCell("C3", "b") +
        "</row><row r=\"4\">" + numberCell("A4", 1, "0.000162037037037") +
        numberCell("B4", 3, "0.0001736111111111") + textCell("C4", "c") + "</row>"));
    // Of the last one the day is none.
    REQUIRE(read.document.cues.size() == 1);
    CHECK(read.document.cues[0].start == ms(14000));
    CHECK(read.document.cues[0].end == ms(15000));
    const auto remark = std::ranges::find(read.diagnostics, "xlsx.bad-time", &Diagnostic::code);
    REQUIRE(remark != read.diagnostics.end());
    CHECK(remark->line == 2);
    CHECK(has(remark->message, "2024-01-01 00:00:10"));
}

TEST_CASE("a text that a spreadsheet took for a date or a number is what it shows", "[xlsx]") {
    const std::string date = numberCell("C2", 2, "45418");
    const std::string bytes =
        workbook("<row r=\"2\">" + textCell("A2", "1") + date + "</row><row r=\"3\">" +
                 textCell("A3", "2") + numberCell("C3", 3, "0.3958333333333333") +
                 "</row><row r=\"4\">" + textCell("A4", "3") + numberCell("C4", 4, "0.5") +
                 "</row><row r=\"5\">" + textCell("A5", "4") + numberCell("C5", 0, "7") + "</row>");
    const ReadDocument read = readFrom(bytes);
    std::vector<std::string> texts;
    for (const Cue& cue : read.document.cues)
        texts.push_back(cue.text.plain);
    CHECK(texts == std::vector<std::string>{"2024-05-06", "9:30:00", "50%", "7"});
    // How a computer shows a date of format 14 is its own affair.
    REQUIRE(read.unread.items.size() == 1);
    const LossItem& loss = read.unread.items[0];
    CHECK(loss.feature == feature::kText);
    CHECK(loss.severity == LossSeverity::Approximated);
    CHECK(loss.cues == std::vector<CueId>{read.document.cues[0].id});
    CHECK(loss.before.starts_with("C2: 45418 "));
    CHECK(loss.after == "2024-05-06");
    CHECK(countOf(read.diagnostics, "xlsx.unsure-value") == 1);
    CHECK(bytesOf(read.document) == bytes);
    // The cell stays what it is when another one of its row changes.
    Document edited = read.document;
    edited.cues[0].start = ms(1500);
    CHECK(has(sheetOf(bytesOf(edited)), date));
}

TEST_CASE("a formula whose result is not in the file is lost, and told with its cell", "[xlsx]") {
    const ReadDocument read = readFrom(
        workbook("<row r=\"2\">" + textCell("A2", "1") +
                 "<c r=\"C2\"><f>A1&amp;\"x\"</f><v></v></c><c r=\"D2\"><f>1+1</f></c></row>"
                 "<row r=\"3\">" +
                 textCell("A3", "2") + "<c r=\"C3\" t=\"str\"><f>\"\"</f><v></v></c></row>" +
                 "<row r=\"4\">" + textCell("A4", "3") +
                 "<c r=\"C4\" t=\"str\"><f>\"b\"</f><v>b</v></c></row>"));
    REQUIRE(read.document.cues.size() == 3);
    CHECK(read.document.cues[2].text.plain == "b");
    // The empty result of C3 is one; the column of D2 has no name.
    REQUIRE(read.unread.items.size() == 1);
    const LossItem& loss = read.unread.items[0];
    CHECK(loss.feature == feature::kUnread);
    CHECK(loss.severity == LossSeverity::Dropped);
    CHECK(loss.count == 1);
    CHECK(loss.cues == std::vector<CueId>{read.document.cues[0].id});
    CHECK(loss.before.starts_with("C2: "));
    CHECK_FALSE(loss.remedy.empty());
    CHECK(countOf(read.diagnostics, "xlsx.no-result") == 1);
}

TEST_CASE("a vertical tab in a cell is no line end", "[xlsx]") {
    const std::string text = "a\vb\nc\x1Bv\x1B";
    Document document;
    document.format = "elsewhere";
    Cue cue;
    cue.id = document.newId();
    cue.end = ms(1000);
    cue.text.plain = text;
    cue.speaker = "x\vy";
    document.cues.push_back(cue);
    const std::string bytes = bytesOf(document);
    ReadDocument read = readFrom(bytes);
    REQUIRE(read.document.cues.size() == 1);
    CHECK(read.document.cues[0].text.plain == text);
    CHECK(read.document.cues[0].speaker == "x\vy");
    // 22.9.2.19: what is no character of XML is escaped.
    read.document.cues[0].text.plain += "\v";
    const std::string edited = bytesOf(read.document);
    CHECK(has(sheetOf(edited), "a_x000B_b\nc"));
    CHECK(readFrom(edited).document.cues[0].text.plain == text + "\v");
}

TEST_CASE("a blank row of a workbook is nothing, a note is told without its number", "[xlsx]") {
    const std::string cue = "<row r=\"2\">" + textCell("A2", "1") + textCell("B2", "2") +
                            textCell("C2", "a") + "</row>";
    const auto lossesOf = [](const std::string& bytes) {
        return formatNamed("srt")->plan(readFrom(bytes).document, {});
    };
    const LossReport blank = lossesOf(workbook(cue + "<row r=\"3\"><c r=\"A3\" s=\"1\"/></row>"));
    CHECK(blank.worst() == LossSeverity::Info);
    const LossReport note = lossesOf(
        workbook(cue + "<row r=\"3\"/><row r=\"4\">" + textCell("C4", "reel 2") + "</row>"));
    const auto told = std::ranges::find(note.items, LossSeverity::Dropped, &LossItem::severity);
    REQUIRE(told != note.items.end());
    CHECK(told->feature == feature::kRaw);
    CHECK(told->count == 1);
    CHECK(told->before == "reel 2");
}

TEST_CASE("the number of a shared string that is not there is told with its cell", "[xlsx]") {
    const std::string bytes =
        workbook("<row r=\"2\">" + textCell("A2", "1") + "<c r=\"C2\" t=\"s\"><v>99</v></c>" +
                 "<c r=\"D2\" t=\"s\"><v>99</v></c></row>");
    const ReadDocument read = readFrom(bytes);
    REQUIRE(read.document.cues.size() == 1);
    CHECK(read.document.cues[0].text.plain.empty());
    // The column of D2 is none of a cue.
    REQUIRE(countOf(read.diagnostics, "xlsx.no-string") == 1);
    const auto told = std::ranges::find(read.diagnostics, "xlsx.no-string", &Diagnostic::code);
    CHECK(told->severity == Severity::Warning);
    CHECK(told->line == 2);
    CHECK(has(told->message, "C2: 99"));
    CHECK_FALSE(has(told->message, "more"));
    CHECK(bytesOf(read.document) == bytes);
}

TEST_CASE("an error in place of a value is read as it is shown, and told", "[xlsx]") {
    const ReadDocument read =
        readFrom(workbook("<row r=\"2\">" + textCell("A2", "1") +
                          "<c r=\"C2\" t=\"e\"><f>#REF!+1</f><v>#REF!</v></c></row><row r=\"3\">" +
                          textCell("A3", "2") + textCell("C3", "#REF!") + "</row>"));
    REQUIRE(read.document.cues.size() == 2);
    CHECK(read.document.cues[0].text.plain == "#REF!");
    REQUIRE(countOf(read.diagnostics, "xlsx.error-value") == 1);
    const auto told = std::ranges::find(read.diagnostics, "xlsx.error-value", &Diagnostic::code);
    CHECK(told->severity == Severity::Warning);
    CHECK(told->line == 2);
    CHECK(has(told->message, "C2: #REF!"));
}
