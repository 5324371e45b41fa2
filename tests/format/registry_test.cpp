// SPDX-License-Identifier: MIT
#include <subs/format/registry.h>

#include "catch.h"
#include "folder.h"

#include <fstream>

using subs::Bom;
using subs::BomChoice;

namespace {

const std::string kSrt = "1\n00:00:01,000 --> 00:00:02,000\nWhere is the boat?\n";

std::string codeOf(std::string bytes, const char* name, const subs::DocumentOptions& options = {}) {
    const auto read = subs::readDocument(std::move(bytes), name, options);
    return read ? "" : read.error().code;
}

subs::Document documentOf(std::string bytes) {
    auto read = subs::readDocument(std::move(bytes), "x.srt");
    REQUIRE(read);
    return read->document;
}

std::string bytesOf(const subs::Document& document, const subs::WriteOptions& options) {
    const auto written =
        subs::writtenDocument(document, *subs::formatNamed(document.format), options);
    REQUIRE(written);
    return written->bytes;
}

/// False of the formats of broadcasters, which have a few tables of letters.
bool holdsKhmer(const subs::Format& format) {
    return format.info().id != "ebu-stl" && format.info().id != "scc";
}

}  // namespace

TEST_CASE("a format is found by id and by ending", "[registry]") {
    REQUIRE(subs::formatNamed("srt"));
    CHECK(subs::formatNamed("srt")->info().id == "srt");
    CHECK(subs::formatNamed(".SRT") == subs::formatNamed("srt"));
    CHECK(subs::formatNamed("docx") == nullptr);
    CHECK_FALSE(subs::formats().empty());
}

TEST_CASE("content decides over the name", "[registry]") {
    const auto found = subs::recognised(kSrt, "wrong.txt");
    REQUIRE(found);
    CHECK(found->format->info().id == "srt");
    CHECK(found->probe.score >= 90);
}

TEST_CASE("a name's ending decides where the content does not", "[registry]") {
    const auto found = subs::recognised("not a cue in sight\n", "x.SRT");
    REQUIRE(found);
    CHECK(found->format->info().id == "srt");
}

TEST_CASE("empty, binary and unknown files are said to be so", "[registry]") {
    CHECK(codeOf("", "x") == "format.empty");
    CHECK(codeOf("\xEF\xBB\xBF", "x.txt") == "format.empty");
    CHECK(codeOf(" \r\n\n\t\n", "-") == "format.empty");
    CHECK(codeOf(std::string("\x1A\x45\xDF\xA3\x01\0\0\0\0\0\0\x1F", 12), "x.srt") ==
          "format.binary");
    CHECK(codeOf(std::string(5000, '\0'), "x.srt") == "format.binary");
    CHECK(codeOf("Dear Sir or Madam\n", "letter.txt") == "format.unknown");
    // Where the list of formats is stands there, and not the list.
    for (const char* const name : {"letter.md", "letter"}) {
        const auto unknown = subs::readDocument("Dear Sir or Madam\n", name);
        REQUIRE_FALSE(unknown);
        CHECK(unknown.error().message.find("see subs formats") != std::string::npos);
        CHECK(unknown.error().message.size() < 160);
    }
    CHECK(codeOf(kSrt, "x.srt", {.encoding = {}, .format = "docx", .language = {}}) ==
          "format.unknown");
    CHECK(codeOf(kSrt, "x.srt", {.encoding = "klingon", .format = {}, .language = {}}) ==
          "charset.unknown");
}

TEST_CASE("the language is guessed from the script unless it is given", "[registry]") {
    CHECK(documentOf(kSrt).language == "en");
    const auto read =
        subs::readDocument(kSrt, "x.srt", {.encoding = {}, .format = {}, .language = "nl"});
    REQUIRE(read);
    CHECK(read->document.language == "nl");
}

TEST_CASE("a file in two languages is in neither", "[registry]") {
    const auto film = [](int khmer, int english) {
        std::string text;
        for (int i = 0; i < khmer + english; ++i)
            text += std::string("1\n00:00:01,000 --> 00:00:02,000\n") +
                    (i < khmer ? "ទៅណាហើយអ្នកទាំងអស់គ្នា?" : "Where are you going?") + "\n\n";
        return documentOf(text).language;
    };
    CHECK(film(6, 6).empty());
    CHECK(film(3, 9).empty());
    CHECK(film(9, 3).empty());
    CHECK(film(2, 10) == "en");
    CHECK(film(10, 2) == "km");
    CHECK(film(2, 3) == "en");  // too few to tell
    std::string stacked;
    for (int i = 0; i < 6; ++i)
        stacked += "1\n00:00:01,000 --> 00:00:02,000\nទៅណា?\nWhere are you going?\n\n";
    CHECK(documentOf(stacked).language.empty());
}

