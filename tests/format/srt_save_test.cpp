// SPDX-License-Identifier: MIT
#include <subs/time/frame_rate.h>

#include "catch.h"
#include "format/read.h"

#include <random>

using namespace testing;
using subs::Cue;
using subs::Document;

namespace {

const std::string kFile =
    "Made by hand\n\n"
    "1\n00:00:01.5  -->  00:00:02,500   X1:40 X2:600\n{\\an8}<I>Up there</I>\n\n\n"
    "01\n00:00:03,000 --> 00:00:04,000\nSecond <zz>line\n\n"
    "00:00:05,000 --> 00:00:06,000\nlast";

Document file() {
    return documentOf("srt", kFile);
}

}  // namespace

TEST_CASE("an untouched SRT file is saved byte for byte", "[srt][save]") {
    CHECK(written(file(), "srt") == kFile);
}

TEST_CASE("a cue whose time changed keeps all else as it was spelt", "[srt][save]") {
    Document document = file();
    document.cues[0].end = ms(2750);
    CHECK(written(document, "srt") == withReplaced(kFile, "00:00:02,500", "00:00:02,750"));
    document.cues[0].start = ms(-250);
    CHECK(written(document, "srt") ==
          withReplaced(
              withReplaced(kFile, "00:00:02,500", "00:00:02,750"), "00:00:01.5", "-00:00:00,250"));
}

TEST_CASE("a cue whose text changed keeps its times as they were spelt", "[srt][save]") {
    Document document = file();
    document.cues[0].text = subs::withPlain(document.cues[0].text, "Up here");
    CHECK(written(document, "srt") == withReplaced(kFile, "Up there", "Up here"));
}

TEST_CASE("markup that is not known survives an edit", "[srt][save]") {
    Document document = file();
    document.cues[1].text = subs::withPlain(document.cues[1].text, "Second lines\nand third");
    CHECK(written(document, "srt") ==
          withReplaced(kFile, "Second <zz>line", "Second <zz>lines\nand third"));
}

TEST_CASE("labels and settings change in their place", "[srt][save]") {
    Document document = file();
    document.cues[1].label = "2";
    document.cues[0].settings = "X1:50";
    document.cues[2].label = "3";
    document.cues[2].settings = "X1:60";
    std::string expected = withReplaced(kFile, "01\n", "2\n");
    expected = withReplaced(expected, "X1:40 X2:600", "X1:50");
    expected = withReplaced(
        expected, "00:00:05,000 --> 00:00:06,000", "3\n00:00:05,000 --> 00:00:06,000 X1:60");
    CHECK(written(document, "srt") == expected);
    document = file();
    document.cues[1].label.clear();
    CHECK(written(document, "srt") == withReplaced(kFile, "01\n", ""));
}

TEST_CASE("an edit that is taken back brings the bytes back", "[srt][save]") {
    Document document = file();
    const Cue before = document.cues[0];
    document.cues[0].text = subs::withPlain(document.cues[0].text, "x");
    document.cues[0].start = ms(7);
    document.cues[0] = before;
    CHECK(written(document, "srt") == kFile);
}

TEST_CASE("a new cue at the end of a file without a last line end stands apart", "[srt][save]") {
    Document document = file();
    Cue cue;
    cue.id = document.newId();
    cue.start = ms(7000);
    cue.end = ms(8000);
    cue.text.plain = "more";
    document.cues.push_back(cue);
    CHECK(written(document, "srt") == kFile + "\n\n4\n00:00:07,000 --> 00:00:08,000\nmore\n");
}

TEST_CASE("a new cue between two is parted from both", "[srt][save]") {
    Document document = documentOf(
        "srt",
        "1\r\n00:00:01,000 --> 00:00:02,000\r\nA\r\n\r\n2\r\n00:00:05,000 --> 00:00:06,000\r\nB\r\n");
    Cue cue;
    cue.id = document.newId();
    cue.start = ms(3000);
    cue.end = ms(4000);
    cue.text.plain = "x\ny";
    document.cues.insert(document.cues.begin() + 1, cue);
    CHECK(
        written(document, "srt") ==
        "1\r\n00:00:01,000 --> 00:00:02,000\r\nA\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nx\r\ny\r\n\r\n"
        "2\r\n00:00:05,000 --> 00:00:06,000\r\nB\r\n");
}

TEST_CASE("a deleted cue takes its blank lines along", "[srt][save]") {
    Document document = file();
    document.cues.erase(document.cues.begin() + 1);
    CHECK(written(document, "srt") ==
          withReplaced(kFile, "01\n00:00:03,000 --> 00:00:04,000\nSecond <zz>line\n\n", ""));
}

