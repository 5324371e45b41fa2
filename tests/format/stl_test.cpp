// SPDX-License-Identifier: MIT
// EBU STL. Expected values: EBU Tech 3264, ISO 6937, ISO 8859, by hand.
#include <subs/format/features.h>

#include "catch.h"
#include "format/read.h"
#include "format/stl/character_table.h"
#include "format/stl_file.h"

#include <algorithm>

using namespace testing;
using namespace subs;
namespace file = testing::stl;

namespace {

Document readStl(std::string bytes) {
    auto read = readDocument(std::move(bytes), "film.stl");
    REQUIRE(read);
    CHECK(read->format->info().id == "ebu-stl");
    return std::move(read->document);
}

std::string bytesOf(const Document& document) {
    const auto written = writtenDocument(document, *formatNamed("ebu-stl"));
    REQUIRE(written);
    return written->bytes;
}

std::string textOf(std::string_view bytes, file::Header header = {}) {
    const Document document = readStl(file::header(header) + file::block(bytes));
    REQUIRE(document.cues.size() == 1);
    return document.cues[0].text.plain;
}

Document documentWith(std::string text) {
    Document document;
    Cue cue;
    cue.id = document.newId();
    cue.start = ms(1000);
    cue.end = ms(2480);
    cue.text.plain = std::move(text);
    document.cues = {cue};
    return document;
}

std::string newBytes(const Document& document, const WriteOptions& options = {}) {
    const auto written = writtenDocument(document, *formatNamed("ebu-stl"), options);
    REQUIRE(written);
    return written->bytes;
}

std::string field(const std::string& bytes, std::size_t at, std::size_t size) {
    return bytes.substr(at, size);
}

/// The text field of block `index`, without what fills it up.
std::string textField(const std::string& bytes, std::size_t index) {
    const std::string text = bytes.substr(1024 + 128 * index + 16, 112);
    return text.substr(0, text.find('\x8F'));
}

}  // namespace

TEST_CASE("EBU STL is known by its header, whatever the name says", "[stl]") {
    const std::string bytes = file::header() + file::block("one");
    const auto read = readDocument(bytes, "film.txt");
    REQUIRE(read);
    CHECK(read->format->info().id == "ebu-stl");
    CHECK(read->document.origin->isBinary);
    CHECK(read->document.origin->encoding.name == "EBU STL 00 (Latin)");
    const auto other = readDocument("solid cube\nfacet normal 0 0 0\n", "cube.stl");
    REQUIRE_FALSE(other);
    CHECK(other.error().code == "format.unknown");
    const auto forced =
        readDocument("no header", "x.bin", {.encoding = {}, .format = "ebu-stl", .language = {}});
    REQUIRE(forced);
    CHECK(forced->document.cues.empty());
    CHECK(countOf(forced->diagnostics, "stl.no-header") == 1);
}

TEST_CASE("in the Latin table a mark comes before its letter", "[stl][characters]") {
    CHECK(textOf("\xC2"
                 "e\xC8"
                 "a\xCB"
                 "c") == "éäç");
    CHECK(textOf("\xC1"
                 "a\xC4"
                 "n\xCA"
                 "u\xCF"
                 "z") == "àñůž");
    CHECK(textOf("\xC2 x") == "´x");
    CHECK(textOf("\xA4\xA8\xD5\xE1\xF1\xFB") == "$¤♪Ææß");
    // A mark over a letter that the table does not have it for is a combining one.
    CHECK(textOf("\xC2x") == "x\xCC\x81");
}

TEST_CASE("bytes that are no characters are read as such, and kept", "[stl][characters]") {
    const Parsed read = parsed("ebu-stl", file::header() + file::block("one\x90 \xC0 \xCC two"));
    CHECK(read.document.cues[0].text.plain == "one \uFFFD \uFFFD two");
    CHECK(countOf(read.diagnostics, "stl.bad-character") == 1);
    // 90 is a code of nothing (Tech 3264), C0 and CC no letters of ISO 6937.
    const LossItem* const loss = lossOf(read.unread, feature::kDamage);
    REQUIRE(loss);
    CHECK(loss->severity == LossSeverity::Approximated);
    CHECK(loss->count == 3);
    CHECK(loss->cues == std::vector<CueId>{read.document.cues[0].id});
    CHECK(loss->before == "90");
    Document document = read.document;
    document.cues[0].text = withPlain(document.cues[0].text, "one \uFFFD \uFFFD three");
    CHECK(textField(written(document, "ebu-stl"), 0) == "one\x90 \xC0 \xCC three");
}

