// SPDX-License-Identifier: MIT
// One cue of any length, or many styles, take time in proportion to their size.
#include <subs/format/features.h>

#include "format/growth.h"
#include "format/read.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

using namespace subs;
using testing::checkGrowth;
using testing::countOf;
using testing::documentOf;
using testing::has;
using testing::lossOf;
using testing::parsed;
using testing::written;

namespace {

std::string times(std::size_t count, std::string_view text) {
    std::string all;
    for (; count > 0; --count)
        all += text;
    return all;
}

std::string vttOf(const std::string& text) {
    return "WEBVTT\n\n00:01.000 --> 00:02.000\n" + text + "\n";
}

/// Told and written, as a conversion does.
void convert(const Document& document, std::string_view target) {
    const Format& format = *formatNamed(target);
    format.plan(document, {});
    CHECK(format.write(document, {}).has_value());
}

std::string ttmlOf(const std::string& head, const std::string& content) {
    return "<tt xmlns=\"http://www.w3.org/ns/ttml\" "
           "xmlns:tts=\"http://www.w3.org/ns/ttml#styling\" xml:lang=\"en\"><head><layout>" +
           head + "</layout></head><body><div>" + content + "</div></body></tt>\n";
}

/// One paragraph of spans of 4 ms, one after the other, with times that are none in `more`.
std::string ttmlOfSpans(std::size_t count, std::string_view more = {}) {
    std::string spans;
    for (std::size_t i = 0; i < count; ++i)
        spans += fmt::format(
            "<span begin=\"{}ms\" end=\"{}ms\"{}>word {}</span>", 4 * i, 4 * i + 4, more, i);
    return ttmlOf("", "<p begin=\"0s\" end=\"999s\">" + spans + "</p>");
}

std::string assWithStyles(std::size_t count) {
    std::string styles;
    std::string events;
    for (std::size_t i = 0; i < count; ++i) {
        styles += fmt::format("Style: Sign number {},Arial,{},1\n", i, 20 + i % 40);
        events += fmt::format("Dialogue: 0:00:01.00,0:00:02.00,Sign number {},boat\n", i);
    }
    return "[Script Info]\nScriptType: v4.00+\nPlayResX: 640\nPlayResY: 360\n\n[V4+ Styles]\n"
           "Format: Name, Fontname, Fontsize, Bold\n" +
           styles + "\n[Events]\nFormat: Start, End, Style, Text\n" + events;
}

}  // namespace

TEST_CASE("thousands of rubies in a cue are put in brackets in linear time",
          "[format][hostile][growth]") {
    for (const char* const part : {"<ruby>x<rt>y</rt></ruby>", "<ruby>x<rt>", "<ruby><rt>y</rt>"}) {
        CAPTURE(part);
        for (const char* const target : {"srt", "ass", "ttml"})
            checkGrowth(4000, [&](std::size_t count) {
                convert(documentOf("vtt", vttOf(times(count, part))), target);
            });
    }
}

TEST_CASE("thousands of rubies in a cue are written for cinemas in linear time",
          "[cinema][hostile][growth]") {
    const FrameTimeline frames = FrameTimeline::constant(*parseFrameRate("24"));
    WriteOptions options;
    options.timeline = &frames;
    for (const char* const part :
         {"<ruby>x<rt>y</rt>", "<ruby>x<rt>y</rt></ruby>", "<ruby>x<rt>", "<ruby><rt>y</rt>"}) {
        CAPTURE(part);
        for (const char* const target : {"dcdm", "interop"})
            checkGrowth(1500, [&](std::size_t count) {
                const Document document = documentOf("vtt", vttOf(times(count, part)));
                CHECK(formatNamed(target)->write(document, options).has_value());
            });
    }
}

TEST_CASE("thousands of lines in a subtitle are read from cinema files in linear time",
          "[cinema][hostile][growth]") {
    const std::string line =
        "<Text VAlign=\"bottom\" VPosition=\"8\"><Font Italic=\"yes\">a</Font>b"
        "<Font Weight=\"bold\">c</Font>d</Text>\n";
    checkGrowth(2500, [&](std::size_t count) {
        const std::string file =
            "<DCSubtitle><Subtitle TimeIn=\"00:00:01:000\" TimeOut=\"00:00:02:000\">" +
            times(count, line) + "</Subtitle></DCSubtitle>";
        CHECK(documentOf("interop", file).cues.size() == 1);
    });
}

TEST_CASE("thousands of tags that close nothing are told in linear time",
          "[vtt][hostile][growth]") {
    checkGrowth(10'000, [](std::size_t count) {
        CHECK(countOf(parsed("vtt", vttOf(times(count, "</c>"))).diagnostics, "vtt.ignored-tag") ==
              1);
    });
    const Parsed read = parsed("vtt", vttOf("a\nbc</c>"));
    const auto told = std::ranges::find(read.diagnostics, "vtt.ignored-tag", &Diagnostic::code);
    REQUIRE(told != read.diagnostics.end());
    CHECK(told->line == 5);
    CHECK(told->column == 3);
}

