// SPDX-License-Identifier: MIT
// What values mean, to which elements they apply and which are initial: TTML2 (W3C Recommendation)
// §10.2 and §13, IMSC 1.1 §7.4, EBU Tech 3380.
#include <subs/format/features.h>
#include <subs/job/convert.h>

#include "catch.h"
#include "format/read.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace subs;

namespace {

const std::string kRoot =
    "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:tts=\"http://www.w3.org/ns/ttml#styling\" "
    "xmlns:itts=\"http://www.w3.org/ns/ttml/profile/imsc1#styling\" "
    "xmlns:ebutts=\"urn:ebu:tt:style\" xml:lang=\"en\">";

using Told = std::vector<std::string>;

/// "feature count before" of each.
Told told(const LossReport& losses) {
    Told lines;
    for (const LossItem& loss : losses.items) {
        // In another box, or at another place.
        const bool isShown =
            loss.feature == feature::kRegion || loss.feature == feature::kCoordinates;
        CHECK(loss.severity == (isShown ? LossSeverity::Approximated : LossSeverity::Dropped));
        CHECK(loss.after.empty());
        CHECK(loss.cues.size() == loss.count);
        lines.push_back(loss.feature + ' ' + std::to_string(loss.count) + ' ' + loss.before);
    }
    return lines;
}

LossReport unreadIn(const std::string& inside) {
    return testing::parsed("ttml", kRoot + inside + "</tt>").unread;
}

/// Of a paragraph with `attributes`, and `content` in it.
Told ofParagraph(const std::string& attributes, const std::string& content = "boat") {
    return told(unreadIn("<body><div><p begin=\"1s\" end=\"2s\" " + attributes + ">" + content +
                         "</p></div></body>"));
}

/// Of a text in a region with `attributes`, and `content` in that.
Told ofRegion(const std::string& attributes, const std::string& content = {}) {
    return told(unreadIn("<head><layout><region xml:id=\"r\" " + attributes + ">" + content +
                         "</region></layout></head><body region=\"r\"><div>"
                         "<p begin=\"1s\" end=\"2s\">boat</p></div></body>"));
}

/// The features that are told of `text` on its way from `from` into `to`.
std::vector<std::string> lostBetween(const char* from, const std::string& text, const char* to) {
    ConvertOptions options;
    options.format = formatNamed(to);
    options.reading.format = from;
    const auto result = converted(text, "film", options);
    REQUIRE(result);
    std::vector<std::string> features;
    for (const LossItem& loss : result->losses.items)
        features.push_back(loss.feature);
    return features;
}

bool has(const std::vector<std::string>& features, std::string_view feature) {
    return std::ranges::find(features, feature) != features.end();
}

}  // namespace

TEST_CASE("looks that a document has no word for are told in the words of the file", "[ttml]") {
    CHECK(ofParagraph("tts:lineHeight=\"125%\"") == Told{"spacing 1 tts:lineHeight=\"125%\""});
    CHECK(ofParagraph("tts:direction=\"rtl\"") ==
          Told{"writing-direction 1 tts:direction=\"rtl\""});
    CHECK(ofParagraph("tts:padding=\"0px 5px\"") == Told{"background 1 tts:padding=\"0px 5px\""});
    CHECK(ofParagraph("tts:textOutline=\"black 2px\"") ==
          Told{"outline 1 tts:textOutline=\"black 2px\""});
    CHECK(ofParagraph("tts:textEmphasis=\"filled dot\"") ==
          Told{"emphasis-marks 1 tts:textEmphasis=\"filled dot\""});
    CHECK(ofParagraph("tts:opacity=\"0.5\"") == Told{"opacity 1 tts:opacity=\"0.5\""});
    CHECK(ofParagraph("tts:visibility=\"hidden\"") == Told{"opacity 1 tts:visibility=\"hidden\""});
    CHECK(ofParagraph("itts:forcedDisplay=\"true\"") ==
          Told{"forced 1 itts:forcedDisplay=\"true\""});
    CHECK(ofParagraph("ebutts:linePadding=\"0.5c\"") ==
          Told{"background 1 ebutts:linePadding=\"0.5c\""});
    CHECK(ofParagraph("tts:wrapOption=\"noWrap\"") == Told{"region 1 tts:wrapOption=\"noWrap\""});
    CHECK(ofParagraph("tts:shear=\"16.67%\"") == Told{"italic 1 tts:shear=\"16.67%\""});
    CHECK(ofParagraph("tts:textDecoration=\"underline overline\"") ==
          Told{"underline 1 tts:textDecoration=\"underline overline\""});
    CHECK(ofParagraph("tts:textAlign=\"justify\"") ==
          Told{"alignment 1 tts:textAlign=\"justify\""});
    CHECK(ofParagraph("", "a <span tts:unicodeBidi=\"bidiOverride\">b</span>") ==
          Told{"writing-direction 1 tts:unicodeBidi=\"bidiOverride\""});
}