TEST_CASE("all five tables give back what they read", "[stl][characters]") {
    using subs::stl::CharacterTable;
    for (std::size_t i = 0; i < CharacterTable::kCount; ++i) {
        const CharacterTable& table = CharacterTable::at(i);
        INFO(table.name());
        for (int byte = 0x20; byte < 0x100; ++byte) {
            if (byte >= 0x7F && byte < 0xA0) continue;
            for (const std::string& tail : {std::string(), std::string("e")}) {
                const std::string bytes = static_cast<char>(byte) + tail;
                std::string text;
                std::size_t at = 0;
                if (!table.take(bytes, at, text)) continue;
                std::string again;
                std::size_t from = 0;
                // Marks that stand over no such letter are read and not written.
                if (!table.append(again, text, from) || from < text.size()) continue;
                std::string second;
                std::size_t behind = 0;
                CHECK(table.take(again, behind, second));
                CHECK(second == text);
            }
        }
    }
}

TEST_CASE("each of the other tables is ISO 8859", "[stl][characters]") {
    CHECK(textOf("\xBF\xE0\xD8\xD2\xD5\xE2", {.table = "01"}) == "Привет");
    CHECK(textOf("\xD3\xE4\xC7\xE5", {.table = "02"}) == "سلام");
    CHECK(textOf("\xC3\xE5\xE9\xE1", {.table = "03"}) == "Γεια");
    CHECK(textOf("\xF9\xEC\xE5\xED", {.table = "04"}) == "שלום");
}

TEST_CASE("time codes count the frames of the disk format code", "[stl][time]") {
    struct Vector {
        std::string_view format;
        file::Clock clock;
        Time expected;
    };
    const auto exact = [](std::int64_t frames, std::int64_t top, std::int64_t bottom) {
        return Time::fromFlicks(frames * Time::kPerSecond * bottom / top);
    };
    for (const Vector& vector : {Vector{"STL25.01", {0, 0, 1, 10}, ms(1400)},
                                 Vector{"STL30.01", {0, 1, 0, 2}, exact(1800, 30000, 1001)},
                                 Vector{"STL30.01", {0, 10, 0, 0}, exact(17982, 30000, 1001)},
                                 Vector{"STL23.01", {0, 0, 1, 0}, ms(1001)},
                                 Vector{"STL24.01", {0, 0, 1, 12}, ms(1500)},
                                 Vector{"STL50.01", {0, 0, 1, 25}, ms(1500)}}) {
        INFO(vector.format);
        const Document document = readStl(file::header({.format = vector.format}) +
                                          file::block("x", {.in = vector.clock}));
        CHECK(document.cues[0].start == vector.expected);
        CHECK(bytesOf(document) == document.origin->text);
    }
}

TEST_CASE("a film of the nominal rate says how long the frames of a file are", "[stl][time]") {
    const auto frames = FrameTimeline::constant(*parseFrameRate("23.976"));
    DocumentOptions options;
    options.timeline = &frames;
    const auto read =
        readDocument(file::header({.format = "STL24.01"}) + file::block("x"), "film.stl", options);
    REQUIRE(read);
    CHECK(read->document.cues[0].start == ms(1001));
}

TEST_CASE("times count from the start of the programme", "[stl][time]") {
    const Document document =
        readStl(file::header({.start = "10000000"}) +
                file::block("one", {.in = {10, 0, 0, 0}, .out = {10, 0, 1, 24}}));
    CHECK(document.cues[0].start == Time());
    CHECK(document.cues[0].end == ms(1960));
    Document moved = document;
    moved.cues[0].start = ms(40);
    CHECK(bytesOf(moved).substr(1024 + 5, 4) == std::string("\x0A\0\0\1", 4));
}