TEST_CASE("thousands of regions are found by their ids in linear time", "[vtt][hostile][growth]") {
    checkGrowth(4000, [](std::size_t count) {
        std::string regions = "WEBVTT\n\n";
        std::string cues;
        for (std::size_t i = 0; i < count; ++i) {
            regions += fmt::format("REGION\nid:r{}\n\n", i);
            cues += fmt::format("00:01.000 --> 00:02.000 region:r{}\na\n\n", i);
        }
        CHECK(documentOf("vtt", regions + cues).cues.size() == count);
    });
}

TEST_CASE("brackets of rubies go with the letters beside them", "[format]") {
    Document document = documentOf("vtt", vttOf("a"));
    // Two that meet, one in another, and a note about the letter that follows.
    document.cues[0].text = {"abcde",
                             {{SpanKind::RubyText, 1, 2, ""},
                              {SpanKind::Italic, 1, 2, ""},
                              {SpanKind::RubyText, 2, 4, ""},
                              {SpanKind::RubyText, 2, 3, ""},
                              {SpanKind::Bold, 4, 5, ""}}};
    CHECK(has(written(document, "srt"), "\na<i>(b)</i>((c)d)<b>e</b>\n"));
}

TEST_CASE("thousands of looks in each other are written in linear time",
          "[format][hostile][growth]") {
    for (const char* const target : {"ebu-tt-d", "interop"}) {
        CAPTURE(target);
        checkGrowth(4000, [&](std::size_t count) {
            convert(documentOf("srt",
                               "1\n00:00:01,000 --> 00:00:02,000\n" + times(count, "<b>a") + "\n"),
                    target);
        });
    }
}

TEST_CASE("thousands of looks that overlap are written in linear time",
          "[format][hostile][growth]") {
    const auto overlapping = [](std::size_t count) {
        Document document = documentOf("vtt", vttOf("a"));
        CueText& text = document.cues[0].text;
        text.plain.assign(2 * count, 'a');
        for (std::uint32_t i = 0; i < count; ++i)
            text.spans.push_back({SpanKind::Color,
                                  i,
                                  i + static_cast<std::uint32_t>(count),
                                  fmt::format("#{:06X}", i)});
        return document;
    };
    for (const char* const target : {"srt", "ttml", "ebu-tt-d", "interop"}) {
        CAPTURE(target);
        checkGrowth(4000, [&](std::size_t count) { convert(overlapping(count), target); });
    }
}

TEST_CASE("thousands of times inside of a cue go to TTML in linear time",
          "[format][hostile][growth]") {
    checkGrowth(8000, [](std::size_t count) {
        const Document document =
            documentOf("lrc", "[00:01.00]" + times(count, "<00:01.00>a") + "\n");
        CHECK(formatNamed("ttml")->write(document, {}).has_value());
        formatNamed("ttml")->plan(document, {});
    });
}

TEST_CASE("a line of LRC with more than twenty times is one cue, and is told", "[lrc][hostile]") {
    const std::string twenty = times(20, "[00:01.00]");
    CHECK(documentOf("lrc", twenty + "boat\n").cues.size() == 20);
    CHECK(parsed("lrc", twenty + "boat\n").unread.empty());
    const std::string file =
        "[00:01.00][00:05.00]" + times(19, "[00:07.00]") + "boat\n[00:09.00]b\n";
    const Parsed read = parsed("lrc", file);
    REQUIRE(read.document.cues.size() == 2);
    CHECK(read.document.cues[0].start == Time::fromSeconds(1));
    CHECK(read.document.cues[0].text.plain == "[00:05.00]" + times(19, "[00:07.00]") + "boat");
    CHECK(read.document.cues[1].start == Time::fromSeconds(9));
    CHECK(countOf(read.diagnostics, "lrc.many-times") == 1);
    const LossItem* const loss = lossOf(read.unread, feature::kUnread);
    REQUIRE(loss);
    CHECK(loss->severity == LossSeverity::Dropped);
    CHECK(loss->cues == std::vector<CueId>{read.document.cues[0].id});
    CHECK(loss->before == "[00:05.00]");
    CHECK(written(read.document, "lrc") == file);
}

TEST_CASE("a line of LRC with thousands of times is converted in linear time",
          "[lrc][hostile][growth]") {
    for (const char* const target : {"srt", "ass", "ttml"})
        checkGrowth(2000, [&](std::size_t count) {
            const Document document = documentOf("lrc", times(count, "[00:01.00]") + "boat\n");
            CHECK(document.cues.size() == 1);
            convert(document, target);
        });
}

TEST_CASE("thousands of styles are found by their names in linear time",
          "[format][hostile][growth]") {
    for (const char* const target : {"ttml", "vtt", "srt", "microdvd", "dcdm", "ssa"}) {
        CAPTURE(target);
        const FrameTimeline frames = FrameTimeline::constant(*parseFrameRate("24"));
        checkGrowth(2500, [&](std::size_t count) {
            const Document document = documentOf("ass", assWithStyles(count));
            CHECK(document.styles.size() == count);
            WriteOptions options;
            options.timeline = &frames;
            formatNamed(target)->plan(document, options);
            CHECK(formatNamed(target)->write(document, options).has_value());
        });
    }
}

