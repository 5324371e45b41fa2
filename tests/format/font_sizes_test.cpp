// SPDX-License-Identifier: MIT
// Sizes of a file without a canvas. Those of HTML are its own steps (WHATWG HTML, the font element:
// x-small to xxx-large, 3 being the usual one); others are of 288 lines, so that 20 is 75 of 1080.
#include "format/font_sizes.h"

#include <subs/format/features.h>

#include "catch.h"
#include "format/read.h"

#include <string>

using namespace subs;
using testing::documentOf;
using testing::has;
using testing::lossOf;

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

TEST_CASE("sizes of TTML stay what they are on the way into other formats", "[format][ttml]") {
    const Document document = documentOf(
        "ttml",
        "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:tts=\"http://www.w3.org/ns/ttml#styling\" "
        "xml:lang=\"en\"><body><div><p begin=\"1s\" end=\"2s\">a <span tts:fontSize=\"150%\">b"
        "</span></p></div></body></tt>");
    CHECK(has(made(document, "ass"), "a {\\fs96}b"));
    CHECK(has(made(document, "ebu-tt-d"), "tts:fontSize=\"150%\""));
}