TEST_CASE("looks that leave a text as any other are not told", "[ttml]") {
    CHECK(
        ofParagraph("tts:lineHeight=\"normal\" tts:direction=\"ltr\" tts:padding=\"0px 0%\" "
                    "tts:textOutline=\"none\" tts:textEmphasis=\"none\" tts:opacity=\"1.0\" "
                    "tts:visibility=\"visible\" itts:forcedDisplay=\"false\" tts:shear=\"0%\" "
                    "tts:unicodeBidi=\"normal\" ebutts:linePadding=\"0c\" tts:wrapOption=\"wrap\" "
                    "tts:textDecoration=\"underline\" tts:color=\"red\" tts:zIndex=\"3\"")
            .empty());
    CHECK(ofParagraph("tts:lineHeight=\"125%\"", " ").empty());
    CHECK(ofParagraph("tts:lineHeight=\"125%\" tts:display=\"none\"") ==
          Told{"opacity 1 tts:display=\"none\""});
    // Writing modes are those of regions; ruby is where there is some.
    CHECK(ofParagraph("tts:writingMode=\"tbrl\" tts:rubyPosition=\"after\"").empty());
    CHECK(ofParagraph("",
                      "<span tts:ruby=\"container\"><span tts:ruby=\"base\">a</span>"
                      "<span tts:ruby=\"text\" tts:rubyPosition=\"after\">b</span></span>") ==
          Told{"ruby 1 tts:rubyPosition=\"after\""});
}

TEST_CASE("what styles, regions and initial values say of looks is told of the texts they are for",
          "[ttml]") {
    CHECK(ofRegion("tts:writingMode=\"tbrl\"") ==
          Told{"writing-direction 1 tts:writingMode=\"tbrl\""});
    CHECK(ofRegion("", "<style tts:opacity=\"0.8\"/>") == Told{"opacity 1 tts:opacity=\"0.8\""});
    CHECK(ofRegion("tts:origin=\"10% 80%\" tts:extent=\"80% 20%\"") ==
          Told{"region 1 tts:extent=\"80% 20%\""});
    CHECK(ofRegion("tts:origin=\"0% 80%\" tts:extent=\"100% 20%\"").empty());
    CHECK(ofRegion("tts:extent=\"100% 20%\" tts:disparity=\"2px\"") ==
          Told{"depth 1 tts:disparity=\"2px\""});
    const auto styled = [](const std::string& head, const std::string& attributes) {
        return told(unreadIn("<head><styling>" + head +
                             "</styling></head><body><div><p end=\"1s\" " + attributes +
                             ">boat</p></div></body>"));
    };
    const std::string chain =
        "<style xml:id=\"a\" tts:lineHeight=\"125%\"/><style xml:id=\"b\" style=\"a\"/>";
    CHECK(styled(chain, "style=\"b\"") == Told{"spacing 1 tts:lineHeight=\"125%\""});
    CHECK(styled(chain, "").empty());
    CHECK(styled(chain, "style=\"b\" tts:lineHeight=\"normal\"").empty());
    CHECK(styled("<initial tts:lineHeight=\"150%\"/>", "") ==
          Told{"spacing 1 tts:lineHeight=\"150%\""});
}

TEST_CASE("a row that is beside the edges and the middle of the picture is told", "[ttml]") {
    const auto placed = [](const std::string& box, const std::string& align) {
        return ofRegion(box + " tts:displayAlign=\"" + align + "\"");
    };
    const std::string high = "tts:origin=\"0% 20%\" tts:extent=\"100% 10%\"";
    const std::string low = "tts:origin=\"0% 70%\" tts:extent=\"100% 30%\"";
    CHECK(placed(high, "before") == Told{"region 1 text from 20 % of the height on"});
    CHECK(placed(high, "after") == Told{"coordinates 1 text down to 30 % of the height"});
    CHECK(placed(low, "before") == Told{"coordinates 1 text from 70 % of the height on"});
    CHECK(placed(low, "after").empty());
    CHECK(placed("tts:origin=\"0% 50%\" tts:extent=\"100% 20%\"", "center") ==
          Told{"coordinates 1 text around 60 % of the height"});
    // As new files have it, and regions for two lines.
    for (const char* const align : {"before", "center", "after"})
        CHECK(placed("tts:origin=\"0% 10%\" tts:extent=\"100% 80%\"", align).empty());
    CHECK(placed("tts:origin=\"0% 80%\" tts:extent=\"100% 15%\"", "before").empty());
    CHECK(placed("tts:origin=\"0% 0%\" tts:extent=\"100% 15%\"", "before").empty());
}

