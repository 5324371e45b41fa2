// SPDX-License-Identifier: MIT
#include <subs/format/features.h>
#include <subs/format/registry.h>

#include "catch.h"
#include "format/xlsx/archive.h"
#include "format/xlsx/cell_value.h"
#include "format/xlsx/sheet_patch.h"
#include "golden/golden_case.h"

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

using namespace subs;

namespace {

constexpr std::uint64_t kLimit = 1 << 24;

Time ms(std::int64_t milliseconds) {
    return Time::fromMilliseconds(milliseconds);
}

std::string goldenFile(const std::string& name) {
    return testing::bytesOf(std::string(SUBS_SOURCE_DIR) + "/tests/golden/xlsx/" + name +
                            "/in.xlsx");
}

ReadDocument readFrom(std::string bytes) {
    auto read = readDocument(std::move(bytes), "film.xlsx");
    REQUIRE(read);
    return *std::move(read);
}

std::string bytesOf(const Document& document, const WriteOptions& options = {}) {
    const auto written = writtenDocument(document, *formatNamed("xlsx"), options);
    REQUIRE(written);
    return written->bytes;
}

std::string partOf(const std::string& bytes, const std::string& name) {
    const auto archive = xlsx::Archive::open(bytes);
    REQUIRE(archive);
    auto part = archive->read(name, kLimit);
    REQUIRE(part);
    return *part;
}

Document twoCues() {
    Document document;
    document.format = "elsewhere";
    document.language = "km";
    for (const std::string text : {"=HYPERLINK(\"x\")", "ទូក\n- ទន្លេ <&> _x000A_\x01"}) {
        Cue cue;
        cue.id = document.newId();
        cue.start = ms(1000 * cue.id.value);
        cue.end = ms(1000 * cue.id.value + 500);
        cue.text.plain = text;
        document.cues.push_back(cue);
    }
    return document;
}

std::string sheetAfter(const std::string& name, const std::function<void(Document&)>& change) {
    Document document = readFrom(goldenFile(name)).document;
    change(document);
    return partOf(bytesOf(document), "xl/worksheets/sheet1.xml");
}

}  // namespace

TEST_CASE("a new workbook has texts alone and is read again", "[xlsx]") {
    const Document document = twoCues();
    CHECK(formatNamed("xlsx")->plan(document, {}).empty());
    const std::string bytes = bytesOf(document);
    const std::string sheet = partOf(bytes, "xl/worksheets/sheet1.xml");
    CHECK(sheet.find("<f>") == std::string::npos);
    CHECK(sheet.find("=HYPERLINK") != std::string::npos);
    CHECK(sheet.find("state=\"frozen\"") != std::string::npos);
    CHECK(partOf(bytes, "xl/styles.xml").find("Khmer OS Battambang") != std::string::npos);
    const ReadDocument read = readFrom(bytes);
    CHECK(read.format->info().id == "xlsx");
    CHECK(read.diagnostics.empty());
    REQUIRE(read.document.cues.size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(read.document.cues[i].text.plain == document.cues[i].text.plain);
        CHECK(read.document.cues[i].start == document.cues[i].start);
        CHECK(read.document.cues[i].end == document.cues[i].end);
    }
    CHECK(bytesOf(read.document) == bytes);
    CHECK(bytesOf(document) == bytes);
}