TEST_CASE("an edited subtitle has its own blocks written anew and no others", "[stl][save]") {
    const std::string first = file::block("one");
    const std::string user = file::block("kept", {.extension = 0xFE});
    const std::string last = file::block("two", {.number = 2});
    const std::string head = file::header({.blocks = "00003", .subtitles = "00002"});
    Document document = readStl(head + first + user + last);
    REQUIRE(document.cues.size() == 2);
    document.cues[0].text.plain = "once";
    CHECK(bytesOf(document) == head + file::block("once") + user + last);
    document.cues[0].text.plain = std::string(200, 'x');
    const std::string longer = bytesOf(document);
    CHECK(field(longer, 238, 5) == "00004");
    CHECK(longer.size() == 1024 + 4 * 128);
    CHECK(textField(longer, 0) == std::string(112, 'x'));
    CHECK(textField(longer, 1) == std::string(88, 'x'));
    CHECK(longer[1024 + 3] == '\0');
    CHECK(longer[1024 + 128 + 3] == '\xFF');
    CHECK(longer.substr(1024 + 256) == user + last);
    CHECK(readStl(longer).cues[0].text.plain == document.cues[0].text.plain);
    document.cues.erase(document.cues.begin());
    const std::string shorter = bytesOf(document);
    CHECK(field(shorter, 238, 5) == "00002");
    CHECK(field(shorter, 243, 5) == "00001");
    CHECK(shorter.substr(1024) == user + last);
}

TEST_CASE("codes stay where a text is edited beside them", "[stl][save]") {
    Document document = readStl(file::header({.display = "1"}) +
                                file::block("\x0D\x0B\x0B"
                                            "Who is there?\x0A\x0A\x8A\x8A\x0D\x03\x0B\x0B"
                                            "Me.\x0A\x0A"));
    Cue& cue = document.cues[0];
    CHECK(cue.text.plain == "Who is there?\nMe.");
    REQUIRE(cue.text.spans.size() == 1);
    cue.text = withPlain(cue.text, "Who was there?\nMe.");
    CHECK(textField(bytesOf(document), 0) ==
          "\x0D\x0B\x0B"
          "Who was there?\x0A\x0A\x8A\x8A\x0D\x03\x0B\x0B"
          "Me.\x0A\x0A");
}

TEST_CASE("a code of teletext goes behind the word that is typed around it", "[stl][save]") {
    Document document = readStl(file::header({.display = "1"}) + file::block("\x0D\x0B\x0B"
                                                                             "Who\x08\x0A\x0A"));
    Cue& cue = document.cues[0];
    REQUIRE(cue.text.plain == "Who");
    cue.text = withPlain(cue.text, "Who!");
    REQUIRE(cue.text.spans.size() == 1);
    CHECK(cue.text.spans[0].begin == 3);
    const std::string bytes = bytesOf(document);
    CHECK(textField(bytes, 0) ==
          "\x0D\x0B\x0B"
          "Who!\x08\x0A\x0A");
    CHECK(readStl(bytes).cues[0].text.plain == "Who!");
    const LossReport losses = formatNamed("ebu-stl")->plan(document, {});
    REQUIRE(losses.items.size() == 1);
    CHECK(losses.items[0].feature == feature::kOverrides);
    CHECK(losses.items[0].severity == LossSeverity::Approximated);
}

TEST_CASE("what is behind unused space is no text, in each block of its own", "[stl][save]") {
    Document document =
        readStl(file::header({.blocks = "00002"}) + file::block("one\x8Frest", {.extension = 0}) +
                file::block(" two\x8Fmore"));
    REQUIRE(document.cues.size() == 1);
    CHECK(document.cues[0].text.plain == "one two");
    document.cues[0].text.plain = std::string(110, 'x') + " one two";
    CHECK(readStl(bytesOf(document)).cues[0].text.plain == document.cues[0].text.plain);
}

