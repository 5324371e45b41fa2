// SPDX-License-Identifier: MIT
// Sizes of a file without a canvas. Those of HTML are its own steps (WHATWG HTML, the font element:
// x-small to xxx-large, 3 being the usual one); others are of 288 lines, so that 20 is 75 of 1080.
#include "format/font_sizes.h"

#include <subs/format/features.h>

#include "catch.h"
#include "format/read.h"

#include <string>
#include <utility>

using namespace subs;
using testing::documentOf;
using testing::has;
using testing::lossOf;
using testing::withReplaced;

namespace {

/// A cue of SubRip with `text`.
Document subRip(const std::string& text) {
    Document document = documentOf("srt", "1\n00:00:01,000 --> 00:00:02,000\n" + text + "\n");
    document.language = "en";
    return document;
}

const Document& sizes() {
    static const Document kSizes =
        subRip("a <font size=\"7\">b</font> <font size=\"20\">c</font> <font size=\"3\">d</font>");
    return kSizes;
}

std::string made(const Document& document, std::string_view id) {
    const auto timeline = FrameTimeline::constant(FrameRate::fromFraction(Fraction(24, 1)).value());
    WriteOptions options;
    options.timeline = &timeline;
    return testing::written(document, id, options);
}

std::string ttmlOf(const std::string& content) {
    return "<tt xmlns=\"http://www.w3.org/ns/ttml\" "
           "xmlns:tts=\"http://www.w3.org/ns/ttml#styling\" xml:lang=\"en\"><body><div>"
           "<p begin=\"1s\" end=\"2s\">" +
           content + "</p></div></body></tt>";
}

/// Letters of 42 points, the usual size (ST 428-7 §6.7).
std::string dcdmOf(const std::string& language) {
    return "<SubtitleReel xmlns=\"http://www.smpte-ra.org/schemas/428-7/2014/DCST\"><Language>" +
           language +
           "</Language><EditRate>24 1</EditRate><TimeCodeRate>24</TimeCodeRate><SubtitleList>"
           "<Font Size=\"42\"><Subtitle TimeIn=\"00:00:01:00\" TimeOut=\"00:00:02:00\">"
           "<Text Valign=\"bottom\" Vposition=\"8\">a</Text></Subtitle></Font></SubtitleList>"
           "</SubtitleReel>";
}

}  // namespace

TEST_CASE("sizes without a canvas are those of HTML, or of 288 lines", "[format]") {
    CHECK(sizeOnCanvas(7, 64) == 192);
    CHECK(sizeOnCanvas(3, 64) == 64);
    CHECK(sizeOnCanvas(20, 64) == 75);
    CHECK(sizeOnCanvas(7.5, 64) == 28.125);
    CHECK(sizeOnCanvas(0.5, 64) == 1.875);
}

TEST_CASE("sizes of SubRip mean the same in all formats with sizes", "[format]") {
    // 3 times the usual size of 64; 75 of 64.
    CHECK(has(made(sizes(), "ass"), "a {\\fs192}b{\\fs} {\\fs75}c{\\fs} {\\fs64}d"));
    CHECK(has(made(sizes(), "ttml"),
              "a <span tts:fontSize=\"300%\">b</span> <span tts:fontSize=\"117.1875%\">c</span> "
              "<span tts:fontSize=\"100%\">d</span>"));
    const std::string ebu = made(sizes(), "ebu-tt-d");
    CHECK(has(ebu, "tts:fontSize=\"300%\""));
    CHECK(has(ebu, "tts:fontSize=\"117.1875%\""));
    // Cinema files have letters of 42 points: 3 times that; 75 / 1.362 of 1080 are 40 of 792.
    for (const char* const id : {"dcdm", "interop"})
        CHECK(
            has(made(sizes(), id), "a <Font Size=\"126\">b</Font> <Font Size=\"40\">c</Font> d<"));
}

TEST_CASE("a size in another is written as a part of that", "[format]") {
    const Document nested = subRip("<font size=\"7\">a <font size=\"20\">b</font></font>");
    CHECK(has(made(nested, "ttml"),
              "<span tts:fontSize=\"300%\">a <span tts:fontSize=\"39.0625%\">b</span></span>"));
}