TEST_CASE("mixed line ends are remarked on", "[registry][diagnostics]") {
    const auto read = subs::readDocument("1\r\n00:00:01,000 --> 00:00:02,000\nA\n", "x.srt");
    REQUIRE(read);
    REQUIRE_FALSE(read->diagnostics.empty());
    CHECK(read->diagnostics.front().code == "text.mixed-newlines");
    CHECK(read->diagnostics.front().line == 2);
}

TEST_CASE("a file that cannot be read is named", "[registry]") {
    const auto read = subs::openDocument("/nowhere/film.srt");
    REQUIRE_FALSE(read);
    CHECK(read.error().message.find("/nowhere/film.srt") != std::string::npos);
    const testing::Folder folder;
    std::ofstream(folder.path / "empty.txt").close();
    const auto empty = subs::openDocument(folder.path / "empty.txt");
    REQUIRE_FALSE(empty);
    CHECK(empty.error().code == "format.empty");
    CHECK(empty.error().message.find("empty.txt") != std::string::npos);
}

TEST_CASE("an empty file of a known ending is opened and filled and saved and opened",
          "[registry]") {
    const std::string bytes = GENERATE("", "\xEF\xBB\xBF", "\n \n");
    for (const subs::Format* format : subs::formats()) {
        const std::string name = "film." + std::string(format->info().id);
        INFO(name);
        auto read = subs::readDocument(bytes, name);
        REQUIRE(read);
        CHECK(read->format == format);
        CHECK(read->document.cues.empty());
        REQUIRE_FALSE(read->diagnostics.empty());
        CHECK(read->diagnostics.front().code == "format.empty");
        CHECK(read->diagnostics.front().severity == subs::Severity::Warning);
        CHECK(bytesOf(read->document, {}) == bytes);
        subs::Cue cue;
        cue.id = subs::CueId{1};
        // Whole frames in every format that counts them: of 24, 25 and 30000/1001 a second.
        cue.start = subs::Time::fromSeconds(1001);
        cue.end = subs::Time::fromSeconds(2002);
        cue.text.plain = "river";
        read->document.cues.push_back(cue);
        if (format->info().timeBase == subs::TimeBase::Frames) {
            // How long a frame is seen is never guessed.
            CHECK(format->write(read->document, {}).error().code == "time.no-timeline");
            continue;
        }
        CHECK(format->plan(read->document, {}).empty());
        const auto filled = subs::readDocument(bytesOf(read->document, {}), name);
        REQUIRE(filled);
        CHECK(filled->diagnostics.empty());
        REQUIRE(filled->document.cues.size() == 1);
        CHECK(filled->document.cues.front().text.plain == "river");
        CHECK(filled->document.cues.front().start == cue.start);
    }
}

TEST_CASE("a file whose cues were all deleted can be saved and opened and saved", "[registry]") {
    subs::Document document = documentOf(kSrt);
    document.cues.clear();
    const std::string bytes = bytesOf(document, {});
    CHECK(bytes.empty());
    CHECK(bytesOf(documentOf(bytes), {}).empty());
}

TEST_CASE("byte order mark and line ends stay unless asked for", "[registry]") {
    const std::string bom = "\xEF\xBB\xBF";
    const subs::Document document = documentOf(bom + kSrt);
    CHECK(bytesOf(document, {}) == bom + kSrt);
    subs::WriteOptions options;
    options.bom = BomChoice::No;
    CHECK(bytesOf(document, options) == kSrt);
    CHECK(bytesOf(documentOf(kSrt), {}) == kSrt);
    options.bom = BomChoice::Yes;
    CHECK(bytesOf(documentOf(kSrt), options) == bom + kSrt);
    options.bom = BomChoice::Keep;
    options.newline = subs::NewlineChoice::CrLf;
    CHECK(bytesOf(documentOf(kSrt), options) ==
          "1\r\n00:00:01,000 --> 00:00:02,000\r\nWhere is the boat?\r\n");
}