TEST_CASE("a mark is not parted from its letter at the end of a block", "[stl][save]") {
    const std::string text = std::string(111, 'a') + "é";
    const std::string bytes = newBytes(documentWith(text));
    CHECK(textField(bytes, 0) == std::string(111, 'a'));
    CHECK(textField(bytes, 1) ==
          "\xC2"
          "e");
    CHECK(readStl(bytes).cues[0].text.plain == text);
}

TEST_CASE("a new file has a header that counts", "[stl][new]") {
    Document document = documentWith("Où est\nle bateau ?");
    document.language = "fr";
    document.title = "Le fleuve";
    const std::string bytes = newBytes(document);
    REQUIRE(bytes.size() == 1024 + 128);
    CHECK(field(bytes, 0, 16) ==
          "850STL25.010000"
          "F");
    CHECK(field(bytes, 16, 32) == "Le fleuve                       ");
    CHECK(field(bytes, 238, 13) == "0000100001001");
    CHECK(field(bytes, 255, 1) == "1");
    CHECK(field(bytes, 256, 16) == "0000000000000100");
    // Group 0, number 1, the only block; in at 1 s, out at 2 s and 12 frames; rows 20 and 22 of
    // 23; centred; no comment.
    CHECK(field(bytes, 1024, 16) == std::string("\0\1\0\xFF\0\0\0\1\0\0\0\2\x0C\x14\2\0", 16));
    CHECK(textField(bytes, 0) ==
          "O\xC1"
          "u est\x8A"
          "le bateau ?");
    const auto read = readDocument(bytes, "film.stl");
    REQUIRE(read);
    CHECK(read->diagnostics.empty());
    CHECK(read->document.language == "fr");
    CHECK(read->document.title == "Le fleuve");
}

TEST_CASE("colours make a new file one of teletext, in boxes", "[stl][new]") {
    Document document = documentWith("Go now, Dara");
    document.cues[0].text.spans = {{SpanKind::Color, 3, 7, "#00FFFF"}};
    const std::string bytes = newBytes(document);
    CHECK(field(bytes, 11, 1) == "1");
    CHECK(textField(bytes, 0) ==
          "\x0D\x0B\x0BGo\x06now,\x07"
          "Dara\x0A\x0A");
    const Document again = readStl(bytes);
    CHECK(again.cues[0].text == document.cues[0].text);
}

TEST_CASE("a colour takes the place of a lone space only", "[stl][new]") {
    Document document = documentWith("Go  now");
    document.cues[0].text.spans = {{SpanKind::Color, 4, 7, "#00FFFF"}};
    const std::string bytes = newBytes(document);
    CHECK(textField(bytes, 0) == "\x0D\x0B\x0BGo\x06  now\x0A\x0A");
    CHECK(readStl(bytes).cues[0].text == document.cues[0].text);
}

TEST_CASE("italics and underlining take no place", "[stl][new]") {
    Document document = documentWith("un\nbelievable");
    document.cues[0].text.spans = {{SpanKind::Italic, 1, 5, ""}};
    const std::string bytes = newBytes(document);
    CHECK(textField(bytes, 0) ==
          "u\x80n\x81\x8A\x80"
          "be\x81lievable");
    CHECK(readStl(bytes).cues[0].text == document.cues[0].text);
}

TEST_CASE("the table is the first that has all texts", "[stl][new]") {
    CHECK(field(newBytes(documentWith("Привет!")), 12, 2) == "01");
    CHECK(field(newBytes(documentWith("Γεια")), 12, 2) == "03");
    CHECK(field(newBytes(documentWith("Ægir")), 12, 2) == "00");
}

TEST_CASE("Khmer is refused, and the cue named", "[stl][khmer]") {
    Document document = documentWith("Hello");
    Cue second = document.cues[0];
    second.id = document.newId();
    second.text.plain = "ទន្លេ";
    document.cues.push_back(second);
    const auto written = writtenDocument(document, *formatNamed("ebu-stl"));
    REQUIRE_FALSE(written);
    CHECK(written.error().code == "format.unrepresentable");
    CHECK(written.error().message.starts_with("cue 2: \"ទ\" (U+1791) is not in"));
    const LossReport report = formatNamed("ebu-stl")->plan(document, {});
    CHECK(report.worst() == LossSeverity::Unrepresentable);
    // Latin and Cyrillic letters with marks are in no table together.
    CHECK_FALSE(writtenDocument(documentWith("Ça, Привет"), *formatNamed("ebu-stl")));
}

