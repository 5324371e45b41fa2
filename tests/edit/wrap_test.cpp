// SPDX-License-Identifier: MIT
#include <subs/edit/wrap.h>

#include "catch.h"
#include "edit/one_cue.h"

#include <string>
#include <vector>

using namespace subs;

namespace {

WrapOptions counting(double most, std::size_t lines = 2) {
    WrapOptions options;
    options.limit = {WidthMeasure::Count, most, CountUnit::Graphemes};
    options.mostLines = lines;
    return options;
}

Document documentOf(CueText text, std::string language = "en") {
    return testing::oneCue(std::move(text), std::move(language));
}

WrappedText wrapped(const Document& document, const WrapOptions& options) {
    auto result = CueWrapper(options).wrapped(document, 0);
    REQUIRE(result);
    return *result;
}

/// Share of the picture's width that the text takes in one line.
double shareOf(const Document& document) {
    WrapOptions options;
    options.limit.most = 1000;
    return wrapped(document, options).width;
}

}  // namespace

TEST_CASE("wrapping keeps spans with their characters", "[edit][lines]") {
    const Document document = documentOf({"aaaa bbbb cccc",
                                          {{SpanKind::Italic, 0, 9, ""},
                                           {SpanKind::Opaque, 0, 0, "\\pos(9,9)"},
                                           {SpanKind::Karaoke, 5, 5, "\\k30"}}});
    const WrappedText text = wrapped(document, counting(10));
    CHECK(text.text.plain == "aaaa\nbbbb cccc");
    CHECK(text.text.spans == document.cues[0].text.spans);
    CHECK(text.lines == 2);
    CHECK(text.width == 9);
}

TEST_CASE("a span grows and shrinks with the breaks inside it", "[edit][lines]") {
    const WrappedText khmer =
        wrapped(documentOf({"ខ្ញុំទៅផ្សារ", {{SpanKind::Bold, 0, 36, ""}}}, "km"), counting(3));
    CHECK(khmer.text.plain == "ខ្ញុំទៅ\nផ្សារ");
    CHECK(khmer.text.spans == std::vector<Span>{{SpanKind::Bold, 0, 37, ""}});
    const WrappedText joined =
        wrapped(documentOf({"ខ្ញុំទៅ\nផ្សារ", {{SpanKind::Bold, 0, 37, ""}}}, "km"), counting(9));
    CHECK(joined.text.plain == "ខ្ញុំទៅផ្សារ");
    CHECK(joined.text.spans == std::vector<Span>{{SpanKind::Bold, 0, 36, ""}});
}

TEST_CASE("a soft break that becomes a line break is no soft break any more", "[edit][lines]") {
    const Document document = documentOf({"aaaa bbbb", {{SpanKind::Opaque, 4, 5, "\\n"}}});
    CHECK(wrapped(document, counting(5)).text == CueText{"aaaa\nbbbb", {}});
    CHECK(wrapped(document, counting(9)).text == document.cues[0].text);
}

TEST_CASE("drawings and comments stay as they are", "[edit][lines]") {
    Document drawing = documentOf({"aaaa bbbb", {{SpanKind::Drawing, 0, 0, "{\\p1}m 0 0"}}});
    CHECK(wrapped(drawing, counting(5)).text == drawing.cues[0].text);
    Document comment = documentOf({"aaaa bbbb", {}});
    comment.cues[0].kind = CueKind::Comment;
    CHECK(wrapped(comment, counting(5)).text == comment.cues[0].text);
}

TEST_CASE("wrapping many cues is one change, and tells which do not fit", "[edit][lines]") {
    Document document = documentOf({"aaaa bbbb", {}});
    for (const char* text : {"cc", "dddddddddd", "- e\n- f\n- g"}) {
        Cue cue;
        cue.id = document.newId();
        cue.text.plain = text;
        document.cues.push_back(cue);
    }
    const Document before = document;
    CueWrapper wrapper(counting(5));
    const auto result = withWrapped(document, std::vector<std::size_t>{0, 1, 2, 3}, wrapper);
    REQUIRE(result);
    REQUIRE(result->change.steps.size() == 1);
    REQUIRE(result->misfits.size() == 2);
    CHECK(result->misfits[0].index == 2);
    CHECK_FALSE(result->misfits[0].fits);
    CHECK(result->misfits[0].width == 10);
    CHECK(result->misfits[1].index == 3);
    CHECK(result->misfits[1].fits);
    CHECK(result->misfits[1].lines == 3);
    apply(result->change, document);
    CHECK(document.cues[0].text.plain == "aaaa\nbbbb");
    apply(inverse(result->change), document);
    CHECK(document.cues == before.cues);
}