TEST_CASE("thousands of cues in a paragraph are read in linear time", "[ttml][hostile][growth]") {
    const auto read = [](std::size_t count, std::string_view more) {
        const Document document = documentOf("ttml", ttmlOfSpans(count, more));
        REQUIRE(document.cues.size() == count);
        CHECK(document.cues.back().text.plain == fmt::format("word {}", count - 1));
    };
    checkGrowth(4000, [&](std::size_t count) { read(count, ""); });
    checkGrowth(500, [&](std::size_t count) { read(count, " dur=\"never\""); });
}

TEST_CASE("thousands of cues in a paragraph are moved in linear time", "[ttml][hostile][growth]") {
    checkGrowth(500, [](std::size_t count) {
        Document document = documentOf("ttml", ttmlOfSpans(count));
        for (Cue& cue : document.cues) {
            cue.start += Time::fromSeconds(1);
            *cue.end += Time::fromSeconds(1);
        }
        CHECK(formatNamed("ttml")->plan(document, {}).empty());
        CHECK(has(written(document, "ttml"),
                  fmt::format("<span begin=\"{}ms\" end=\"{}ms\">word {}</span></p>",
                              996 + 4 * count,
                              1000 + 4 * count,
                              count - 1)));
    });
}

TEST_CASE("thousands of namespaces of TTML are refused in linear time", "[ttml][hostile][growth]") {
    const auto fileWith = [](std::size_t count) {
        std::string tag = "<tt xmlns=\"http://www.w3.org/ns/ttml\"";
        for (std::size_t i = 0; i < count; ++i)
            tag += fmt::format(" xmlns:n{}=\"u{}\"", i, i);
        return tag + "><body><div><p begin=\"0s\" end=\"1s\">boat</p></div></body></tt>\n";
    };
    checkGrowth(20'000, [&](std::size_t count) {
        const Parsed read = parsed("ttml", fileWith(count));
        CHECK(read.document.cues.empty());
        CHECK(countOf(read.diagnostics, "ttml.limit") == 1);
        CHECK(lossOf(read.unread, feature::kUnread));
    });
    const Parsed read = parsed("ttml", fileWith(999));
    REQUIRE(read.document.cues.size() == 1);
    CHECK(countOf(read.diagnostics, "ttml.limit") == 0);
}

TEST_CASE("a paragraph is edited with the namespaces that mean something", "[ttml][hostile]") {
    std::string file = "<tt xmlns=\"http://www.w3.org/ns/ttml\"";
    for (int i = 0; i < 900; ++i)
        file += fmt::format(" xmlns:n{}=\"urn:example:number:{}\"", i, i);
    file +=
        " xmlns:look=\"http://www.w3.org/ns/ttml#styling\"><body><div><p begin=\"0s\" end=\"1s\">"
        "<span look:color=\"red\">boat</span> ship</p></div></body></tt>\n";
    Document document = documentOf("ttml", file);
    REQUIRE(document.cues.size() == 1);
    document.cues[0].text.plain += "s";
    CHECK(has(written(document, "ttml"),
              "<p begin=\"0s\" end=\"1s\"><span look:color=\"red\">boat</span> ships</p>"));
}

TEST_CASE("thousands of looks of TTML get names in linear time", "[ttml][hostile][growth]") {
    const auto looks = [](std::size_t count, std::string_view region) {
        std::string cues;
        for (std::size_t i = 0; i < count; ++i)
            cues += fmt::format(
                "<p begin=\"1s\" end=\"2s\" region=\"{}\" tts:color=\"#{:06X}\">a</p>", region, i);
        return cues;
    };
    checkGrowth(10'000, [&](std::size_t count) {
        const Document document =
            documentOf("ttml", ttmlOf("<region xml:id=\"r\"/>", looks(count, "r")));
        REQUIRE(document.styles.size() == count);
        CHECK(document.styles[0].name == "r");
        CHECK(document.styles[1].name == "r-2");
    });
    // Other regions have the names that are tried.
    checkGrowth(300, [&](std::size_t count) {
        std::string regions = "<region xml:id=\"r\"/>";
        std::string cues;
        for (std::size_t i = 0; i < count; ++i) {
            const std::string id = fmt::format("r-{}", count + i);
            regions += "<region xml:id=\"" + id + "\"/>";
            cues += "<p begin=\"1s\" end=\"2s\" region=\"" + id + "\">a</p>";
        }
        const Document document = documentOf("ttml", ttmlOf(regions, cues + looks(count, "r")));
        REQUIRE(document.styles.size() == 2 * count);
        CHECK(document.styles.back().name == fmt::format("r-{}", 3 * count - 2));
    });
}