TEST_CASE("what says the same in simpler letters is written so, and told", "[stl][new]") {
    const Document document = documentWith("Wait… – no\xE2\x80\x8B");
    CHECK(textField(newBytes(document), 0) == "Wait... - no");
    const LossItem* loss = lossOf(formatNamed("ebu-stl")->plan(document, {}), feature::kText);
    CHECK(loss != nullptr);
}

TEST_CASE("frames of a film are those of a new file", "[stl][time]") {
    const auto frames = FrameTimeline::constant(*parseFrameRate("24"));
    WriteOptions options;
    options.timeline = &frames;
    const std::string bytes = newBytes(documentWith("x"), options);
    CHECK(field(bytes, 3, 8) == "STL24.01");
    // 1 s is frame 24; 2.48 s ends with frame 59, which is out at frame 60.
    CHECK(field(bytes, 1024 + 5, 8) == std::string("\0\0\1\0\0\0\2\x0C", 8));
}

TEST_CASE("a film of a rate that no disk format has is refused", "[stl][time]") {
    for (const char* const rate : {"30", "60", "12"}) {
        const auto frames = FrameTimeline::constant(*parseFrameRate(rate));
        WriteOptions options;
        options.timeline = &frames;
        const auto text = formatNamed("ebu-stl")->write(documentWith("x"), options);
        REQUIRE_FALSE(text);
        CHECK(text.error().code == "stl.frame-rate");
        CHECK(text.error().message.find(rate) != std::string::npos);
    }
}