TEST_CASE("sizes that are worked out are told, those on a canvas are not", "[format]") {
    const auto timeline = FrameTimeline::constant(FrameRate::fromFraction(Fraction(24, 1)).value());
    WriteOptions options;
    options.timeline = &timeline;
    Document onCanvas = sizes();
    onCanvas.canvas = Canvas();
    for (const char* const id : {"ass", "ttml", "ebu-tt-d", "dcdm", "interop"}) {
        CAPTURE(id);
        const LossReport told = formatNamed(id)->plan(sizes(), options);
        const LossItem* const loss = lossOf(told, feature::kFontSize);
        REQUIRE(loss);
        CHECK(loss->severity == LossSeverity::Approximated);
        CHECK(loss->count == 3);
        CHECK_FALSE(lossOf(formatNamed(id)->plan(onCanvas, options), feature::kFontSize));
    }
    CHECK(has(made(onCanvas, "ass"), "a {\\fs7}b"));
}

// tts:fontSize (TTML2 §10.2.18) and Size of cinema files (ST 428-7 §6.7) are the em, whose initial
// value in TTML is 1c, a fifteenth of the height: 72 of 1080. ASS gives its size to ascent and
// descent (OS/2 usWinAscent + usWinDescent, as libass does): 1.362 of the em of Noto Sans, 1.807 of
// that of Khmer OS Battambang (their tables have 1069 + 293 of 1000 and 2500 + 1200 of 2048).
TEST_CASE("sizes of TTML stay what they are on the way into other formats", "[format][ttml]") {
    const Document document = documentOf("ttml", ttmlOf("a <span tts:fontSize=\"150%\">b</span>"));
    // 72 × 1.362 = 98.064, and half as much again.
    CHECK(has(made(document, "ass"), "Style: Default,Noto Sans,98.064,"));
    CHECK(has(made(document, "ass"), "a {\\fs147.096}b"));
    CHECK(has(made(document, "ebu-tt-d"), "tts:fontSize=\"150%\""));
    // 72 of 1080 are 52.8 of 792 points, and half as much again 79.2.
    CHECK(has(made(document, "dcdm"), "Size=\"53\""));
    CHECK(has(made(document, "dcdm"), "a <Font Size=\"79\">b</Font>"));
    CHECK(made(document, "ttml") == document.origin->text);
}

TEST_CASE("letters have the same em in TTML, cinema files and ASS", "[format][ttml][cinema]") {
    // 5.303 % of 1080 are an em of 57.27, and lines of 78.005; 5.303 % of 792 points are 42.
    const Document ttml =
        documentOf("ttml", withReplaced(ttmlOf("a"), "<p ", "<p tts:fontSize=\"5.303rh\" "));
    CHECK(has(made(ttml, "ass"), ",Noto Sans,78.005,"));
    CHECK(has(made(ttml, "dcdm"), "Size=\"42\""));
    // 42 of 792 points are 0.0530303 of the height, and times 15 0.795455 of a fifteenth; km has
    // Khmer OS Battambang, of whose lines 57.27 × 1.807 are 103.49.
    for (const auto& [language, fontSize] : {std::pair("en", ",Noto Sans,78.005,"),
                                             std::pair("km", ",Khmer OS Battambang,103.492,")}) {
        CAPTURE(language);
        const Document cinema = documentOf("dcdm", dcdmOf(language));
        CHECK(has(made(cinema, "ttml"), "tts:fontSize=\"79.54"));
        CHECK(has(made(cinema, "ass"), fontSize));
        CHECK(has(made(documentOf("ttml", made(cinema, "ttml")), "dcdm"), "Size=\"42\""));
        CHECK(has(made(documentOf("ttml", made(cinema, "ttml")), "ass"), fontSize));
    }
}

TEST_CASE("a size of ASS comes back from TTML, and a usual size stays the usual one",
          "[format][ttml]") {
    // 64 / 1.362 of 1080 are 4.3509 %, and times 15 65.2635 %.
    const std::string ass = made(subRip("a"), "ass");
    CHECK(has(ass, "Style: Default,Noto Sans,64,"));
    const std::string ttml = made(documentOf("ass", ass), "ttml");
    CHECK(has(ttml, "tts:fontSize=\"65.2635%\""));
    CHECK(has(made(documentOf("ttml", ttml), "ass"), ",Noto Sans,64,"));
    // A text that says nothing of its size has the usual one of each format.
    CHECK_FALSE(
        has(withReplaced(made(subRip("a"), "ttml"), "tts:fontSize=\"100%\"", ""), "fontSize"));
    CHECK(has(made(documentOf("ttml", ttmlOf("a")), "ass"), "Style: Default,Noto Sans,64,"));
}