TEST_CASE("cues that change places stay apart", "[srt][save]") {
    Document document = file();
    std::swap(document.cues[1], document.cues[2]);
    CHECK(written(document, "srt") ==
          "Made by hand\n\n"
          "1\n00:00:01.5  -->  00:00:02,500   X1:40 X2:600\n{\\an8}<I>Up there</I>\n\n\n"
          "00:00:05,000 --> 00:00:06,000\nlast\n\n"
          "01\n00:00:03,000 --> 00:00:04,000\nSecond <zz>line\n\n");
}

TEST_CASE("text comes into an empty cue and goes out of one", "[srt][save]") {
    Document document =
        documentOf("srt", "1\n00:00:01,000 --> 00:00:02,000\n\n2\n00:00:03,000 --> 00:00:04,000");
    document.cues[0].text.plain = "A";
    document.cues[1].text.plain = "B";
    const std::string filled =
        "1\n00:00:01,000 --> 00:00:02,000\nA\n\n2\n00:00:03,000 --> 00:00:04,000\nB";
    CHECK(written(document, "srt") == filled);
    document = documentOf("srt", filled);
    document.cues[0].text.plain.clear();
    CHECK(written(document, "srt") ==
          "1\n00:00:01,000 --> 00:00:02,000\n\n2\n00:00:03,000 --> 00:00:04,000\nB");
}

TEST_CASE("an end comes to a cue that had none", "[srt][save]") {
    Document document =
        documentOf("srt", "1\n00:00:01,000 -->\nA\n\n2\n00:00:03,000 --> soon\nB\n");
    CHECK(written(document, "srt") == document.origin->text);
    document.cues[0].end = ms(2000);
    document.cues[1].end = ms(4000);
    CHECK(written(document, "srt") ==
          "1\n00:00:01,000 --> 00:00:02,000\nA\n\n2\n00:00:03,000 --> 00:00:04,000 soon\nB\n");
}

TEST_CASE("asked for floor, times finer than a millisecond are cut", "[srt][save]") {
    const Document document = documentOf("srt", "1\n00:00:01,0009 --> 00:00:02,000\nA\n");
    CHECK(written(document, "srt") == document.origin->text);
    subs::WriteOptions options;
    options.rounding = subs::Rounding::Floor;
    CHECK(written(document, "srt", options) == "1\n00:00:01,000 --> 00:00:02,000\nA\n");
}

TEST_CASE("mixed line ends become one kind only when asked for", "[srt][save]") {
    const Document document = documentOf("srt", "1\r\n00:00:01,000 --> 00:00:02,000\nA\rB\n");
    CHECK(written(document, "srt") == document.origin->text);
    subs::WriteOptions options;
    options.newline = subs::NewlineChoice::Lf;
    CHECK(written(document, "srt", options) == "1\n00:00:01,000 --> 00:00:02,000\nA\nB\n");
}

TEST_CASE("frame rounding needs frames", "[srt][save]") {
    subs::WriteOptions options;
    options.rounding = subs::Rounding::Frame;
    const auto text = subs::formatNamed("srt")->write(file(), options);
    CHECK_FALSE(text);
}

TEST_CASE("what is written of any cue is read back", "[srt][save][property]") {
    std::mt19937 random(5);
    const std::vector<std::string> parts = {"a",
                                            "<",
                                            "i>",
                                            "</i>",
                                            "{",
                                            "\\an8}",
                                            "\n",
                                            " ",
                                            "ទឹក",
                                            "-->",
                                            "12",
                                            "00:00:01,000",
                                            "}",
                                            "&",
                                            "\xC2\xA0"};
    for (int i = 0; i < 20000; ++i) {
        Document document = documentOf(
            "srt", "1\n00:00:01,000 --> 00:00:02,000\nA\n\n2\n00:00:03,000 --> 00:00:04,000\nB\n");
        std::string plain = "x";
        for (auto n = random() % 8; n > 0; --n)
            plain += parts[random() % parts.size()];
        plain += "y";
        document.cues[0].text = {plain, {}};
        if (random() % 2) {
            document.cues[0].text.spans = {
                {subs::SpanKind::Italic, 0, 1, ""},
                {subs::SpanKind::Color, 1, static_cast<std::uint32_t>(plain.size()), "#FF0000"}};
        }
        const Document again = documentOf("srt", written(document, "srt"));
        REQUIRE(again.cues.size() == 2);
        // The one liberty that is taken: word joiners that keep text from being read as markup.
        std::string read = again.cues[0].text.plain;
        for (std::size_t at; (at = read.find("\xE2\x81\xA0")) != std::string::npos;)
            read.erase(at, 3);
        REQUIRE(read == plain);
        REQUIRE(again.cues[0].text.spans.size() == document.cues[0].text.spans.size());
        REQUIRE(again.cues[1] == document.cues[1]);
    }
}