TEST_CASE("times that EBU STL cannot say are told", "[stl][loss]") {
    Document document = documentWith("x");
    document.cues[0].start = ms(-500);
    document.cues[0].end = Time::fromSeconds(100'000);
    const LossReport report = formatNamed("ebu-stl")->plan(document, {});
    CHECK(lossOf(report, feature::kNegativeTime));
    const LossItem* range = lossOf(report, feature::kTimeRange);
    REQUIRE(range);
    CHECK(range->severity == LossSeverity::Unrepresentable);
    CHECK(range->after == "23:59:59:24");
}

TEST_CASE("a time between frames is approximated, but on those of the film is shown as it was",
          "[stl][loss]") {
    Document document = documentWith("x");
    document.cues[0].start = ms(1010);
    document.cues[0].end = ms(2480);  // frame 62 of 25 a second
    LossReport report = formatNamed("ebu-stl")->plan(document, {});
    const LossItem* moved = lossOf(report, feature::kTimePrecision);
    REQUIRE(moved);
    CHECK(moved->severity == LossSeverity::Approximated);
    CHECK(moved->count == 1);
    CHECK(moved->before == "00:00:01.010");
    CHECK(moved->after == "00:00:01:00, the nearest frame");
    const auto film = FrameTimeline::constant(*parseFrameRate("25"));
    WriteOptions options;
    options.timeline = &film;
    options.rounding = Rounding::Frame;
    report = formatNamed("ebu-stl")->plan(document, options);
    moved = lossOf(report, feature::kTimePrecision);
    REQUIRE(moved);
    CHECK(moved->severity == LossSeverity::Info);
    // Frame 25 begins before 1.01 s; what starts there is first seen on frame 26.
    CHECK(moved->after == "00:00:01:01, on the frames of the film");
    document.cues[0].start = ms(1000);
    CHECK_FALSE(lossOf(formatNamed("ebu-stl")->plan(document, options), feature::kTimePrecision));
}

TEST_CASE("nearest and floor count the frames of the file, with a film too", "[stl][time]") {
    Document document = documentWith("x");
    document.cues[0].start = ms(10'004);  // 250.1 frames
    document.cues[0].end = ms(12'036);    // 300.9 frames
    const auto film = FrameTimeline::constant(*parseFrameRate("25"));
    for (const FrameTimeline* const timeline :
         {&film, static_cast<const FrameTimeline*>(nullptr)}) {
        WriteOptions options;
        options.timeline = timeline;
        const auto codes = [&] { return field(newBytes(document, options), 1024 + 5, 8); };
        CHECK(codes() == std::string("\0\0\x0A\0\0\0\x0C\1", 8));
        options.rounding = Rounding::Floor;
        CHECK(codes() == std::string("\0\0\x0A\0\0\0\x0C\0", 8));
        const LossReport losses = formatNamed("ebu-stl")->plan(document, options);
        const LossItem* moved = lossOf(losses, feature::kTimePrecision);
        REQUIRE(moved);
        CHECK(moved->severity == LossSeverity::Approximated);
        CHECK(moved->count == 2);
        CHECK(moved->after == "00:00:10:00, the frame before");
    }
}

TEST_CASE("a comment stays one", "[stl]") {
    Document document = documentWith("check the name");
    document.cues[0].kind = CueKind::Comment;
    const std::string bytes = newBytes(document);
    CHECK(bytes[1024 + 15] == '\1');
    CHECK(readStl(bytes).cues[0].kind == CueKind::Comment);
    CHECK(formatNamed("ebu-stl")->plan(document, {}).empty());
}

TEST_CASE("a title is put into the header of the file, or told", "[stl][save]") {
    Document document = readStl(file::header({.title = "Old"}) + file::block("x"));
    document.title = "Été";
    const std::string bytes = bytesOf(document);
    CHECK(field(bytes, 16, 4) == "\x90t\x82 ");
    CHECK(bytes.substr(48) == document.origin->text.substr(48));
    document.title = "ទន្លេ";
    CHECK(bytesOf(document) == document.origin->text);
    CHECK(lossOf(formatNamed("ebu-stl")->plan(document, {}), feature::kTitle));
}

TEST_CASE("damaged and endless EBU STL is read in bounds", "[stl][hostile]") {
    const std::string whole =
        file::header() + file::block("one") + file::block(std::string(112, '\0'));
    for (std::size_t size = 0; size <= whole.size(); size += 7) {
        const Document document = documentOf("ebu-stl", whole.substr(0, size));
        CHECK(written(document, "ebu-stl") == whole.substr(0, size));
    }
    // 100,000 blocks of one subtitle that never ends.
    std::string endless = file::header();
    const std::string part = file::block(std::string(112, 'x'), {.extension = 0});
    for (int i = 0; i < 100'000; ++i)
        endless += part;
    const Document document = documentOf("ebu-stl", endless);
    CHECK(document.cues.size() == 1);
    CHECK(written(document, "ebu-stl") == endless);
    // A number of FFh ends the chain of a subtitle, so that each block is one.
    CHECK(documentOf("ebu-stl", file::header() + std::string(12'800, '\xFF')).cues.size() == 100);
}

TEST_CASE("of a file that is no whole EBU STL is said what it lacks", "[stl][registry]") {
    const auto messageOf = [](std::string bytes, const char* name) {
        const auto read = readDocument(std::move(bytes), name);
        REQUIRE_FALSE(read);
        CHECK(read.error().code.starts_with("format."));
        return read.error().message;
    };
    // The header (GSI) has 1024 bytes (Tech 3264, 3.).
    const std::string cut = file::header().substr(0, 500);
    for (const char* const name : {"film.stl", "film.bin", "film"}) {
        const std::string message = messageOf(cut, name);
        CHECK(has(message, "EBU STL"));
        CHECK(has(message, "1024"));
        CHECK(has(message, "500"));
        CHECK_FALSE(has(message, "ending"));
    }
    CHECK(has(messageOf("hello\n", "film.stl"), "1024"));
    CHECK(has(messageOf(std::string(2000, 'x'), "film.stl"), "disk format code"));
    CHECK(has(messageOf("PK\x03\x04[Content_Types].xml", "film.xlsx"), "xl/workbook.xml"));
    CHECK(has(messageOf("hello\n", "film.xlsx"), "no ZIP archive"));
    // Where neither name nor beginning says so, as before.
    CHECK_FALSE(has(messageOf("hello\n", "film.md"), "EBU"));
}