TEST_CASE("the drawn width heeds font, size, weight, stretch and spacing", "[edit][lines][fonts]") {
    Document document = documentOf({"The quick brown fox", {}});
    Style style;
    document.styles.push_back(style);
    document.canvas = Canvas{};
    const double plain = shareOf(document);
    REQUIRE(plain > 0);
    document.styles[0].scaleX = 200;
    CHECK(shareOf(document) == Approx(2 * plain));
    document.styles[0].scaleX = 100;
    document.styles[0].spacing = 10;
    CHECK(shareOf(document) == Approx(plain + 19 * 10 / 1920.0));
    document.styles[0].spacing = 0;
    document.styles[0].fontSize = style.fontSize / 2;
    CHECK(shareOf(document) == Approx(plain / 2));
    document.styles[0].fontSize = style.fontSize;
    document.cues[0].text.spans = {{SpanKind::FontSize, 0, 19, "128"}};
    CHECK(shareOf(document) == Approx(2 * plain));
    document.cues[0].text.spans = {{SpanKind::Bold, 0, 19, ""}};
    CHECK(shareOf(document) > plain);
}

// 128 and 346 pixels of ink is what libass 0.17.1 draws of it; the pen's way is a little more.
TEST_CASE("spaced Khmer is as wide as libass draws it, code point by code point",
          "[edit][lines][fonts][khmer]") {
    Document document = documentOf({"ខ្មែរខ្មែរ", {}}, "km");
    document.canvas = Canvas{};
    Style style;
    style.fontName = "Khmer OS Battambang";
    style.fontSize = 86;
    document.styles.push_back(style);
    CHECK(shareOf(document) * 1920 == Approx(128 + 5).margin(5));
    document.styles[0].spacing = 4;
    CHECK(shareOf(document) * 1920 == Approx(346 + 9).margin(5));
    document.styles[0].spacing = 0;
    document.cues[0].text.spans = {{SpanKind::Opaque, 0, 0, "\\fsp4"}};
    CHECK(shareOf(document) * 1920 == Approx(346 + 9).margin(5));
    document.cues[0].text.spans = {{SpanKind::Opaque, 0, 0, "\\fscx200"}};
    CHECK(shareOf(document) * 1920 == Approx(2 * (128 + 5)).margin(10));
}

TEST_CASE("a share of the picture goes by the video's shape, not by the canvas's",
          "[edit][lines][fonts]") {
    const Document document = documentOf({"The quick brown fox jumps over it", {}});
    WrapOptions options;
    options.limit.most = 1000;
    const double onCanvas = wrapped(document, options).width;
    options.aspect = 4.0 / 3;
    // libass stretches letters by the picture's height alone.
    CHECK(wrapped(document, options).width == Approx(onCanvas * (16.0 / 9) / (4.0 / 3)));
    options.limit = {WidthMeasure::Em, 1000, {}};
    const double em = wrapped(document, options).width;
    options.aspect.reset();
    CHECK(wrapped(document, options).width == Approx(em));
}

TEST_CASE("a line may be limited in em, and measured in another font and size",
          "[edit][lines][fonts]") {
    const Document document = documentOf({"The quick brown fox jumps over it", {}});
    WrapOptions options;
    options.limit = {WidthMeasure::Em, 10, {}};
    const WrappedText text = wrapped(document, options);
    CHECK(text.lines == 2);
    CHECK(text.fits);
    CHECK(text.width <= 10);
    options.limit = {WidthMeasure::Picture, 0.9, {}};
    CHECK(wrapped(document, options).lines == 1);
    options.fontSize = 300;
    CHECK(wrapped(document, options).lines == 2);
}