TEST_CASE("no report says that a place is kept which is another one", "[ttml]") {
    const auto film = [](const std::string& box, const std::string& align) {
        return kRoot + "<head><layout><region xml:id=\"r\" " + box + " tts:displayAlign=\"" +
               align +
               "\"/></layout></head><body><div><p region=\"r\" begin=\"1s\" end=\"2s\">boat</p>"
               "</div></body></tt>";
    };
    const std::string high = film("tts:origin=\"0% 20%\" tts:extent=\"100% 10%\"", "before");
    for (const char* const to : {"srt", "vtt", "interop", "ebu-tt-d", "itt"})
        CHECK(has(lostBetween("ttml", high, to), "region"));
    // 20 % of 1080 are the 216 of the style's margin.
    CHECK_FALSE(has(lostBetween("ttml", high, "ass"), "region"));
    const std::string low = film("tts:origin=\"0% 70%\" tts:extent=\"100% 30%\"", "before");
    for (const char* const to : {"srt", "vtt", "ass", "json", "ebu-tt-d"})
        CHECK(has(lostBetween("ttml", low, to), "coordinates"));
    CHECK(lostBetween("ttml", low, "ttml").empty());
}

TEST_CASE("a background of a part of a cue is told, that of all of it is its style's", "[ttml]") {
    const std::string red = "tts:backgroundColor=\"red\"";
    CHECK(ofParagraph("", "a <span " + red + ">b</span>") == Told{"background 1 " + red});
    CHECK(ofParagraph("", "<span " + red + ">b</span>").empty());
    CHECK(ofParagraph(red).empty());
    CHECK(ofParagraph(red, "a <span tts:backgroundColor=\"transparent\">b</span>") ==
          Told{"background 1 tts:backgroundColor=\"transparent\""});
    CHECK(ofParagraph("", "a <span tts:backgroundColor=\"#FF000000\">b</span>").empty());
}

TEST_CASE("what changes looks in the course of time is told of all content around it", "[ttml]") {
    const std::string set = "<set begin=\"500ms\" tts:color=\"red\"/>";
    const Told animated{"animation 1 set tts:color=\"red\""};
    CHECK(ofParagraph("", set + "boat") == animated);
    CHECK(ofParagraph("", "<span>" + set + "boat</span>") == animated);
    CHECK(ofParagraph("", "<span>" + set + "</span>boat").empty());
    CHECK(ofRegion("", set) == animated);
    CHECK(told(unreadIn("<body>" + set +
                        "<div><p end=\"1s\">boat</p><p end=\"2s\">ferry</p>"
                        "</div></body>")) == Told{"animation 2 set tts:color=\"red\""});
    CHECK(ofParagraph("", "<animate tts:opacity=\"0;1\" dur=\"1s\"/>boat") ==
          Told{"animation 1 animate tts:opacity=\"0;1\""});
    CHECK(ofParagraph("animate=\"a1\"") == Told{"animation 1 animate=\"a1\""});
}

TEST_CASE("each look is told once a cue, with the first value and all cues", "[ttml]") {
    const LossReport losses = unreadIn(
        "<body><div tts:lineHeight=\"125%\"><p end=\"1s\">a<span>b</span>c</p><p end=\"2s\">d</p>"
        "<p end=\"3s\" tts:lineHeight=\"150%\">e <span tts:lineHeight=\"90%\">f</span></p>"
        "<p end=\"4s\" tts:lineHeight=\"normal\">g</p></div></body>");
    REQUIRE(losses.items.size() == 1);
    CHECK(losses.items[0].count == 3);
    CHECK(losses.items[0].before == "tts:lineHeight=\"125%\"");
    CHECK(losses.items[0].cues == std::vector<CueId>{CueId{1}, CueId{2}, CueId{3}});
    // Spans with ends of their own are cues: each has its own.
    const LossReport spans = unreadIn(
        "<body><div><p><span begin=\"0s\" end=\"1s\" tts:opacity=\"0.5\">a</span>"
        "<span begin=\"1s\" end=\"2s\">b</span></p></div></body>");
    REQUIRE(spans.items.size() == 1);
    CHECK(spans.items[0].cues == std::vector<CueId>{CueId{1}});
}

TEST_CASE("every other format loses the looks of TTML, its own file keeps them", "[ttml]") {
    const std::string film =
        kRoot +
        "<head><layout><region xml:id=\"r\" tts:origin=\"20% 80%\" tts:extent=\"60% 20%\"/>"
        "</layout></head><body><div><p region=\"r\" begin=\"1s\" end=\"2s\" "
        "tts:textOutline=\"black 2px\">boat</p></div></body></tt>";
    for (const char* const to : {"srt", "vtt", "ass", "json", "xliff", "csv", "ebu-tt-d"}) {
        INFO(to);
        CHECK(has(lostBetween("ttml", film, to), "outline"));
    }
    CHECK(lostBetween("ttml", film, "ttml").empty());
    // The width is in the margins of a style, where a style has some.
    for (const char* const to : {"ass", "ssa", "json"})
        CHECK_FALSE(has(lostBetween("ttml", film, to), "region"));
    for (const char* const to : {"srt", "vtt", "csv", "ebu-tt-d"})
        CHECK(has(lostBetween("ttml", film, to), "region"));
}