TEST_CASE("a file whose last cue was deleted is saved empty in its own format", "[registry]") {
    subs::Document document = documentOf(kSrt);
    document.cues.clear();
    const auto saved = subs::writtenDocument(document, *subs::formatNamed("srt"));
    REQUIRE(saved);
    CHECK(saved->bytes.empty());
    document.format = "ass";
    const auto converted = subs::writtenDocument(document, *subs::formatNamed("srt"));
    REQUIRE_FALSE(converted);
    CHECK(converted.error().code == "format.nothing-to-write");
}

TEST_CASE("nothing is written where there is nothing to write", "[registry]") {
    const auto written = subs::writtenDocument({}, *subs::formatNamed("srt"));
    REQUIRE_FALSE(written);
    CHECK(written.error().code == "format.nothing-to-write");
}

TEST_CASE("formats without Khmer letters refuse Khmer and name the cue", "[registry][khmer]") {
    const subs::Document document = documentOf(kSrt + "\n2\n00:00:03,000 --> 00:00:04,000\nទន្លេ\n");
    for (const char* id : {"ebu-stl", "scc"}) {
        const auto written = subs::writtenDocument(document, *subs::formatNamed(id));
        REQUIRE_FALSE(written);
        CHECK(written.error().code == "format.unrepresentable");
        CHECK(written.error().message.starts_with("cue 2: "));
    }
}

TEST_CASE("every format goes into every other with all its cues, and is known again",
          "[registry]") {
    std::string film;
    for (int i = 1; i <= 6; ++i)
        film += std::to_string(i) + "\n00:00:0" + std::to_string(i) + ",000 --> 00:00:0" +
                std::to_string(i) + ",960\nThe river\nទន្លេ\n\n";
    const subs::Document source = documentOf(film);
    const auto frames = subs::FrameTimeline::constant(*subs::parseFrameRate("25"));
    subs::DocumentOptions reading;
    reading.timeline = &frames;
    subs::WriteOptions writing;
    writing.timeline = &frames;
    for (const subs::Format* from : subs::formats()) {
        if (!holdsKhmer(*from)) continue;
        INFO(from->info().id);
        const auto first = subs::writtenDocument(source, *from, writing);
        REQUIRE(first);
        const auto read = subs::readDocument(first->bytes, "film", reading);
        REQUIRE(read);
        REQUIRE(read->format == from);
        CHECK(read->document.cues.size() == 6);
        for (const subs::Format* to : subs::formats()) {
            if (!holdsKhmer(*to)) continue;
            INFO("into " << to->info().id);
            const auto second = subs::writtenDocument(read->document, *to, writing);
            REQUIRE(second);
            const auto again = subs::readDocument(second->bytes, "film", reading);
            REQUIRE(again);
            CHECK(again->format == to);
            CHECK(again->document.cues.size() == 6);
            CHECK(again->document.cues.back().text.plain.find("ទន្លេ") != std::string::npos);
            if (to == from) CHECK(second->bytes == first->bytes);
        }
    }
}

TEST_CASE("a name that ends as another format's is told", "[registry]") {
    const auto codesOf = [](std::string bytes, const char* name) {
        const auto read = subs::readDocument(std::move(bytes), name);
        REQUIRE(read);
        std::string codes;
        for (const subs::Diagnostic& said : read->diagnostics)
            codes += said.code + ' ';
        return codes;
    };
    CHECK(codesOf(kSrt, "film.srt").empty());
    CHECK(codesOf(kSrt, "film").empty());
    CHECK(codesOf(kSrt, "film.txt").empty());
    CHECK(codesOf(kSrt, "FILM.SRT").empty());
    CHECK(codesOf("\nWEBVTT\n\n00:01.000 --> 00:02.000\nboat\n", "film.vtt")
              .starts_with("format.other-ending "));
    CHECK(codesOf("{25}{50}boat\n{75}{100}ferry\n", "film.sub").find("other-ending") ==
          std::string::npos);
    subs::DocumentOptions options;
    options.format = "srt";
    const auto asked = subs::readDocument(kSrt, "film.vtt", options);
    REQUIRE(asked);
    CHECK(asked->diagnostics.empty());
}