TEST_CASE("an edit of a workbook writes its cells alone", "[xlsx]") {
    const std::string before = partOf(goldenFile("bilingual"), "xl/worksheets/sheet1.xml");
    std::string expected = before;
    const std::string old =
        "<c r=\"E2\" t=\"inlineStr\"><is><t>&#6033;&#6076;&#6016;&#8203;"
        "&#6035;&#6085;&#8203;&#6063;&#6030;&#6070;?</t></is></c>";
    REQUIRE(expected.find(old) != std::string::npos);
    expected.replace(expected.find(old),
                     old.size(),
                     "<c r=\"E2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">ទេ</t></is></c>");
    CHECK(sheetAfter("bilingual", [](Document& document) {
              CueText& text = document.cues[0].text;
              text = replaced(text, 0, text.plain.find('\n'), "ទេ");
          }) == expected);
    CHECK(sheetAfter("bilingual", [](Document&) {}) == before);
}

TEST_CASE("the other parts of a workbook are copied", "[xlsx]") {
    Document document = readFrom(goldenFile("bilingual")).document;
    document.cues[1].end = ms(4500);
    const std::string bytes = bytesOf(document);
    for (const std::string part : {"xl/styles.xml", "xl/workbook.xml", "docProps/core.xml"})
        CHECK(partOf(bytes, part) == partOf(goldenFile("bilingual"), part));
    const Document again = readFrom(bytes).document;
    REQUIRE(again.cues.size() == 3);
    CHECK(again.cues[1].end == ms(4500));
    CHECK(again.cues[2].text == document.cues[2].text);
    CHECK(bytesOf(document) == bytes);
}

TEST_CASE("rows come, go and move with their cells", "[xlsx]") {
    for (const char* const name : {"bilingual", "times-of-excel", "shared-strings"}) {
        INFO(name);
        Document document = readFrom(goldenFile(name)).document;
        Cue added = document.cues[0];
        added.piece = {};
        added.id = document.newId();
        added.text.plain = "new";
        added.text.spans.clear();
        document.cues.insert(document.cues.begin() + 1, added);
        std::swap(document.cues[0], document.cues[2]);
        document.cues.erase(document.cues.begin() + 2);
        const Document again = readFrom(bytesOf(document)).document;
        REQUIRE(again.cues.size() == document.cues.size());
        for (std::size_t i = 0; i < again.cues.size(); ++i) {
            CHECK(again.cues[i].text.plain == document.cues[i].text.plain);
            CHECK(again.cues[i].start == document.cues[i].start);
            CHECK(again.cues[i].end == document.cues[i].end);
        }
    }
}

TEST_CASE("a column that is not read stays in rows that move", "[xlsx]") {
    const std::string sheet = sheetAfter(
        "bilingual", [](Document& document) { document.cues.erase(document.cues.begin()); });
    CHECK(sheet.find("&#6033;&#6035;&#6098;&#6043;&#6081;") != std::string::npos);
    CHECK(sheet.find("<row r=\"4\"") == std::string::npos);
    CHECK(sheet.find("<c r=\"F3\"") != std::string::npos);
}

TEST_CASE("a sheet is patched in its own prefix, and made where it is empty", "[xlsx]") {
    const auto patched =
        xlsx::patchedSheet("<x:a><x:sheetData/></x:a>", "", "\tstart\n\n\t1\ta\"b\n");
    REQUIRE(patched);
    CHECK(patched->xml ==
          "<x:a><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t "
          "xml:space=\"preserve\">start</x:t></x:is></x:c></x:row><x:row r=\"3\"><x:c r=\"A3\" "
          "t=\"inlineStr\"><x:is><x:t xml:space=\"preserve\">1</x:t></x:is></x:c><x:c r=\"B3\" "
          "t=\"inlineStr\"><x:is><x:t xml:space=\"preserve\">a\"b</x:t></x:is></x:c></x:row>"
          "</x:sheetData></x:a>");
    CHECK_FALSE(xlsx::patchedSheet("<a/>", "", ""));
}

TEST_CASE("places and escapes of cells are those of the specification", "[xlsx]") {
    CHECK(xlsx::columnName(0) == "A");
    CHECK(xlsx::columnName(25) == "Z");
    CHECK(xlsx::columnName(26) == "AA");
    CHECK(xlsx::columnName(16383) == "XFD");
    CHECK(xlsx::placeIn("XFD1048576")->column == 16383);
    CHECK_FALSE(xlsx::placeIn("XFE1"));
    CHECK_FALSE(xlsx::placeIn("12"));
    CHECK_FALSE(xlsx::placeIn("A"));
    CHECK(xlsx::withoutEscapes("a_x0041__x005F_x0041_ _xZZZZ_ _x00") == "aA_x0041_ _xZZZZ_ _x00");
    std::string xml;
    xlsx::appendXmlText(xml, "<&>\x01_x0041_\xEF\xBF\xBF\xFF");
    CHECK(xml == "&lt;&amp;&gt;_x0001__x005F_x0041__xFFFF_\xEF\xBF\xBD");
}

TEST_CASE("what no sheet can hold is refused", "[xlsx]") {
    Document document = twoCues();
    document.cues[0].text.plain = std::string(32768, 'x');
    const auto written = writtenDocument(document, *formatNamed("xlsx"));
    REQUIRE_FALSE(written);
    CHECK(written.error().code == "xlsx.cell-too-long");
    CHECK(written.error().message.find("row 2") != std::string::npos);
    document.cues[0].text.plain = std::string(32767, 'x');
    CHECK(readFrom(bytesOf(document)).document.cues[0].text.plain.size() == 32767);
}

TEST_CASE("other encodings make no difference to a workbook", "[xlsx]") {
    WriteOptions options;
    options.encoding = "UTF-16LE";
    options.bom = BomChoice::Yes;
    options.newline = NewlineChoice::CrLf;
    CHECK(bytesOf(twoCues(), options) == bytesOf(twoCues()));
    const std::string bytes = goldenFile("bilingual");
    CHECK(bytesOf(readFrom(bytes).document, options) == bytes);
}

TEST_CASE("archives that are no workbooks, or damaged, are told", "[xlsx][hostile]") {
    const auto codeOf = [](const std::string& bytes, const char* format) {
        DocumentOptions options;
        options.format = format;
        const auto read = readDocument(bytes, "film.xlsx", options);
        return read ? std::string() : read.error().code;
    };
    const std::string bytes = goldenFile("bilingual");
    CHECK(codeOf(bytes.substr(0, bytes.size() / 2), "") == "format.binary");
    CHECK(codeOf("PK\x03\x04 xl/workbook.xml", "") == "xlsx.damaged");
    std::string broken = bytes;
    for (std::size_t i = 2200; i < 2600; ++i)  // in the sheet
        broken[i] = static_cast<char>(broken[i] ^ 0x55);
    CHECK(codeOf(broken, "") == "xlsx.damaged");
    CHECK(codeOf("start,text\n1,x\n", "").empty());
}

TEST_CASE("a part that unpacks to more than is held is refused", "[xlsx][hostile]") {
    const auto bomb = xlsx::withPart(
        goldenFile("bilingual"), "xl/worksheets/sheet1.xml", std::string(30'000'000, ' '));
    REQUIRE(bomb);
    CHECK(bomb->size() < 100'000);
    const auto archive = xlsx::Archive::open(*bomb);
    REQUIRE(archive);
    std::size_t taken = 0;
    const auto read =
        archive->read("xl/worksheets/sheet1.xml", 1'000'000, [&](std::string_view part) {
            taken += part.size();
            return true;
        });
    REQUIRE_FALSE(read);
    CHECK(read.error().code == "xlsx.too-large");
    CHECK(taken <= 1'000'000);
}

TEST_CASE("few bytes that stand for many texts are refused in little memory", "[xlsx][hostile]") {
    // One string of 30,000 letters, in 10,000 cells: 300 MB of text from a few kilobytes.
    std::string sheet = "<worksheet><sheetData>";
    for (int row = 1; row <= 10000; ++row)
        sheet += "<row><c t=\"s\"><v>2</v></c></row>";
    sheet += "</sheetData></worksheet>";
    auto bytes = xlsx::withPart(goldenFile("shared-strings"), "xl/worksheets/sheet1.xml", sheet);
    REQUIRE(bytes);
    bytes = xlsx::withPart(*bytes,
                           "xl/sharedStrings.xml",
                           "<sst><si><t>a</t></si><si><t>b</t></si><si><t>" +
                               std::string(30000, 'x') + "</t></si></sst>");
    REQUIRE(bytes);
    const auto read = readDocument(*bytes, "film.xlsx");
    REQUIRE_FALSE(read);
    CHECK(read.error().code == "xlsx.too-large");
    // A row far below costs a line end for each before it, and no more rows than a sheet has.
    const auto far =
        xlsx::withPart(goldenFile("shared-strings"),
                       "xl/worksheets/sheet1.xml",
                       "<worksheet><sheetData><row r=\"4000000000\"/></sheetData></worksheet>");
    REQUIRE(far);
    CHECK(readDocument(*far, "film.xlsx").error().code == "xlsx.too-large");
}

TEST_CASE("a second sheet of cues is a warning, and lost in another format", "[xlsx]") {
    // Both sheets are the table of one cue that the second one is.
    const std::string golden = goldenFile("second-sheet");
    const auto bytes = xlsx::withPart(
        golden, "xl/worksheets/sheet1.xml", partOf(golden, "xl/worksheets/sheet2.xml"));
    REQUIRE(bytes);
    const ReadDocument read = readFrom(*bytes);
    CHECK(read.document.cues.size() == 1);
    const auto warning =
        std::ranges::find(read.diagnostics, "xlsx.unread-sheet", &Diagnostic::code);
    REQUIRE(warning != read.diagnostics.end());
    CHECK(warning->severity == Severity::Warning);
    CHECK(warning->message.find("\"Cues\" is a table of 1 cue too") != std::string::npos);
    REQUIRE(read.unread.items.size() == 1);
    const LossItem& loss = read.unread.items.front();
    CHECK(loss.feature == feature::kUnread);
    CHECK(loss.severity == LossSeverity::Dropped);
    CHECK(loss.count == 1);
    CHECK(loss.before == "the sheet \"Cues\"");
}

TEST_CASE("what else is written in a workbook is a note", "[xlsx]") {
    const ReadDocument read = readFrom(goldenFile("second-sheet"));
    REQUIRE(read.unread.items.size() == 1);
    CHECK(read.unread.items.front().feature == feature::kNote);
    CHECK(read.unread.items.front().before == "the sheet \"Notes\"");
    CHECK(readFrom(goldenFile("bilingual")).unread.empty());
}

TEST_CASE("comments on cells and what a workbook says of itself are lost in another format",
          "[xlsx]") {
    const std::string golden = goldenFile("comments");
    const ReadDocument read = readFrom(golden);
    REQUIRE(read.unread.items.size() == 2);
    const LossItem& note = read.unread.items[0];
    CHECK(note.feature == feature::kNote);
    CHECK(note.severity == LossSeverity::Dropped);
    CHECK(note.count == 2);
    CHECK(note.before == "C2: Sok: which boat?");
    // Title, author and description; who saved it last and when are of a program.
    const LossItem& metadata = read.unread.items[1];
    CHECK(metadata.feature == feature::kMetadata);
    CHECK(metadata.severity == LossSeverity::Dropped);
    CHECK(metadata.count == 3);
    CHECK(metadata.before == "title: The Boat, reel 2");
    CHECK(bytesOf(read.document) == golden);
    // What is of a program in all of them is nothing.
    const auto plain = xlsx::withPart(golden,
                                      "docProps/core.xml",
                                      "<coreProperties><creator>openpyxl</creator><title> </title>"
                                      "<lastModifiedBy>Dara</lastModifiedBy></coreProperties>");
    REQUIRE(plain);
    CHECK(readFrom(*plain).unread.items.size() == 1);
}

TEST_CASE("a conversation on a cell is told once, though a workbook has a copy of it", "[xlsx]") {
    const ReadDocument read = readFrom(goldenFile("threaded-comments"));
    REQUIRE(read.unread.items.size() == 1);
    // A question, an answer, and a comment of another kind.
    CHECK(read.unread.items[0].count == 3);
    CHECK(read.unread.items[0].before == "C3: Is it the Mekong?");
}

TEST_CASE("comments that are huge, damaged or of entities are survived", "[xlsx][hostile]") {
    const auto noteIn = [](const std::string& comments) {
        const auto bytes = xlsx::withPart(goldenFile("comments"), "xl/comments1.xml", comments);
        REQUIRE(bytes);
        const ReadDocument read = readFrom(*bytes);
        CHECK(read.document.cues.size() == 2);
        const auto note = std::ranges::find(read.unread.items, feature::kNote, &LossItem::feature);
        return note == read.unread.items.end() ? LossItem() : *note;
    };
    const std::string begin = "<comments><commentList><comment ref=\"C2\"><text><t>";
    const LossItem huge = noteIn(begin + std::string(1'000'000, 'x') +
                                 "</t></text></comment></commentList></comments>");
    CHECK(huge.count == 1);
    CHECK(huge.before.size() < 300);
    // As far as it is read.
    CHECK(noteIn(begin + "why</t></text></comment></wrong>").before == "C2: why");
    CHECK(noteIn("<!DOCTYPE c [<!ENTITY e \"x\">]>" + begin +
                 "&e;</t></text></comment></commentList></comments>")
              .count == 0);
}

TEST_CASE("looks of letters inside of a text are lost in another format", "[xlsx]") {
    const ReadDocument shared = readFrom(goldenFile("shared-strings"));
    REQUIRE(shared.unread.items.size() == 1);
    CHECK(shared.unread.items[0].feature == feature::kBold);
    CHECK(shared.unread.items[0].severity == LossSeverity::Dropped);
    CHECK(shared.unread.items[0].cues == std::vector<CueId>{shared.document.cues[0].id});
    CHECK(shared.unread.items[0].before == "Where is the boat?");
    // In the cell itself; a bold that is off, the usual colour and other columns are nothing.
    const auto cell = [](const std::string& place, const std::string& text) {
        return "<c r=\"" + place + "\" t=\"inlineStr\"><is>" + text + "</is></c>";
    };
    const auto bytes = xlsx::withPart(
        goldenFile("threaded-comments"),
        "xl/worksheets/sheet1.xml",
        "<worksheet><sheetData><row r=\"1\">" + cell("A1", "<t>start</t>") +
            cell("B1", "<t>text</t>") + cell("C1", "<t>remark</t>") + "</row><row r=\"2\">" +
            cell("A2", "<t>00:00:01.000</t>") +
            cell("B2",
                 "<r><rPr><b val=\"0\"/><color theme=\"1\"/></rPr><t>a </t></r>"
                 "<r><rPr><i/><color rgb=\"FFFF0000\"/></rPr><t>boat</t></r>") +
            cell("C2", "<r><rPr><u/></rPr><t>whose?</t></r>") + "</row></sheetData></worksheet>");
    REQUIRE(bytes);
    const ReadDocument read = readFrom(*bytes);
    std::vector<std::string> features;
    for (const LossItem& loss : read.unread.items)
        if (loss.feature != feature::kNote) features.push_back(loss.feature);
    CHECK(features == std::vector<std::string>{"italic", "color"});
}
